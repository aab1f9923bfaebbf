r"""Rules without code: TOML tables made into rules.

A file holds one or more ``[[rule]]`` tables. Each has ``code``, ``name``, ``message``, ``about``
(documentation with examples, like a docstring) and exactly one of

``swap``
    wordings and what to write instead: ``{ moneys = "money" }``
``forbid``
    wordings that must not stand: ``["at this point in time"]``
``pattern``
    a regular expression, with ``fix`` as an optional template (``"\1 percent"``)
``consistent``
    lists of spellings of which an article may use one: ``[["adviser", "advisor"]]``
``require``
    what an article must have: ``{ metadata = ["author"] }`` or ``{ pattern = "..." }``

and optionally ``severity``, ``default``, ``languages``, ``supersedes``, ``family``, ``safe`` (the
fix is safe), ``case`` (capitals matter), ``where`` (``text``, ``headline``, ``body`` or
``narration``, which is the body without quotations; default ``text``).
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from newslint.declared_kinds import BUILDERS, strings
from newslint.errors import RuleDefinitionError, nearest
from newslint.patterns import regexp
from newslint.rulebook import Rule, family_name, rule, rule_name

_KEYS = (
    "code", "name", "message", "about", "severity", "default", "languages", "supersedes", "family",
    "safe", "case", "where", "fix", *BUILDERS,
)  # fmt: skip
_PLACES = ("text", "headline", "body", "narration")


def read_declared(content: str, *, file: str, family: str, origin: str) -> list[Rule]:
    """Return the rules of a TOML rule file.

    Raises:
        RuleDefinitionError: names the file, the rule, the key and what would be right.
    """
    try:
        tables = tomllib.loads(content)
    except tomllib.TOMLDecodeError as error:
        raise RuleDefinitionError(f"{file}: not valid TOML: {error}") from error
    for key in tables:
        if key != "rule":
            raise RuleDefinitionError(
                f"{file}: unknown key {key!r}; rules stand in [[rule]] tables"
            )
    entries = tables.get("rule", [])
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise RuleDefinitionError(f"{file}: 'rule' must be [[rule]] tables")
    return [_read(entry, file, family, origin) for entry in entries]


def _read(table: Mapping[str, Any], file: str, family: str, origin: str) -> Rule:
    where = f"{file}: rule {table.get('name') or table.get('code') or '(unnamed)'}"
    for key in table:
        if key not in _KEYS:
            raise RuleDefinitionError(f"{where}: unknown key {key!r}{nearest(key, _KEYS)}")
    for key in ("code", "name", "message", "about"):
        if not isinstance(table.get(key), str) or not table[key].strip():
            raise RuleDefinitionError(f"{where}: {key!r} is missing; it must be a string")
    _check_message(table["message"], where)
    kinds = [kind for kind in BUILDERS if kind in table]
    if len(kinds) != 1:
        said = " and ".join(kinds) or "none of them"
        raise RuleDefinitionError(f"{where}: needs one of {', '.join(BUILDERS)}; has {said}")
    place = table.get("where", "text")
    if place not in _PLACES:
        raise RuleDefinitionError(
            f"{where}: 'where' must be one of {', '.join(_PLACES)}, not {place!r}"
        )
    for key in ("default", "safe", "case"):
        if not isinstance(table.get(key, False), bool):
            raise RuleDefinitionError(f"{where}: {key!r} must be true or false, not {table[key]!r}")
    for key in ("languages", "supersedes"):
        strings(table.get(key, []), where, key)
    if "fix" in table and (kinds[0] != "pattern" or not isinstance(table["fix"], str)):
        raise RuleDefinitionError(f"{where}: 'fix' must be a string and goes with 'pattern'")
    function, near = BUILDERS[kinds[0]](table, where)
    try:
        name = rule_name(table["name"], table["code"])
        mark = rule(
            table["code"],
            severity=table.get("severity", "warning"),
            default=table.get("default", True),
            languages=table.get("languages", ()),
            supersedes=table.get("supersedes", ()),
        )
    except RuleDefinitionError as error:
        raise RuleDefinitionError(f"{where}: {error}") from error
    declaration = getattr(mark(function), "__newslint_rule__")  # noqa: B009 - checks code, severity
    return Rule(
        code=declaration.code,
        name=name,
        family=family_name(table.get("family", family)),
        severity=declaration.severity,
        about=table["about"],
        function=function,
        default=declaration.default,
        languages=declaration.languages,
        supersedes=declaration.supersedes,
        # The headline may stand in the metadata, where the engine's scan does not look.
        near=None if place == "headline" else near,
        origin=origin,
        file=file,
    )


_PLACEHOLDER = regexp(r"\{(\w+)\}")


def _check_message(message: str, where: str) -> None:
    for placeholder in _PLACEHOLDER.findall(message):
        if placeholder not in ("match", "fix"):
            raise RuleDefinitionError(
                f"{where}: 'message' has {{{placeholder}}}; known are {{match}} and {{fix}}"
            )


def read_declared_file(path: Path, *, family: str, origin: str) -> list[Rule]:
    """Return the rules of a TOML rule file on disk (see `read_declared`)."""
    try:
        content = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise RuleDefinitionError(f"{path}: cannot be read: {error}") from error
    return read_declared(content, file=str(path), family=family, origin=origin)
