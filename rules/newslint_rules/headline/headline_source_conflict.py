"""HED002 headline-source-conflict."""

import functools
import re
from collections.abc import Iterator, Sequence

from newslint import Doc, Findings, Span, regexp, rule, word_list
from newslint_rules.headline.aliases import aliases_of, is_institution
from newslint_rules.headline.lead import lead_sentences
from newslint_rules.headline.source_kinds import ends_in_kind, kinds_in, related_kinds
from newslint_rules.headline.source_tags import source_tags
from newslint_rules.headline.whole_words import stands_in

_NEWS = frozenset({"agency", "press"})
"""A newspaper may pass on what an agency has; that it is quoted elsewhere proves nothing."""
_VAGUE = regexp(
    r"\b(?:aides?|analysis|insiders?|polls?|reports?|research|says|sources?|statistics|stud(?:y|ies)"
    r"|surveys?|survivors?|victims?)\b",
    re.IGNORECASE,
)
"""Sources that anybody may have."""
_REPORTS = regexp(r"\b(?:reported|citing|quoted|quoting)\b")
_LONGEST_SOURCE = 8
"""Words of a source in the text: what is longer holds more than the source."""
_APART = frozenset({"analyst", "fire", "opinion", "police", "witness"})
"""Kinds of sources that no institution hides behind; `a spokesman` or `prosecutors` may be its."""
_OF_NO_STATE = frozenset(
    {"Amnesty", "Amnesty International", "IAEA", "IMF", "IOC", "OPEC", "Red Cross", "WHO", "WTO"}
)
"""Institutions that no minister, court or company speaks for either."""
_STATE = frozenset({"company", "court", "government", "security"})
_TOO_WIDE = frozenset({"Congress", "House", "Senate", "U.N", "U.S", "UN", "US", "Washington"})
"""Institutions with more names than a list can hold."""


@rule(
    "HED002",
    severity="warning",
    languages=("en",),
    data=("aliases.txt", "news_agencies.txt", "source_kinds.txt"),
)
def headline_source_conflict(doc: Doc) -> Findings:
    """The headline credits another kind of source than the article does.

    `…: police` over a story that only quotes a columnist lends it a weight that it has not. The
    headline's source is what stands at its end after a dash, a colon, `says` or `according to`. It
    is flagged when no source of that kind, or of a related one, is in the text, and the first
    sentences attribute the story to a source of a clearly different kind; the agency in the
    dateline does not count.
    `… — WHO` is flagged where the text never names it by any name. A headline that begins with its
    source (`Police: …`, `Police say …`) is flagged where nobody of that kind is in the text at all.

    Left alone: `report`, `study` and `sources`, which may be anybody's, names of persons and
    outlets, and articles whose lead names no kind of source. It misses a wrong source of the
    right kind or of a related one (police for officials), one that is only denied further on,
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
    Bad:
        Measles spreads in river ports — >>WHO<<

        Measles is spreading in the river ports, residents said on Monday.

        "Everybody has it," one of them said.
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
    for tag in source_tags(headline) if headline is not None else ():
        name = tag.place.text
        kinds = kinds_in(name) if ends_in_kind(name) else frozenset()
        known = is_institution(name) and name not in _TOO_WIDE
        if not (known or len(kinds) == 1) or _VAGUE.search(name):
            continue
        sources = list(_lead_sources(doc))
        told = [kinds_in(source.text) for source in sources]
        if not told or not told[0]:
            continue
        if known:
            apart = _APART | _STATE if name in _OF_NO_STATE else _APART
            wrong = not tag.opens and told[0] <= apart and not _stands_in(doc, name)
        else:
            wrong = _is_wrong(doc, next(iter(kinds)), told)
            wrong = wrong and not (tag.opens and kinds <= _kinds_of_text(doc))
        if wrong:
            yield tag.place.flag(
                f"the headline credits {name!r}, the text {sources[0].text!r}",
                related=[(sources[0], "the source in the text")],
            )
            return


def _is_wrong(doc: Doc, kind: str, told: Sequence[frozenset[str]]) -> bool:
    """Tell whether nobody of a kind or a related one is among a lead's sources, or in the text."""
    wanted = related_kinds(kind)
    alike = wanted | _NEWS if wanted & _NEWS else wanted
    return not any(kinds & alike for kinds in told) and not _credited(doc, wanted)


def _stands_in(doc: Doc, institution: str) -> bool:
    """Tell whether an institution is in the text, by one of its names."""
    names = (institution, *aliases_of(institution))
    return any(stands_in(paragraph.text, names) for paragraph in (*doc.deck, *doc.body))


def _kinds_of_text(doc: Doc) -> frozenset[str]:
    """Return the kinds of sources that are named in the body, whatever is told of them."""
    return frozenset().union(*(kinds_in(paragraph.text) for paragraph in (*doc.deck, *doc.body)))


def _lead_sources(doc: Doc) -> Iterator[Span]:
    """Give the sources that the first sentences attribute something to."""
    sentences = list(lead_sentences(doc))
    if not sentences:
        return
    for attribution in doc.attributions_before(sentences[-1].end):
        source = attribution.source
        if source is None or source.start >= sentences[-1].end:
            continue
        if source.text.count(" ") < _LONGEST_SOURCE:
            yield source


def _credited(doc: Doc, kinds: frozenset[str]) -> bool:
    """Tell whether the article names a source of one of the kinds, as such or as an agency."""
    for attribution in doc.attributions:
        if attribution.source is not None and kinds_in(attribution.source.text) & kinds:
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
            yield bool(kinds_in(mention.title.text) & kinds)


def _credits_agency(text: str) -> bool:
    return "agency" in text.lower() or stands_in(text, _agencies())


@functools.cache
def _agencies() -> tuple[str, ...]:
    return tuple(word_list(__package__, "news_agencies.txt"))
