"""What shells offer where a value stands: rules, formats, commits, files.

Loaded by whatever click reads; what it needs is imported when somebody presses Tab. Python rules of
a folder are not run for that, so their names are not offered; those of TOML rules are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

import click
from click.shell_completion import (
    BashComplete,
    CompletionItem,
    FishComplete,
    ShellComplete,
    ZshComplete,
    add_completion_class,
)

from newslint.cli.options import Option
from newslint.errors import NewslintError

if TYPE_CHECKING:
    from newslint.book import Book

Items = list[CompletionItem[str]]
Completer = Callable[[click.Context, click.Parameter, str], Items]


def files(ctx: click.Context, parameter: click.Parameter, incomplete: str) -> Items:
    """Let the shell offer files and folders."""
    del ctx, parameter
    return [CompletionItem(incomplete, type="file")]


def folders(ctx: click.Context, parameter: click.Parameter, incomplete: str) -> Items:
    """Let the shell offer folders."""
    del ctx, parameter
    return [CompletionItem(incomplete, type="dir")]


def rules(ctx: click.Context, parameter: click.Parameter, incomplete: str) -> Items:
    """Offer one rule by code or name."""
    del parameter
    return _beginning(incomplete, _rules(_book(ctx)))


def rule_lists(ctx: click.Context, parameter: click.Parameter, incomplete: str) -> Items:
    """Offer codes, names and families, the last of several between commas."""
    del parameter
    before, comma, last = incomplete.rpartition(",")
    book = _book(ctx)
    names = [("all", "every rule"), *((one, "a family") for one in _families(book)), *_rules(book)]
    return _beginning(last, names, before + comma)


def formats(ctx: click.Context, parameter: click.Parameter, incomplete: str) -> Items:
    """Offer the formats, those of plugins too."""
    del parameter
    return _beginning(incomplete, ((name, "") for name in _formats(ctx)))


def format_files(ctx: click.Context, parameter: click.Parameter, incomplete: str) -> Items:
    """Offer ``FORMAT=``, and the files after it."""
    del parameter
    if "=" in incomplete:
        return [CompletionItem(incomplete, type="file")]
    return _beginning(incomplete, ((f"{name}=", "") for name in _formats(ctx)))


def plugins(ctx: click.Context, parameter: click.Parameter, incomplete: str) -> Items:
    """Offer the installed plugins."""
    del ctx, parameter
    from newslint.installed import entries
    from newslint.plugins import GROUP

    return _beginning(incomplete, ((one.name, one.plugin) for one in entries(GROUP)))


def commits(ctx: click.Context, parameter: click.Parameter, incomplete: str) -> Items:
    """Offer branches and tags."""
    del ctx, parameter
    import subprocess

    try:
        done = subprocess.run(
            ["git", "for-each-ref", "--format=%(refname:short)"],  # noqa: S607
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            check=False,
        )
    except OSError:
        return []
    return _beginning(incomplete, ((name, "") for name in ["HEAD", *done.stdout.split("\n")]))


BY_METAVAR: Mapping[str, Completer] = {
    "NAMES": rule_lists, "FORMAT": formats, "FORMAT=FILE": format_files, "FILE": files,
    "DIR": folders, "REF": commits, "GLOB": files,
}  # fmt: skip
BY_PARAMETER: Mapping[str, Completer] = {"no_plugin": plugins, "stdin_filename": files}


def completer(option: Option) -> Completer | None:
    """Return what offers the values of an option; choices are click's to offer."""
    return BY_PARAMETER.get(option.parameter) or BY_METAVAR.get(option.metavar or "")


def _beginning(incomplete: str, names: Iterable[tuple[str, str]], before: str = "") -> Items:
    return [
        CompletionItem(before + name, help=tells or None)
        for name, tells in names
        if name and name.startswith(incomplete)
    ]


def _book(ctx: click.Context) -> Book | None:
    """Return what a command like this would know, ``None`` if it could not be run."""
    from newslint.cli.loading import take_loading
    from newslint.session import Session
    from newslint.structs import replace

    given: dict[str, Any] = dict(ctx.params)
    try:
        return Session(replace(take_loading(given), local_rules=False)).book
    except NewslintError:
        return None


def _rules(book: Book | None) -> Iterator[tuple[str, str]]:
    for rule in book.awake.rules if book else ():
        yield rule.code, f"{rule.name}: {rule.summary}"
        yield rule.name, rule.summary


def _families(book: Book | None) -> list[str]:
    return sorted(book.families) if book else []


def _formats(ctx: click.Context) -> list[str]:
    from newslint.reporters import BUILTIN

    book = _book(ctx)
    return [*BUILTIN, *(one.name for one in (book.reporters if book else ()))]


class _WholeWords(ShellComplete):
    """For shells that take ``--select=GAR`` for one word; what is offered has to be one, too."""

    def get_completions(self, args: list[str], incomplete: str) -> Items:
        """Return what is offered."""
        found = super().get_completions(args, incomplete)
        name, equals, _ = incomplete.partition("=")
        for item in found if equals and name.startswith("--") else ():
            if item.type == "plain":
                item.value = f"{name}={item.value}"
        return found


@add_completion_class
class _Zsh(_WholeWords, ZshComplete):
    pass


@add_completion_class
class _Fish(_WholeWords, FishComplete):
    # What is offered may have commas: GAR001,fused-words.
    source_template = FishComplete.source_template.replace('split ","', 'split --max 1 ","')


@add_completion_class
class _Bash(BashComplete):
    """For bash, where ``--select=GAR`` is three words."""

    def get_completion_args(self) -> tuple[list[str], str]:
        """Return the complete words, and the one that is not."""
        args, incomplete = super().get_completion_args()
        words: list[str] = []
        for word in (*args, incomplete):
            if words and (word == "=" or words[-1].endswith("=")):
                words[-1] += word
            else:
                words.append(word)
        return words[:-1], words[-1]
