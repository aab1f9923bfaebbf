"""RES008: text that is no article."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import Annotated

from newslint import (
    Doc,
    Findings,
    Phrases,
    Role,
    Severity,
    Span,
    phrases,
    regexp,
    rule,
    word_list,
)

_PIECES = regexp(r"[^.!?\n]+(?:[.!?]+(?=\s|$)[\"'”’)]*|[.!?]|\n|$)")
_SHOWS = regexp(
    r"(?:^|[\W_])(?:video|videos|gallery|galleries|slideshow|slideshows|photos|pictures|interactive"
    r"|podcast|livestream)(?:$|[\W_])",
    re.IGNORECASE,
)
_REPORTED = regexp(
    r"\b(?:said|says|told|according to|announced|ruled|reported|warned|argued|(?:on|last|since"
    r"|until) (?:mon|tues|wednes|thurs|fri|satur|sun)day)\b",
    re.IGNORECASE,
)
_TO_READER = regexp(
    r"\b(?:you|your|you're|we|our|us|i|i'm|please|this (?:article|story|content|page|site|website"
    r"|post|premium|video|link))\b",
    re.IGNORECASE,
)
_NAMES_READER = regexp(r"\b(?:you|your|you're)\b", re.IGNORECASE)
"""What a piece with a quotation says when it is a notice that quotes its own buttons."""
_MOST_LABEL = 12
"""Words of a piece that is a notice though it does not speak to the reader: ``403 Forbidden``."""
_PAYWALL = "a paywall stub"
_GRAVEST = (
    "a bot wall", "an error page", "a paywall stub", "a redirect", "a login page", "a script wall",
    "a cookie wall",
)  # fmt: skip
_KIND_FIELDS = ("type", "og:type", "kind", "section", "format")


@rule(
    "RES008",
    severity="error",
    supersedes=(
        "DAT101",
        "DUP101",
        "DUP102",
        "HED003",
        "RES001",
        "RES009",
        "RES010",
        "RES011",
        "RES101",
    ),
)
def not_an_article(
    doc: Doc,
    *,
    longest: Annotated[int, "words up to which a text may be judged to be no article"] = 250,
    most_story: Annotated[int, "words of story beside the notice from which it is an article"] = 30,
    most_stub: Annotated[int, "words of story before a paywall from which it is an article"] = 120,
) -> Findings:
    """Nothing to read: a bot wall, a script wall, an error page, a paywall stub, an empty text.

    One of the worst defects of a corpus, for all such pages are near-copies of each other. The
    whole text is judged: it must be short, say what such pages say (a list of phrases), and hold
    hardly anything else. A sentence says it only where it is short or speaks to the reader, and
    reports nothing: "the page was not found, a spokeswoman said" is news. Thirty words are a
    sentence or two of news, and an item of that length beside a notice is left to the rule on
    interface text. A paywall stub may keep a lead of 120 words.

    A text without a word is an error too, unless the metadata or the address say that the page
    shows a video or pictures: then it is an information. Left alone: short wire flashes, and
    articles about cookies, robots and paywalls, which say more than the notice.

    It misses walls in other languages than English and in wordings that are not in its list. It
    errs nowhere that was read; a very short item about a wall, in the words of one, would be
    reported.

    Bad: >><<Prove that you are human. This site needs JavaScript and cookies to tell.
    Bad: >><<Page not found. The page you requested does not exist or has been moved.
    Good: NAIROBI, March 3 (Agency) - The shilling fell 2 percent against the dollar on Monday.
    Good:
        The museum shows a machine that asks every visitor: Are you a robot? About 9,000 people
        have answered since Monday, and one in ten said yes, according to the curator. She plans to
        publish the answers in a book next spring, and to send the machine to three other cities.
    """
    text = doc.text
    if not text or text.isspace():
        yield doc.flag("the article has no text", severity=_shown(doc))
        return
    if len(text) > longest * 12 or (doc.body and not _says_what_walls_do(doc)):
        return
    if len(text.split()) > longest:
        return
    found, story = _read(doc)
    if not found:
        if not doc.body and all(line.role in _EMPTY for line in doc.lines):
            yield doc.flag("the text is interface text and nothing else", severity=_shown(doc))
        return
    kind = min(found, key=_GRAVEST.index)
    if doc.article.dateline and kind != _PAYWALL:
        return
    if story <= (most_stub if kind == _PAYWALL else most_story):
        yield doc.flag(f"the text is {kind}, not an article")


_EMPTY = frozenset(
    {Role.RESIDUE, Role.BLANK, Role.DATE, Role.DIVIDER, Role.READING_TIME, Role.HEADLINE_COPY}
)


def _says_what_walls_do(doc: Doc) -> bool:
    """Tell whether a phrase is there."""
    walls = _wall_phrases()
    return walls.may_occur(doc) and bool(doc.hits(walls))


def _read(doc: Doc) -> tuple[Counter[str], int]:
    """Return the kinds of notice the text holds, and how many words stand beside them."""
    found: Counter[str] = Counter()
    story = 0
    walls = _walls()
    hits = doc.hits(_wall_phrases())
    for match in _PIECES.finditer(doc.text):
        inside = [hit for hit in hits if match.start() <= hit.start < match.end()]
        if inside and _is_notice(match.group()):
            found.update(walls[hit.text.lower().replace("’", "'")] for hit in inside[:1])
        elif not _is_residue(doc, doc.group(match)):
            story += len(match.group().split())
    return found, story


def _is_notice(piece: str) -> bool:
    """Tell whether a piece with a notice's phrase speaks to the reader, not of notices."""
    if _REPORTED.search(piece):
        return False
    if len(piece.split()) <= _MOST_LABEL:
        return True
    to_reader = _NAMES_READER if any(mark in piece for mark in '"“') else _TO_READER
    return bool(to_reader.search(piece.replace("’", "'")))


def _is_residue(doc: Doc, piece: Span) -> bool:
    return any(line.role is Role.RESIDUE for line in doc.article.leftovers if line.overlaps(piece))


def _shown(doc: Doc) -> Severity | None:
    """Return "info" when the page says that it shows something instead of telling it."""
    said = [
        doc.meta.url.raw,
        *(field.raw for name in _KIND_FIELDS if (field := doc.meta.get(name))),
    ]
    return "info" if any(_SHOWS.search(one) for one in said) else None


@cache
def _walls() -> dict[str, str]:
    entries = (entry.partition("\t") for entry in word_list(__package__, "walls.txt"))
    return {phrase: kind for kind, _, phrase in entries}


@cache
def _wall_phrases() -> Phrases:
    walls = _walls()
    return phrases(*walls, *(one.replace("'", "’") for one in walls if "'" in one))
