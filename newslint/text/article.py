"""The article model: which line of an article is what.

A cascade that needs no training: lines that are interface text by their words, furniture of the
article, the run of lines with the greatest weight as the body segment, the headline and its
copies, blocks of links and whole sides of the page around the body, and what remains by its place.
It knows both shapes of plain text, blank lines between paragraphs or none, and text wrapped at a
fixed width. Cost is linear; no pattern runs over a long line.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cache, partial

from newslint.patterns import regexp
from newslint.source import Text
from newslint.text.comments import mark_comments
from newslint.text.dates.datelines import Dateline
from newslint.text.headlines import find_headline, mark_copies
from newslint.text.interface.lines import Interface, Strength, normalise
from newslint.text.paragraphs import Unit, lines_of, units
from newslint.text.parts import Article, Line, Role
from newslint.text.phrases import word_list
from newslint.text.segment import BULLETS, NEAR, body_segment, mark_page

__all__ = ["Article", "Dateline", "Line", "Role", "article"]

DECKS = 3
"""At most so many units stand between headline and a dateline."""
HEAD = 8
"""Units from the headline to the body within which what is nothing else is a deck."""
LONGEST_DECK = 320
LONGEST_SUBHEAD = 90
FEWEST_LINKS, MOST_LINKS = 2, 8
"""Lines below a label for links that make it a list; a single one may be a sub-head."""
SHORTEST_HEAD, LONGEST_HEAD = 20, 130
LONGEST_BESIDE = 25
"""Code points of a line in a list of stories that names a section or an author."""
CONTACTS = 4
"""Units below a label among which an address or a number makes it the head of contacts."""
COMPANY = 2
"""Units within which other interface text is company to a doubtful line."""

FEWEST_WORDS, LONG_WORD = 8, 4
"""Words of a line that reads on below the story; of those with so many letters most are small."""

_REACHED = regexp(r"\w@\w|\d[\d ().-]{7,}\d")
"""An address or a telephone number, wherever it stands on a line."""
_STORY_ONLY = frozenset({Role.BODY})
_DOUBTFUL_KINDS = frozenset({"related", "teaser", "follow", "pointer", "disclaimer"})


def article(text: Text) -> Article:
    """Return the parts of the article."""
    every = units(text)
    first, last = body_segment(every)
    headline = None
    if text.begins:
        headline = find_headline(every, first, text.meta.headline.raw.strip())
    first = _first_body(every, first, last, headline)
    if headline is not None:
        every[headline].role = Role.HEADLINE
        mark_copies(every, headline, first)
    if any(unit.label.strength for unit in every if not unit.plain):
        _mark_interface(every, first, last)
        _mark_link_lists(every)
        mark_page(every, first, last)
    mark_comments(every, last)
    _mark_rest(every, headline, first, last)
    return _assemble(text, every)


def _first_body(every: Sequence[Unit], first: int, last: int, headline: int | None) -> int:
    """Return the first unit of the story: behind the headline, and with the dateline if any."""
    top = 0 if headline is None else headline + 1
    if first == last:
        return top
    if first < top < last:
        first = top
    for start in sorted({top, first}):
        dated = _dated_paragraph(every, start)
        if dated is not None and dated <= first + DECKS:
            return dated
    for index in range(max(top, first - HEAD), first):
        if _introduces(every[index]):
            return index
    if headline is not None and top < first <= top + NEAR:
        return _behind_labels(every, top, first)
    return first


def _introduces(unit: Unit) -> bool:
    """Tell whether a line announces what stands below it, as the first line of a round-up does."""
    return unit.text.endswith(":") and unit.text.count(" ") >= 4 and not _is_aside(unit)


def _dated_paragraph(every: Sequence[Unit], start: int) -> int | None:
    """Return the paragraph with the dateline when only decks stand before it."""
    decks = 0
    for index in range(start, len(every)):
        unit = every[index]
        if unit.dateline:
            return index
        decks += not (unit.label.strength or unit.furniture)
        if decks > DECKS or len(unit.text) > LONGEST_DECK:
            break
    return None


def _behind_labels(every: Sequence[Unit], top: int, first: int) -> int:
    """Return the first sentence above the segment that only a label or a caption cut off."""
    cut = next((i for i in range(first - 1, top - 1, -1) if not _is_aside(every[i])), None)
    return first if cut is None or cut == first - 1 or not every[cut].sentence else cut


def _is_aside(unit: Unit) -> bool:
    return bool(unit.label.strength or unit.furniture)


def _mark_interface(every: Sequence[Unit], first: int, last: int) -> None:
    counts = Counter(unit.text.lower() for unit in every if unit.label.strength)
    for index, unit in enumerate(every):
        strength = unit.label.strength
        if not strength or unit.role is not Role.OTHER or strength < Strength.COMPANY:
            continue
        inside = first <= index < last or _is_amid(every, index)
        if _heads_contacts(every, index, outside=not inside):
            unit.role = Role.CONTACT
            continue
        if strength is Strength.HARD:
            unit.certain = unit.label.kind not in _DOUBTFUL_KINDS
        else:
            company = counts[unit.text.lower()] > 1 or (
                _has_neighbour(every, index) if inside else _has_company(every, index)
            )
            if inside and not company:
                continue
            unit.certain = company and not inside
        unit.role = Role.RESIDUE


def _mark_link_lists(every: Sequence[Unit]) -> None:
    """Make residue of two or more heads of stories below ``RELATED:``, and of the label."""
    for index, unit in enumerate(every):
        if unit.label.kind != "related" or unit.role not in {Role.OTHER, Role.RESIDUE}:
            continue
        listed: list[Unit] = []
        for following in every[index + 1 : index + 1 + 3 * MOST_LINKS]:
            if not (_is_head(following) or _is_beside_heads(following)):
                break
            listed.append(following)
        while listed and not _is_head(listed[-1]):
            listed.pop()  # what stands last may head the next part of the story
        heads = sum(map(_is_head, listed))
        mixed = heads < len(listed)
        if heads > FEWEST_LINKS - 1 + mixed or (
            heads and not mixed and _ends_links(every, index + 2)
        ):
            for one in (unit, *listed):
                one.role, one.certain = Role.RESIDUE, False
                one.label = Interface(one.label.strength, "related")


def _is_beside_heads(unit: Unit) -> bool:
    """Tell whether a line can name the section or the author of a story in a list of them."""
    return (
        unit.role is Role.OTHER
        and not (unit.ends or unit.sentence or unit.furniture or unit.dateline)
        and len(unit.text) <= LONGEST_BESIDE
        and unit.text[-1] not in ":,;"
    )


def _ends_links(every: Sequence[Unit], index: int) -> bool:
    """Tell whether a list of links ends here: the page ends, or labels of it go on."""
    if index >= len(every):
        return True
    return every[index].label.strength >= Strength.COMPANY and not any(
        unit.sentence for unit in every[index : index + COMPANY + 1]
    )


def _is_head(unit: Unit) -> bool:
    """Tell whether a line looks like the headline of another story."""
    return (
        unit.role is Role.OTHER
        and not (unit.ends or unit.sentence or unit.furniture or unit.dateline)
        and SHORTEST_HEAD <= len(unit.text) <= LONGEST_HEAD
        and unit.text.count(" ") >= 3
        and unit.text[-1] not in ":,;"
    )


def _heads_contacts(every: Sequence[Unit], index: int, *, outside: bool) -> bool:
    """Tell whether a label stands over names and telephone numbers, as in a press release.

    Below the story it does so also where they are lost, unless the label is one of a page's menu.
    """
    if normalise(every[index].text) not in _contact_labels():
        return False
    below = every[index + 1 : index + 1 + CONTACTS]
    if any(unit.furniture is Role.CONTACT or _REACHED.search(unit.text) for unit in below):
        return True
    return outside and not _has_company(every, index)


def _has_company(every: Sequence[Unit], index: int) -> bool:
    around = every[max(0, index - COMPANY) : index + COMPANY + 1]
    return sum(unit.label.strength >= Strength.COMPANY for unit in around) > 1


def _is_amid(every: Sequence[Unit], index: int) -> bool:
    """Tell whether a line stands between two sentences, like the head of a part of a guide."""
    return 0 < index < len(every) - 1 and every[index - 1].sentence and every[index + 1].sentence


def _has_neighbour(every: Sequence[Unit], index: int) -> bool:
    """Tell whether other interface text stands beside a line, no sentence of the story between.

    The heads of a guide (``Check your settings``, ``Delete your account``) stand near each other,
    and what they head stands between them.
    """
    for step in (-1, 1):
        for other in range(index + step, index + (COMPANY + 1) * step, step):
            if not 0 <= other < len(every) or every[other].sentence:
                break
            if every[other].label.strength >= Strength.COMPANY:
                return True
    return False


def _mark_rest(every: Sequence[Unit], headline: int | None, first: int, last: int) -> None:
    undecided, body = Role.OTHER, Role.BODY
    for index, unit in enumerate(every):
        if unit.role is not undecided:
            continue
        if unit.plain and first <= index < last:
            unit.role = body
        elif unit.furniture and not unit.dateline:
            unit.role = unit.furniture
        elif first <= index < last or first == last:
            unit.role = _role_inside(every, index)
        elif index < first:
            deck = headline is not None and headline < index and first - headline <= HEAD
            unit.role = _role_above(unit, deck=deck)
        elif unit.sentence or unit.dateline or (index == last and _is_running(unit.text)):
            unit.role = Role.BODY


def _is_running(text: str) -> bool:
    """Tell whether a line below the story reads on: its end mark may be lost with its end."""
    words = text.split()
    long = [word for word in words if len(word) >= LONG_WORD and word.isalpha()]
    small = sum(word.islower() for word in long)
    return len(words) >= FEWEST_WORDS and text[0].isupper() and small > len(long) / 2


def _role_above(unit: Unit, *, deck: bool) -> Role:
    if deck and len(unit.text) <= LONGEST_DECK:
        return Role.DECK
    return Role.BODY if unit.sentence else Role.OTHER


def _role_inside(every: Sequence[Unit], index: int) -> Role:
    """Tell a sub-head from a paragraph: short, no end mark, before a paragraph that has one."""
    unit = every[index]
    text = unit.text
    if (
        unit.sentence
        or unit.dateline
        or unit.ends
        or len(text) > LONGEST_SUBHEAD
        or text[-1] in ":,;—–-"
        or text[0] in BULLETS + "\"“‘'("
        or not any(map(str.isalpha, text))
        or sum(map(str.isdigit, text)) > len(text) / 4
    ):
        return Role.BODY
    following = every[index + 1] if index + 1 < len(every) else None
    return Role.SUBHEAD if following and (following.sentence or following.ends) else Role.BODY


@cache
def _contact_labels() -> frozenset[str]:
    return frozenset(word_list("newslint.text", "data/contact_labels.txt"))


def _assemble(text: Text, every: Sequence[Unit]) -> Article:
    told = Role.BODY
    body = [unit for unit in every if unit.role is told]
    make_lines = partial(lines_of, text, every)
    if len(body) == len(every) > 0:  # as of most wires
        return Article(None, (), None, body[0].dateline, (), tuple(body), _STORY_ONLY, make_lines)
    found: dict[Role, list[Unit]] = {told: body} if body else {}
    for unit in every:
        if unit.role is not told:
            found.setdefault(unit.role, []).append(unit)
    headline, byline = found.get(Role.HEADLINE), found.get(Role.BYLINE)
    return Article(
        headline=headline[0] if headline else None,
        deck=tuple(found.get(Role.DECK, ())),
        byline=byline[0] if byline else None,
        dateline=body[0].dateline if body else None,
        subheads=tuple(found.get(Role.SUBHEAD, ())),
        body=tuple(body),
        roles=frozenset(found),
        make_lines=make_lines,
    )
