"""HED002 headline-source-conflict."""

import functools
import re
from collections.abc import Iterator

from newslint import Doc, Findings, Span, rule, word_list

_TAG = re.compile(
    r"(?:\s[—–-]\s+|:\s+|\s\|\s+|,\s+(?:says?|said|claims?|warns?)\s+)"
    r"(?P<source>[^\W\d_][\w .'’-]{1,38}?)$"
    r"|(?:\s[—–-]\s+|,\s+)(?P<speaker>[^\W\d_][\w .'’-]{1,38}?)\s+(?:says?|said|claims?|warns?)$"
)
_LEAD_SENTENCES = 3
_RELATED = (
    frozenset({"company", "government"}),
    frozenset({"court", "government", "police"}),
    frozenset({"expert", "government"}),
)
"""Kinds that may stand for one another: a police officer is an official."""
_NEWS = frozenset({"agency", "press"})
"""A newspaper may pass on what an agency has; that it is quoted elsewhere proves nothing."""
_VAGUE = re.compile(
    r"\b(?:aides?|analysis|insiders?|polls?|reports?|research|says|sources?|statistics|stud(?:y|ies)"
    r"|surveys?|survivors?|victims?)\b",
    re.IGNORECASE,
)
"""Sources that anybody may have."""
_REPORTS = re.compile(r"\b(?:reported|citing|quoted|quoting)\b")
_LONGEST_TAG = 4
"""A source at the end of a headline has at most so many words."""


@rule(
    "HED002", severity="warning", languages=("en",), data=("news_agencies.txt", "source_kinds.txt")
)
def headline_source_conflict(doc: Doc) -> Findings:
    """The headline credits another kind of source than the article does.

    `…: police` over a story that only quotes a columnist lends it a weight that it has not. The
    headline's source is what stands at its end after a dash, a colon or `says`. It is flagged when
    no source of that kind, or of a related one, is in the text, and the first sentences attribute
    the story to a source of a clearly different kind; the agency in the dateline does not count.

    Left alone: `report`, `study` and `sources`, which may be anybody's, names of persons and
    outlets, and articles whose lead names no kind of source. It misses a wrong source of the
    right kind or of a related one (an officer for a minister), one that is only denied further on,
    and any where the lead's source is only a name. It errs where the text calls the source by a
    name that tells no kind. It is proved on wrong sources put behind real headlines; real cases are
    too rare to have been met.

    Bad:
        River ports to close for a month — >>news agency<<

        The river ports will close for a month, columnist Ana Ruiz wrote on Monday.

        The ports have been losing money for years.
    Bad:
        Fire destroys old theatre: >>police<<

        The old theatre burned down on Friday night, a resident said.

        "It went up in minutes," he said.
    Good:
        Fire destroys old theatre: police

        The old theatre burned down on Friday night, a resident said.

        An officer confirmed it.
    Good:
        River ports to close for a month — news agency

        The river ports will close for a month, columnist Ana Ruiz told Reuters.
    Good:
        Rebels take river port, residents say

        Rebels took the port on Monday, three people living there said by phone.

        The army denied it.
    Good:
        Two banks to merge - paper

        The two banks will merge, the Lund Gazette reported on Monday, citing a minister.
    """
    headline = doc.headline
    tag = _TAG.search(headline.text.rstrip()) if headline else None
    if headline is None or tag is None:
        return
    place = headline.group(tag, "source" if tag["source"] else "speaker")
    kinds = _kinds(place.text) if _ends_in_kind(place.text) else frozenset()
    if len(place.text.split()) > _LONGEST_TAG or len(kinds) != 1 or _VAGUE.search(place.text):
        return
    wanted = _related(*kinds)
    sources = list(_lead_sources(doc))
    told = [_kinds(source.text) for source in sources]
    alike = wanted | _NEWS if wanted & _NEWS else wanted
    if not told or not told[0] or any(kinds & alike for kinds in told) or _credited(doc, wanted):
        return
    yield place.flag(
        f"the headline credits {place.text!r}, the text {sources[0].text!r}",
        related=[(sources[0], "the source in the text")],
    )


def _lead_sources(doc: Doc) -> Iterator[Span]:
    """Give the sources that the first sentences attribute something to."""
    sentences = doc.sentences[:_LEAD_SENTENCES]
    if not sentences:
        return
    for attribution in doc.attributions:
        source = attribution.source
        if source is not None and source.start < sentences[-1].end:
            yield source


def _related(kind: str) -> frozenset[str]:
    return frozenset({kind}).union(*(group for group in _RELATED if kind in group))


def _ends_in_kind(source: str) -> bool:
    return any(match.end() == len(source) for match in _names().finditer(source.lower()))


@functools.lru_cache(maxsize=1024)
def _kinds(source: str) -> frozenset[str]:
    """Return the kinds of source that a phrase names; the longest name of several counts."""
    found = {}
    for match in _names().finditer(source.lower()):
        found[match.start()] = _kind_of()[_singular(match.group())]
    return frozenset(found.values())


def _credited(doc: Doc, kinds: frozenset[str]) -> bool:
    """Tell whether the article names a source of one of the kinds, as such or as an agency."""
    for attribution in doc.attributions:
        if attribution.source is not None and _kinds(attribution.source.text) & kinds:
            return True
    if "press" in kinds and _reports(doc):
        return True
    if "agency" not in kinds:
        return any(_officers(doc, kinds))
    dateline = doc.article.dateline
    for paragraph in (*doc.deck, *doc.body):
        text = paragraph.text
        if dateline is not None and paragraph.contains(dateline):
            text = text[dateline.end - paragraph.start :]
        if _credits_agency(text):
            return True
    return False


def _reports(doc: Doc) -> bool:
    """Tell whether somebody `reported` or was quoted, as a paper does: `the Lund Gazette`."""
    paragraphs = (*doc.deck, *doc.body)
    return any(_REPORTS.search(paragraph.text) for paragraph in paragraphs)


def _officers(doc: Doc, kinds: frozenset[str]) -> Iterator[bool]:
    """Tell of each person with a title whether it is one of the kinds (`Officer Lund`)."""
    for mention in doc.people:
        if mention.title is not None:
            yield bool(_kinds(mention.title.text) & kinds)


def _credits_agency(text: str) -> bool:
    return "agency" in text.lower() or _agencies().search(text) is not None


@functools.cache
def _kind_of() -> dict[str, str]:
    kinds: dict[str, str] = {}
    for line in word_list(__package__, "source_kinds.txt"):
        kind, _, names = line.partition(" = ")
        kinds |= {name.strip(): kind for name in names.split(",")}
    return kinds


def _singular(name: str) -> str:
    for ending, instead in (("", ""), ("ies", "y"), ("es", ""), ("s", "")):
        if name.endswith(ending) and (one := name.removesuffix(ending) + instead) in _kind_of():
            return one
    return name


@functools.cache
def _names() -> re.Pattern[str]:
    """All names of kinds, the longest first."""
    names = sorted(_kind_of(), key=lambda name: (-len(name), name))
    forms = "|".join(re.escape(one) for one in names)
    plurals = "|".join(re.escape(one[:-1]) + "ies" for one in names if one.endswith("y"))
    return re.compile(rf"\b(?:{forms}|{plurals})(?:e?s)?\b")


@functools.cache
def _agencies() -> re.Pattern[str]:
    names = "|".join(re.escape(one) for one in word_list(__package__, "news_agencies.txt"))
    return re.compile(rf"\b(?:{names})\b")
