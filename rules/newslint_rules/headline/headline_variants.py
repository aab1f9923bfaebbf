"""HED004 headline-variants."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

from newslint import Doc, Findings, Severity, Span, regexp, rule
from newslint_rules.headline.lead import first_line
from newslint_rules.headline.stand_ins import kind_of
from newslint_rules.headline.stems import stem

if TYPE_CHECKING:
    from newslint_rules.headline.contradiction import Wording

_FIELDS = frozenset(
    {"title", "headline", "h1", "heading", "pagetitle", "webtitle", "htmltitle", "articletitle"}
    | {"ogtitle", "twittertitle", "socialtitle", "seotitle", "metatitle", "shorttitle"}
    | {"displaytitle", "alternativeheadline", "webheadline", "printheadline"}
)
"""Names of fields that hold a headline, in small letters without marks: schema.org's, Open Graph's,
those of content systems."""
_MARKS = regexp(r"[\W_]+")
_LONGEST = 200
_AS_LONG = 1.3
"""So many times as long as the file's headline a first line may be to be held against it."""
_ENOUGH = 4
"""Words that count from which having none in common says something."""
_OFF_TOPIC, _ON_TOPIC, _FAR = 0.5, 0.6, 0.4
"""Shares of a headline's words in the text: up to the first it may be another story's, from the
second on it is this one's; the two must be so far apart. Chosen for few alarms: of a thousand real
pages whose two headlines differ, one passes, and it is one of two stories."""
_NO_HEADLINE = regexp(r"[\"“‘']|(?:[\w-]+ )?(?:highlights|caption|summary)\b", re.IGNORECASE)
"""How lines begin that quote, sum up or describe a picture."""
_COMMENT = regexp(
    r"(?:analysis|blog|column|comment|editorial|essay|letters?|op-ed|opinion|perspective|review)\b",
    re.IGNORECASE,
)
"""How headlines begin that say little of the text."""
_WORD = regexp(r"[^\W_]+(?:['’-][^\W_]+)*")


@rule(
    "HED004",
    severity="warning",
    languages=("en",),
    data=(
        "attribute_nouns.txt",
        "common_surnames.txt",
        "irregular_verbs.txt",
        "known_surnames.txt",
        "opposites.txt",
        "placeholder_headlines.txt",
    ),
)
def headline_variants(doc: Doc) -> Findings:
    """Two headlines of one article contradict each other, or are of two stories.

    One article often has several headlines: in its front matter or record, for search engines
    (`seo_title`) and sharing (`og:title`), and above the text. They may differ in wording and
    length. They may not differ in fact: another number, another person in the same place, `not` in
    one of them, opposites such as `reopen` and `closed`. Then one of them was not updated.

    Headlines of fields that have no word in common are of two stories as well. Above the text it
    is no more than an info, where the file's headline says little that the text says, for what
    stands there may be another label; questions, comments, quotations and banners are left alone.
    The others are compared with `headline` or `title`.

    Left alone: the name of the site, capitals and typography, a full stop or `…` at the end,
    sub-titles, short forms, numbers that one of them rounds. It misses contradictions told in
    other words, and a wrong name that is a word of the language, too. It errs where a line above
    the text is no headline but a deck with news of its own.

    Bad:
        ---
        title: Two ministers leave the cabinet
        ---
        # >>Three ministers leave the cabinet<<

        The ministers of health and of trade left the cabinet on Monday.
    Bad:
        ---
        title: Merkel opens river port
        og_title: >>Macron opens river port<<
        ---
        The river port was opened on Monday by Chancellor Angela Merkel.
    Bad:
        ---
        title: River port of Lund to reopen in May
        ---
        # >>River port of Lund closed for good<<

        Ships will return to the river port in May, the council said on Monday.
    Good:
        ---
        title: Two ministers leave the cabinet - The Lund Gazette
        seo_title: Two ministers go, and nobody knows why
        ---
        # Two Ministers Leave the Cabinet: “We Are Tired”

        The ministers of health and of trade left the cabinet on Monday.
    """
    headlines = _headlines(doc)
    if len(headlines) < 2:
        return
    own, *others = headlines
    if all(other.text == own.text for other in others) or kind_of(own.text):
        return
    from newslint_rules.headline.contradiction import Wording, contradiction

    mine, related = Wording.of(own), [(own, "the file's headline")]
    for other in others:
        theirs = Wording.of(other)
        if found := contradiction(doc, mine, theirs):
            here, there = (repr(one) if one else "no such word" for one in reversed(found))
            message = f"headlines disagree: {here} here, {there} in the file's own"
            yield other.flag(message, related=related)
        elif _apart(doc, mine, theirs):
            message = "not the headline of the same story as the file's own"
            severity: Severity | None = "info" if other.source is doc else None
            yield other.flag(message, severity=severity, related=related)


def _headlines(doc: Doc) -> list[Span]:
    """Return the headlines of the file, its own first, and the one above the text."""
    main = doc.meta.headline
    others = map(doc.meta.always, _of_headlines(doc.meta.names))
    found = [one.span for one in others if one is not main]
    # A first line that is no longer than a headline, with a full stop, too, can be none else.
    above = doc.article.headline or first_line(doc, _AS_LONG * len(main.raw.strip()))
    if above is not None:
        found.append(above)
    if not found:
        return []
    stripped = (one.strip() for one in (main.span, *found))
    return [one for one in stripped if 0 < len(one) <= _LONGEST]


@functools.lru_cache(maxsize=1024)
def _of_headlines(names: tuple[str, ...]) -> tuple[str, ...]:
    """Return those of the names of fields that hold a headline; a corpus has few rows of names."""
    return tuple(name for name in names if _MARKS.sub("", name.lower()) in _FIELDS)


def _apart(doc: Doc, own: Wording, other: Wording) -> bool:
    """Tell whether two headlines are of two stories."""
    mine, theirs = own.stems, other.stems
    if min(len(mine), len(theirs)) < _ENOUGH:
        return False
    if other.place.source is not doc:
        return not mine & theirs
    if len(mine & theirs) > 1 or doc.article.headline is None:
        return False
    if not _are_telling(own.place.text, other.place.text):
        return False
    story = {stem(word) for part in doc.body for word in _WORD.findall(part.text)}
    off, on = len(mine & story) / len(mine), len(theirs & story) / len(theirs)
    return off <= _OFF_TOPIC and on >= max(_ON_TOPIC, off + _FAR)


def _are_telling(own: str, above: str) -> bool:
    """Tell whether two headlines tell a story: no question, comment, quotation or banner."""
    if _NO_HEADLINE.match(above) or _COMMENT.match(own) or "?" in own:
        return False
    return not above.isupper() or own.isupper()
