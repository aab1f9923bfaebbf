"""Rules and diagnostics as objects of SARIF 2.1.0."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import quote

from newslint.diagnostic import (
    Diagnostic,
    Location,
    RelatedLocation,
    Severity,
    SourceEdit,
    SourceFix,
)
from newslint.explain import page, prose
from newslint.patterns import regexp
from newslint.reporters.repository import Repository
from newslint.reporters.terminal import neutral
from newslint.rulebook import Rule

LEVELS: Mapping[Severity, str] = {"error": "error", "warning": "warning", "info": "note"}
PROBLEMS: Mapping[Severity, str] = {
    "error": "error", "warning": "warning", "info": "recommendation",
}  # fmt: skip
"""What GitHub calls ``problem.severity``; it orders alerts by that."""
PRECISIONS: Mapping[Severity, str] = {"error": "very-high", "warning": "high", "info": "medium"}
"""What GitHub calls ``precision``: a rule's severity is how sure it is when it is surest."""
ROOT = "%SRCROOT%"
"""What URIs are relative to; the name that CodeQL uses, too."""
DESCRIBED = 1024
"""Characters GitHub takes of a rule's descriptions."""
RELATED = 100
"""Locations of a result that GitHub keeps; of a menu, every line is related."""

OWN_MARK = "newslint/v1"
"""The fingerprint that is newslint's own; code scanning reads ``primaryLocationLineHash`` only."""
LINKED = 3
"""Related places that the message links to; code scanning shows no others."""
NOTE = 80
"""Characters of a link."""

_LINK = regexp(r"(?<!\\)((?:\\\\)*)\](?=\()")
"""A ``]`` that no backslash escapes, before ``(``."""


def descriptor(rule: Rule) -> dict[str, Any]:
    """Return a rule as a ``reportingDescriptor``."""
    about = prose(rule) or rule.name
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": _cut(rule.summary or rule.name)},
        "fullDescription": {"text": _cut(" ".join(about.split()))},
        "help": {"text": about, "markdown": page(rule)},
        "defaultConfiguration": {"enabled": rule.default, "level": LEVELS[rule.severity]},
        "properties": _properties(rule.family, rule.severity),
    }


def unknown_rule(one: Diagnostic) -> dict[str, Any]:
    """Return what a diagnostic tells of its rule, for one that no plugin brought."""
    text = {"text": one.rule.replace("-", " ") or one.code}
    return {
        "id": one.code,
        "name": one.rule,
        "shortDescription": text,
        "fullDescription": text,
        "help": text,
        "defaultConfiguration": {"level": LEVELS[one.severity]},
        "properties": _properties(one.family, one.severity),
    }


def result(
    one: Diagnostic, repository: Repository, *, rule_index: int, mark: str, line_hash: str | None
) -> dict[str, Any]:
    """Return a diagnostic as a ``result``.

    Args:
        one: The diagnostic.
        repository: Where its files are.
        rule_index: Where its rule stands among the run's, from 0.
        mark: Its fingerprint, which no other result of its file has.
        line_hash: That of its line, if no other result of its rule and file has it.
    """
    location: dict[str, Any] = {"physicalLocation": _physical(one.location, repository)}
    if record := one.location.record:
        name = record.id or f"number {record.index}"
        location["logicalLocations"] = [
            {"name": neutral(name), "fullyQualifiedName": neutral(f"{name} {record.field}".strip())}
        ]
    made: dict[str, Any] = {
        "ruleId": one.code,
        "ruleIndex": rule_index,
        "level": LEVELS[one.severity],
        "message": {"text": message_text(one.message) + _links(one.related)},
        "locations": [location],
        "partialFingerprints": {"primaryLocationLineHash": line_hash or mark, OWN_MARK: mark},
    }
    if one.related:
        made["relatedLocations"] = [
            {
                "id": number,
                "physicalLocation": _physical(other.location, repository),
                "message": {"text": message_text(other.message)},
            }
            for number, other in enumerate(one.related[: RELATED - 1], 1)
        ]
    if one.fix is not None:
        made["fixes"] = [_fix(one.fix, _artifact(one.location.path, repository))]
    return made


def message_text(message: str) -> str:
    r"""Return the text of a message, with hidden characters visible.

    ``[words](place)`` would be a link in it (section 3.11.6): the ``]`` is escaped where it could
    end the words of one. An empty text, which GitHub rejects, is a dash.
    """
    return _LINK.sub(r"\1\\]", neutral(message)) or "-"


def _links(related: Sequence[RelatedLocation]) -> str:
    """Return a sentence that links to the first related places, ``""`` where there is none."""
    names = (_cut(neutral(other.message) or "here", NOTE) for other in related[:LINKED])
    escaped = (re.sub(r"[\\[\]]", r"\\\g<0>", name) for name in names)
    links = ", ".join(f"[{name}]({number})" for number, name in enumerate(escaped, 1))
    return f". See {links}" if links else ""


def uri(path: str) -> str:
    """Return the path of a file as a relative reference of RFC 3986; an absolute one as a URI.

    Names are spelled in the bytes the file system has, whether these are UTF-8 or not.
    """
    try:
        name = os.fsencode(path)
    except UnicodeEncodeError:  # half of a surrogate pair that no file name can have
        name = path.encode("utf-8", "surrogatepass")
    return ("file://" if path.startswith("/") else "") + quote(name)


def _physical(place: Location, repository: Repository) -> dict[str, Any]:
    return {"artifactLocation": _artifact(place.path, repository), "region": _region(place)}


def _artifact(path: str, repository: Repository) -> dict[str, str]:
    reference = uri(repository.path(path))
    if reference.startswith("file:"):
        return {"uri": reference}
    return {"uri": reference, "uriBaseId": ROOT}


def _region(place: Location | SourceEdit) -> dict[str, int]:
    return {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
    }


def _fix(fix: SourceFix, artifact: dict[str, str]) -> dict[str, Any]:
    kind = "Safe: no meaning can change" if fix.safe else "Unsafe: look at it"
    replacements = [
        {"deletedRegion": _region(edit), "insertedContent": {"text": edit.text}}
        for edit in fix.edits
    ]
    change = {"artifactLocation": artifact, "replacements": replacements}
    return {"description": {"text": kind}, "artifactChanges": [change]}


def _properties(family: str, severity: Severity) -> dict[str, Any]:
    return {
        "tags": [family],
        "precision": PRECISIONS[severity],
        "problem.severity": PROBLEMS[severity],
    }


def _cut(text: str, most: int = DESCRIBED) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"
