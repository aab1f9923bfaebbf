"""Mentions of persons with their titles.

A mention is anchored at a title, so texts without one cost nothing: `former French President Marie
Dupont`, `Gov. Dupont`, `Marie Dupont, the president-elect,`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from newslint.patterns import regexp
from newslint.source import Text
from newslint.spans import Span
from newslint.structs import Struct, replace
from newslint.text.names import (
    NAME_PATTERN,
    given_names,
    has_given_name,
    institution_words,
    is_calendar,
    name_parts,
    person_start,
    surname_of,
)
from newslint.text.phrases import hits
from newslint.text.quotes import in_quotes
from newslint.text.titles import (
    SETS_OFF,
    Modifiers,
    determiner_before,
    exclusive_titles,
    may_be_set_off,
    nationalities,
    owner_before,
    read_modifiers,
    title_suffix,
    title_words,
    titled_portfolio,
    titles,
)


class Mention(Struct):
    """One mention of a person.

    Args:
        span: Title and name, without nationality.
        name_span: The name alone.
        name: The name as written.
        surname: The last name.
        title: The title as written, or ``None``.
        title_kind: The canonical title (``president``), or ``""``.
        state: ``current``, ``elect``, ``nominee``, ``former``, ``acting``, ``then``, ``late`` or
            ``next`` (future, possible).
        nationality: Country adjective before the title, or ``""``.
        quoted: Whether it stands within quotation marks.
        domain: What the title is of, where that is said: `Acme` of `Acme President Marie Dupont`,
            `Lyon` of `Marie Dupont, the mayor of Lyon`; or ``""``.
        after: Whether the title stands after the name.
        outgoing: Whether the title is about to end (`outgoing President Dupont`).
    """

    span: Span
    name_span: Span
    name: str
    surname: str
    title: Span | None = None
    title_kind: str = ""
    state: str = "current"
    nationality: str = ""
    quoted: bool = False
    domain: str = ""
    after: bool = False
    outgoing: bool = False


_SPACE = "[ \u00a0]"
_HONORIFIC = rf"(?:(?:Baroness|Dame|Dr|Lady|Lord|Mrs?|Ms|Sir)\b\.?{_SPACE})?"
_NAME_AFTER = regexp(
    rf",?{_SPACE}{_HONORIFIC}(?P<name>(?:(?:de|van|von|da|di|del)(?: la| der)? )?{NAME_PATTERN})"
)
_SET_OFF_END = regexp(rf"[.;)]|,(?!{_SPACE}[^\W\d_]*[A-Z])|$")
"""After the name in `the former president, Marie Dupont, left`; a capital goes on with a list."""
_LIST_GOES_ON = regexp(rf",?{_SPACE}(?:and|or|as well as|along with|plus){_SPACE}")
_OF_AFTER = regexp(rf"{_SPACE}(?:of|for){_SPACE}(?:the{_SPACE})?(?P<of>{NAME_PATTERN})")
_OF_A_BODY = regexp(
    rf"{_SPACE}of{_SPACE}(?:the|an?|his|her|its|their){_SPACE}"
    r"(?!country|nation|republic|state\b|union)(?P<of>[a-z][\w’'-]*(?: [a-z][\w’'-]*)?)(?=[,.;])"
)
"""`president of the bar association`, which is no country."""
_SHORT_MONTHS = frozenset({"Apr", "Aug", "Dec", "Feb", "Jan", "Mar", "Nov", "Oct", "Sep", "Sept"})
"""`becomes governor Jan. 1`."""
_TITLES_THAT_ARE_NAMES = frozenset(
    {"Abbot", "Baron", "Bishop", "Constable", "Dean", "Duke", "Judge", "King", "Marshal", "Pope"}
)
"""`Rep. King`, alone after another title."""
_APPOSITION_END = regexp(rf"[,.;:)]|{_SPACE}(?:(?:of|for|at){_SPACE}|[—–-]{_SPACE})")
_GOES_ON = regexp(
    rf"{_SPACE}(?:after|also|and|as|before|but|by|could|during|from|had|has|in|is|on|said|says|since"
    r"|to|told|was|when|while|who|whose|will|with|would)\b"
)
"""After a title whose second comma is missing: `Marie Dupont, the former president said`."""
_NAME_BEFORE = regexp(rf"(?<![\w.@#/’'-])(?P<name>{NAME_PATTERN}),{_SPACE}(?:who is{_SPACE})?$")
_NAME_BEFORE_ASIDE = regexp(
    rf"(?<![\w.@#/’'-])(?P<name>{NAME_PATTERN}){_SPACE}(?:\(|[—–-]{_SPACE})$"
)
"""`Marie Dupont (the former president)`, `Marie Dupont – the former president –`."""


def people(text: Text) -> tuple[Mention, ...]:
    """Return the mentions of persons with a title, in order."""
    found: list[Mention] = []
    spans = longest(hits(text, title_words()))
    before = [_before_name(title, text.text) for title in spans]
    surnames = frozenset(mention.surname for mention in before if mention)
    for title, read in zip(spans, before, strict=True):
        mention = read or _after_name(title, text.text, surnames)
        if mention is None:
            continue
        inside = in_quotes(text, mention.span)
        found.append(replace(mention, quoted=True) if inside else mention)
    return tuple(found)


def read_after_name(title: Span) -> Mention | None:
    """Read the mention at a title that stands after a name, which may be anybody's surname."""
    assert isinstance(title.source, Text)
    return _after_name(title, title.source.text, None)


def run_behind(title: Span) -> Span | None:
    """Return the capitalised words behind a title, among which a name may be."""
    text = title.source.content
    _, begin = title_suffix(text, title.end)
    match = _NAME_AFTER.match(text, begin)
    start, end = match.span("name") if match else (0, 0)
    if match is None and (match := _OF_AFTER.match(text, begin)):
        start, end = match.span("of")
    return Span(title.source, start, end, text[start:end]) if end else None


def longest(spans: Iterable[Span]) -> list[Span]:
    """Leave out titles inside longer ones: `president` of `vice president`."""
    kept: list[Span] = []
    for span in sorted(spans, key=lambda one: (one.start, -one.end)):
        if not kept or span.end > kept[-1].end:
            kept.append(span)
    return kept


def _before_name(hit: Span, text: str) -> Mention | None:
    """Read `President-elect Marie Dupont`, `President of France Marie Dupont`."""
    canonical = titles()[hit.text.lower()]
    suffix, end = title_suffix(text, hit.end)
    domain = ""
    match = _NAME_AFTER.match(text, end)
    if match and text[end] == ",":
        return _set_off(hit, text, canonical, suffix, match)
    if match is None:
        match = _OF_AFTER.match(text, end)
        cut = _person_within(match["of"]) if match else 0
        if match is None or not cut:
            return None
        domain, start, stop = match["of"][:cut].strip(), match.start("of") + cut, match.end()
    else:
        start, stop = match.span("name")
    name = _person(text[start:stop], hit.text, canonical)
    if not name or (name in _SHORT_MONTHS and text.startswith(".", start + len(name))):
        return None
    before = read_modifiers(text, hit.start, canonical)
    first, last = min(before.start, hit.start), start + len(name)
    of = _OF_AFTER.match(text, last)  # `Chairman Dupont of Acme`
    domain = domain or before.qualifier or (of["of"] if of else owner_before(text, before.begin))
    return _mention(hit, (first, last), (start, last), (first, end),
                    before, suffix, domain, after=False)  # fmt: skip


def _set_off(
    hit: Span, text: str, canonical: str, suffix: str, match: re.Match[str]
) -> Mention | None:
    """Read `the former president, Marie Dupont,` where it is no list."""
    start, stop = match.span("name")
    before = read_modifiers(text, hit.start, canonical)
    determiner = text[determiner_before(text, before.begin, 40) : before.begin]
    if determiner[:2].lower() in ("", "a ", "an") or before.state == "next":
        return None
    if not has_given_name(match["name"]):
        return None
    if not _SET_OFF_END.match(text, stop):
        return None
    marked = suffix or before.state != "current"
    if not (marked or _one_is_meant(match["name"], text, stop)):
        return None
    first = min(before.start, hit.start)
    domain = before.qualifier or ("" if marked else owner_before(text, before.begin))
    return _mention(hit, (first, stop), (start, stop), (first, match.start()),
                    before, suffix, domain, after=False)  # fmt: skip


def _one_is_meant(name: str, text: str, stop: int) -> bool:
    """Tell `the president, Marie Dupont, left` from `the president, Marie Dupont, and others`."""
    return not _LIST_GOES_ON.match(text, stop) and "," not in name


def _after_name(hit: Span, text: str, surnames: Collection[str] | None) -> Mention | None:
    """Read `Marie Dupont, the former president,` and `Marie Dupont, president of France`.

    A name without a known given name counts by one of the ``surnames`` that the text has titled,
    or any if it is not known which, but only as a `former`, an `-elect` or the like: `Dupont, the
    deputy` is often of a time in the story.
    """
    suffix, end = title_suffix(text, hit.end)
    ends = _APPOSITION_END.match(text, end)
    if not ends and not _GOES_ON.match(text, end):
        return None
    if not may_be_set_off(text, hit.start):
        return None
    before = read_modifiers(text, hit.start, titles()[hit.text.lower()])
    if not ends and not suffix and before.state == "current":
        return None
    if before.state == "next":
        return None
    low = max(0, before.begin - 80)
    stop = determiner_before(text, before.begin, 80)
    if not text.endswith(SETS_OFF, low, stop):
        return None
    match = _NAME_BEFORE.search(text, low, stop)
    if match is None and (suffix or before.state != "current"):
        match = _NAME_BEFORE_ASIDE.search(text, low, stop)
    begin = person_start(match["name"]) if match else -1
    if match and begin < 0 and (suffix or before.state != "current"):
        surname = surname_of(match["name"])
        known = surnames is None or surname in surnames
        begin = match["name"].rfind(surname) if known else -1
    if match is None or begin < 0:
        return None
    name = match.start("name") + begin, match.end("name")
    of = _OF_AFTER.match(text, end) or _OF_A_BODY.match(text, end)
    domain = of["of"] if of else before.qualifier
    return _mention(hit, (name[0], end), name, (before.start, end),
                    before, suffix, domain, after=True)  # fmt: skip


def _mention(
    hit: Span,
    whole: tuple[int, int],
    name: tuple[int, int],
    title: tuple[int, int],
    before: Modifiers,
    suffix: str,
    domain: str,
    *,
    after: bool,
) -> Mention:
    source = hit.source
    assert isinstance(source, Text)
    name_span = source.span(*name)
    return Mention(
        span=source.span(*whole),
        name_span=name_span,
        name=name_span.text,
        surname=surname_of(name_span.text),
        title=source.span(*title),
        title_kind=titled_portfolio(before.title, domain),
        state=suffix if suffix and before.state == "current" else before.state,
        nationality=before.nationality,
        domain=domain,
        outgoing=before.outgoing,
        after=after,
    )


def _person(name: str, title: str, canonical: str) -> str:
    """Return the part of a capitalised run after a title that is a name, or ``""``."""
    words = name.split()
    for index, word in enumerate(words):
        bare = word.rstrip(",")
        if is_calendar(bare):
            name = " ".join(words[:index])
            break
    parts = name_parts(name)
    if not parts or not _nameable(parts, name):
        return ""
    certain = title[0].isupper() or canonical in exclusive_titles()
    return name if certain or has_given_name(name) else ""


def _nameable(parts: tuple[str, ...], name: str) -> bool:
    last = parts[-1]
    return not (
        last in institution_words()
        or parts[0] in nationalities()
        or (parts[0].lower() in titles() and name not in _TITLES_THAT_ARE_NAMES)
        or (len(parts) == 1 and (len(last) < 2 or name.isupper()))
    )


def _person_within(run: str) -> int:
    """Return where a person's name begins in a run such as `France Emmanuel Dupont`, or 0."""
    position = run.find(" ") + 1
    while position:
        if run[position:].split()[0] in given_names() and has_given_name(run[position:]):
            return position
        position = run.find(" ", position) + 1
    return 0
