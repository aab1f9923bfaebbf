"""The five kinds of rules without code: tables of a rule file made into functions of a `Doc`.

Every builder takes the table and where it stands, checks the part it reads, and gives the function
with the phrases it waits for, or `None` when it waits for none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from newslint.doc import Doc
from newslint.errors import RuleDefinitionError
from newslint.source import Text
from newslint.spans import Finding, Findings, Span
from newslint.text.phrases import Phrases
from newslint.text.phrases import hits as find_hits

PATTERN_SECONDS = 1.0
"""Time limit of a user's pattern on one article; beyond it the rule counts as crashed."""

_REQUIRED = {"metadata", "pattern"}

Built = tuple[Callable[[Doc], Findings], Phrases | None]
"""The function of a rule, and the phrases without which it has nothing to do."""


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
    wordings = strings(table["forbid"], where, "forbid")
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
    listed = [strings(one, where, "consistent") for one in sets]
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
    fields = strings(wanted.get("metadata", []), where, "require.metadata")
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


BUILDERS: Mapping[str, Callable[[Mapping[str, Any], str], Built]] = {
    "swap": _swap,
    "forbid": _forbid,
    "pattern": _pattern,
    "consistent": _consistent,
    "require": _require,
}
"""The builder of each kind."""


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


def strings(value: object, where: str, key: str) -> list[str]:
    """Return ``value`` if it is a list of strings; else say where it stands and what was wanted."""
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
