"""``newslint rules``: every rule known here."""

from __future__ import annotations

import json
from typing import Any

import click

from newslint.cli.common import rule_sources
from newslint.engine_rules import ENGINE_RULES, UNUSED_SUPPRESSION
from newslint.explain import has_fix
from newslint.rulebook import Rule
from newslint.session import Session, SessionOptions


@click.command("rules", context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text")
@rule_sources
def command(
    *,
    format_: str,
    loading: SessionOptions,
) -> int:
    """List every rule: code, name, family, severity, on or off.

    And whether it has a fix, and where it came from. What an unavailable one lacks, `explain` says.
    """
    session = Session(loading)
    running = {one.rule.code: one for one in session.selection.default.all}
    rows = [
        _row(rule, running[rule.code].severity if rule.code in running else rule.severity,
             on=rule.code in running)
        for rule in session.book.awake.rules
    ]  # fmt: skip
    unused = session.selection.default.unused
    for rule in ENGINE_RULES:
        can_be_off = rule is UNUSED_SUPPRESSION
        severity = unused if can_be_off and unused else rule.severity
        rows.append(_row(rule, severity, on=not can_be_off or unused is not None))
    if format_ == "json":
        click.echo(json.dumps(rows, indent=2, ensure_ascii=False))
        return 0
    keys = ("code", "name", "family", "severity", "on", "fix", "origin")
    table = [keys, *([_cell(row, key) for key in keys] for row in rows)]
    widths = [max(len(row[column]) for row in table) for column in range(len(keys))]
    for row in table:
        click.echo(
            "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        )
    return 0


def _row(rule: Rule, severity: str, *, on: bool) -> dict[str, Any]:
    return {
        "code": rule.code,
        "name": rule.name,
        "family": rule.family,
        "severity": severity,
        "on": on,
        "lacks": rule.lacks or None,
        "fix": has_fix(rule),
        "languages": list(rule.languages),
        "origin": rule.origin,
        "summary": rule.summary,
    }


def _cell(row: dict[str, Any], key: str) -> str:
    if key == "on" and row["lacks"]:
        return "unavailable"
    value = row[key]
    return {True: "yes", False: "-"}[value] if isinstance(value, bool) else str(value)
