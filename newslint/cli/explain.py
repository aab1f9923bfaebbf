"""``newslint explain``: one rule, why and how."""

from __future__ import annotations

import click

from newslint.cli.common import rule_sources
from newslint.cli.completion import rules
from newslint.engine_rules import ENGINE_RULES
from newslint.errors import SelectionError, nearest
from newslint.explain import page
from newslint.session import Session, SessionOptions


@click.command("explain", context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("rule", shell_complete=rules)
@rule_sources
def command(
    rule: str,
    *,
    loading: SessionOptions,
) -> int:
    """Explain one rule, given by code or name: why, examples, options."""
    book = Session(loading).book.awake
    own = {key: one for one in ENGINE_RULES for key in (one.code, one.name)}
    found = book.find(rule) or own.get(rule) or own.get(rule.upper())
    if found is None and rule in book.families:
        names = ", ".join(one.name for one in book.rules if one.family == rule)
        raise SelectionError(f"{rule!r} is a family; its rules are {names}")
    if found is None:
        known = {*book.by_code, *book.by_name, *own}
        raise SelectionError(f"no rule is called {rule!r}{nearest(rule, known)}")
    click.echo(page(found).rstrip("\n"))
    return 0
