"""``newslint test``: the examples of every loaded rule, run as tests."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from newslint.book import Book
from newslint.cli.common import rule_sources
from newslint.cli.completion import files
from newslint.errors import EXIT_CLEAN, EXIT_FINDINGS, InputError
from newslint.plugins import load_book
from newslint.reporters.terminal import neutral
from newslint.rulebook import Rule
from newslint.session import Session, SessionOptions
from newslint.trial import try_rules


@click.command("test", context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("paths", nargs=-1, metavar="[PATH...]", shell_complete=files)
@rule_sources
def command(
    paths: tuple[str, ...],
    *,
    loading: SessionOptions,
) -> int:
    """Run the examples of every rule, or of those at PATH...

    A PATH is a rule file or a folder of them.
    """
    book = Session(loading).book.awake
    rules: Sequence[Rule] = book.rules
    if paths:
        rules = [one for path in paths for one in _rules_at(Path(path), book, loading)]
    count = examples = 0
    failed = []
    for _, number, failures in try_rules(rules, book):
        count += 1
        examples += number
        failed.extend(failures)
    for failure in failed:
        for line in str(failure).splitlines():
            click.echo(neutral(line))
        click.echo()
    noun = "rule" if count == 1 else "rules"
    verdict = f"{len(failed)} failed" if failed else "all pass"
    click.echo(f"{count} {noun}, {examples} examples: {verdict}")
    return EXIT_FINDINGS if failed else EXIT_CLEAN


def _rules_at(path: Path, book: Book, options: SessionOptions) -> list[Rule]:
    """Return the rules in a file or folder: loaded ones, or else those read from it now."""
    if not path.exists():
        raise InputError(f"{path}: no such file or folder")
    here = path.resolve()
    loaded = [
        rule
        for rule in book.rules
        if rule.file
        and (Path(rule.file).resolve() == here or here in Path(rule.file).resolve().parents)
    ]
    if loaded:
        return loaded
    known = {rule.code for rule in book.rules}
    without = options.without_plugins
    read = load_book([path], local_rules=options.local_rules, without=without).awake.rules
    found = [rule for rule in read if rule.code not in known]
    if not found:
        raise InputError(f"{path}: no rules found there")
    return found
