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

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from newslint.doc import Doc
from newslint.errors import RuleDefinitionError, nearest
from newslint.rulebook import Rule, family_name, rule, rule_name
from newslint.source import Finding, Findings, Span, Text
from newslint.text.phrases import Phrases
from newslint.text.phrases import hits as find_hits

PATTERN_SECONDS = 1.0
"""Time limit of a user's pattern on one article; beyond it the rule counts as crashed."""

KINDS = ("swap", "forbid", "pattern", "consistent", "require")
_KEYS = (
    "code", "name", "message", "about", "severity", "default", "languages", "supersedes", "family",
    "safe", "case", "where", "fix", *KINDS,
)  # fmt: skip
_PLACES = ("text", "headline", "body", "narration")
_REQUIRED = {"metadata", "pattern"}


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
    kinds = [kind for kind in KINDS if kind in table]
    if len(kinds) != 1:
        said = " and ".join(kinds) or "none of them"
        raise RuleDefinitionError(f"{where}: needs one of {', '.join(KINDS)}; has {said}")
    place = table.get("where", "text")
    if place not in _PLACES:
        raise RuleDefinitionError(
            f"{where}: 'where' must be one of {', '.join(_PLACES)}, not {place!r}"
        )
    for key in ("default", "safe", "case"):
        if not isinstance(table.get(key, False), bool):
            raise RuleDefinitionError(f"{where}: {key!r} must be true or false, not {table[key]!r}")
    for key in ("languages", "supersedes"):
        _strings(table.get(key, []), where, key)
    if "fix" in table and (kinds[0] != "pattern" or not isinstance(table["fix"], str)):
        raise RuleDefinitionError(f"{where}: 'fix' must be a string and goes with 'pattern'")
    function, near = _BUILDERS[kinds[0]](table, where)
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


_PLACEHOLDER = re.compile(r"\{(\w+)\}")


def _check_message(message: str, where: str) -> None:
    for placeholder in _PLACEHOLDER.findall(message):
        if placeholder not in ("match", "fix"):
            raise RuleDefinitionError(
                f"{where}: 'message' has {{{placeholder}}}; known are {{match}} and {{fix}}"
            )


Built = tuple[Callable[[Doc], Findings], Phrases | None]


def _swap(table: Mapping[str, Any], where: str) -> Built:
    pairs = table["swap"]
    if not isinstance(pairs, dict) or not all(isinstance(one, str) for one in pairs.values()):
        raise RuleDefinitionError(f"{where}: 'swap' must be a table of wording = \"wording\"")
    better = {wrong.lower(): right for wrong, right in pairs.items()}
    near = Phrases(better)
    accept = _case_test(table, pairs)

    def swap(doc: Doc) -> Findings:
        for hit in _hits_in(doc, near, table):
            if not accept(hit.text):
                continue
            fix = pairs[hit.text] if table.get("case") else _right(hit.text, hit.text, better)
            if fix != hit.text:  # "brexit" = "Brexit" does not mean the right form
                yield _flag(hit, table, fix)

    return swap, near


def _forbid(table: Mapping[str, Any], where: str) -> Built:
    wordings = _strings(table["forbid"], where, "forbid")
    near = Phrases(wordings)
    accept = _case_test(table, wordings)

    def forbid(doc: Doc) -> Findings:
        for hit in _hits_in(doc, near, table):
            if accept(hit.text):
                yield _flag(hit, table, None)

    return forbid, near


def _pattern(table: Mapping[str, Any], where: str) -> Built:
    compiled = _compile(table["pattern"], where, case=bool(table.get("case")))
    template = table.get("fix")
    if template is not None:
        _check_template(compiled, template, where)

    def pattern(doc: Doc) -> Findings:
        for span in _places(doc, table):
            for match in compiled.finditer(span.text, timeout=PATTERN_SECONDS):
                if match.end() > match.start():
                    fix = None if template is None else match.expand(template)
                    yield _flag(span.slice(match.start(), match.end()), table, fix)

    return pattern, None


def _consistent(table: Mapping[str, Any], where: str) -> Built:
    sets = table["consistent"]
    if not isinstance(sets, list) or not all(
        isinstance(one, list) and len(one) > 1 for one in sets
    ):
        raise RuleDefinitionError(f"{where}: 'consistent' must be lists of two or more spellings")
    listed = [_strings(one, where, "consistent") for one in sets]
    group_of = {spelling.lower(): number for number, one in enumerate(listed) for spelling in one}
    written = {spelling.lower(): spelling for one in listed for spelling in one}
    near = Phrases(group_of)

    def consistent(doc: Doc) -> Findings:
        first: dict[int, Span] = {}
        for hit in _hits_in(doc, near, table):
            group = group_of[hit.text.lower()]
            known = first.setdefault(group, hit)
            if known.text.lower() != hit.text.lower():
                yield _flag(hit, table, _right(hit.text, known.text, written), related=known)

    return consistent, near


def _require(table: Mapping[str, Any], where: str) -> Built:
    wanted = table["require"]
    if not isinstance(wanted, dict) or not wanted or not wanted.keys() <= _REQUIRED:
        raise RuleDefinitionError(
            f"{where}: 'require' must be {{ metadata = [...] }} and/or {{ pattern = \"...\" }}"
        )
    fields = _strings(wanted.get("metadata", []), where, "require.metadata")
    compiled = (
        _compile(wanted["pattern"], where, case=bool(table.get("case")))
        if "pattern" in wanted
        else None
    )

    def require(doc: Doc) -> Findings:
        for name in fields:
            field = doc.meta.get(name)
            if field is None or not field.raw.strip():
                yield doc.flag(_message(table, name, ""))
        if compiled and not any(
            compiled.search(span.text, timeout=PATTERN_SECONDS) for span in _places(doc, table)
        ):
            yield doc.flag(_message(table, "", ""))

    return require, None


_BUILDERS: Mapping[str, Callable[[Mapping[str, Any], str], Built]] = {
    "swap": _swap,
    "forbid": _forbid,
    "pattern": _pattern,
    "consistent": _consistent,
    "require": _require,
}


def _compile(pattern: object, where: str, *, case: bool) -> Any:
    import regex  # the one engine with a time limit; imported for rules that have a pattern

    if not isinstance(pattern, str):
        raise RuleDefinitionError(f"{where}: a pattern must be a string")
    try:
        return regex.compile(pattern, regex.MULTILINE | (0 if case else regex.IGNORECASE))
    except regex.error as error:
        raise RuleDefinitionError(f"{where}: pattern {pattern!r}: {error}") from error


def _check_template(compiled: Any, template: str, where: str) -> None:
    import regex

    # The same groups, in a pattern that matches anything: expanding is what checks a template.
    empty = regex.compile(f"|(?:{compiled.pattern}\n)", compiled.flags).match("")
    try:
        _ = empty and empty.expand(template)
    except (regex.error, IndexError) as error:
        raise RuleDefinitionError(f"{where}: fix {template!r}: {error}") from error


def _strings(value: object, where: str, key: str) -> list[str]:
    if not isinstance(value, list) or not all(isinstance(one, str) and one for one in value):
        raise RuleDefinitionError(f"{where}: {key!r} must be a list of strings")
    return value


def _case_test(
    table: Mapping[str, Any], wordings: Mapping[str, str] | list[str]
) -> Callable[[str], bool]:
    if not table.get("case"):
        return lambda _: True
    exact = frozenset(wordings)
    return lambda text: text in exact


def _hits_in(doc: Doc, near: Phrases, table: Mapping[str, Any]) -> Iterator[Span]:
    hits = doc.hits(near)
    if table.get("where", "text") == "text":
        yield from hits
        return
    for place in _places(doc, table):
        if place.source is doc:
            yield from (hit for hit in hits if place.contains(hit))
        else:  # a metadata headline: the engine's scan did not see it
            found = find_hits(Text(place.text), near)
            yield from (place.slice(hit.start, hit.end) for hit in found)


def _places(doc: Doc, table: Mapping[str, Any]) -> Iterator[Span]:
    where = table.get("where", "text")
    if where == "text":
        yield doc.span(0, len(doc.text))
    elif where == "headline":
        if doc.headline:
            yield doc.headline
    elif where == "body":
        yield from doc.body
    else:
        for paragraph in doc.body:
            yield from _outside(paragraph, [quote.span for quote in doc.quotes])


def _outside(paragraph: Span, quotes: list[Span]) -> Iterator[Span]:
    position = 0
    for quote in quotes:
        if quote.overlaps(paragraph):
            start = max(quote.start - paragraph.start, position)
            yield paragraph.slice(position, start)
            position = max(min(quote.end - paragraph.start, len(paragraph)), position)
    yield paragraph.slice(position, len(paragraph))


def _flag(
    span: Span, table: Mapping[str, Any], fix: str | None, related: Span | None = None
) -> Finding:
    message = _message(table, span.text, fix or "")
    places = (related,) if related else ()
    return span.flag(message, fix=fix, safe=bool(table.get("safe")), related=places)


def _message(table: Mapping[str, Any], match: str, fix: str) -> str:
    # Plain replacement, not str.format: article text may hold braces.
    message: str = table["message"]
    return message.replace("{match}", match).replace("{fix}", fix)


def _right(found: str, key: str, better: Mapping[str, str]) -> str:
    return _like(found, better[key.lower()])


def _like(found: str, better: str) -> str:
    """Give ``better`` the capitals of ``found``: ALL, First or none."""
    if found.isupper() and len(found) > 1:
        return better.upper()
    if found[:1].isupper():
        return better[:1].upper() + better[1:]
    return better


def read_declared_file(path: Path, *, family: str, origin: str) -> list[Rule]:
    """Return the rules of a TOML rule file on disk (see `read_declared`)."""
    try:
        content = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise RuleDefinitionError(f"{path}: cannot be read: {error}") from error
    return read_declared(content, file=str(path), family=family, origin=origin)
