"""``newslint explain``: one rule, why and how."""

from __future__ import annotations

import click

from newslint.cli.common import rule_sources, session_options
from newslint.errors import SelectionError, nearest
from newslint.explain import page
from newslint.session import Session
from newslint.settle import ENGINE_RULES


@click.command("explain", context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("rule")
@rule_sources
def command(
    rule: str,
    *,
    config_file: str | None,
    isolated: bool,
    no_local_rules: bool,
    no_plugin: tuple[str, ...],
) -> int:
    """Explain one rule, given by code or name: why, examples, options."""
    options = session_options(
        config_file, isolated=isolated, no_local_rules=no_local_rules, no_plugin=no_plugin
    )
    book = Session(options).book
    own = {key: one for one in ENGINE_RULES for key in (one.code, one.name)}
    found = book.find(rule) or own.get(rule) or own.get(rule.upper())
    if found is None:
        known = {*book.by_code, *book.by_name, *own}
        raise SelectionError(f"no rule is called {rule!r}{nearest(rule, known)}")
    click.echo(page(found).rstrip("\n"))
    return 0
