"""Build `newslint/text/data/line_openings.txt`: how lines open that may be more than story.

What interface text and furniture look like is written in patterns, some two hundred of them. Nearly
all fix the first words of a line, and these are told by the syntax tree of the pattern: so a line
of news is passed over by one look-up of its first word (`newslint.text.sieve`). A test builds the
list again and compares.

An entry is what the line may be, a word (its letters and digits up to the first other character),
the longest line in code points, and, where the word is common, the words that may come second. `~`
behind a word: more letters may follow. Patterns whose lines begin with any word are told by words
elsewhere; they are named here, and their words stand in `data/telling_words.txt`.

Usage: python scripts/build_line_openings.py
"""

from __future__ import annotations

import re._constants as ops
import re._parser as syntax
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from newslint.text import furniture
from newslint.text.interface import dealings, notices, offers, patterns, players, requests
from newslint.text.lexicon import load

OUT = Path(__file__).resolve().parent.parent / "newslint/text/data/line_openings.txt"
COMMON = 5.0
"""Zipf frequency from which a word opens so many sentences that the second word is asked, too."""
HEAD = """\
# How lines open that may be interface text or furniture: which, a word, the longest line in code
# points, and the second words where the first is common; `~`: more letters may follow.
# Origin: built by scripts/build_line_openings.py from the patterns. Licence: MIT, as the code.
"""

ANYWHERE = {
    "_COPYRIGHT": "", "_RIGHTS": "", "_COOKIES": "", "_DEVICE": "", "_INBOX": "", "_MARKETS": "",
    "_FORBIDDEN": "", "_WINDOW": "", "_HELPFUL": "", "_COMMISSION": "", "_DISCLAIMER": "",
    "_BROWSER": "", "_BY_DOING": "", "_APP_OFFER": "", "_OUTSIDE": "", "_STAMPED": "",
    "_PRICE": "subscribe try unlock start join",
    "_REMARKS": "",
    "_SENT": "we+ll we+will you delivered sent emailed e arrives published",
    "_CONTROLS": "play~ pause~ mute~ unmute~ current~ duration~ remaining~ loaded~ progress~ "
    "stream~ live~ seek~ fullscreen~ full~ caption~ subtitles~ chapters~ share~ settings~ quality~ "
    "speed~ playback~ volume~ replay~ picture~ video~ audio~ back~ forward~ rewind~ rate~",
    "_PERMISSION": "published republished reprinted reposted printed posted re distributed "
    "creative protected terms conditions t to+order to+purchase to+buy to+license to+obtain "
    "to+request",
    "_DONATE": "your+support your+donation your+contribution your+gift your+subscription "
    "your+membership support",
    "_CLOCKED": "video audio clip episode podcast duration~ length~ watch listen play read",
    "_SIZE": "text font type resize increase decrease change adjust reset",
    "_READ_ON": "sign login log register join become purchase buy get upgrade to want wish like "
    "ready love unlimited keep continue",
    "_FOR_YOU": "more picked recommended selected top just from",
    "_TICKETS": "limited last final more your ticket tickets seats places",
}  # fmt: skip
"""Patterns of which a part begins with any word, and how the other parts begin: with a word, or
with two (`to+order`)."""

FURNITURE = {
    "_CAPTION": furniture.LONGEST_CAPTION, "_CREDITED_TO": furniture.LONGEST_CREDIT,
    "_AGENCIES": furniture.LONGEST_CREDIT, "_NOTE": furniture.LONGEST,
    "_REPORTED_BY": furniture.LONGEST_CONTACT, "_CONTACT_HEAD": furniture.LONGEST_CONTACT,
    "_CONTACT": furniture.LONGEST_CONTACT, "_BY": furniture.LONGEST_BYLINE,
}  # fmt: skip
"""Patterns of furniture that fix the beginning of a line, and how long it may be."""
WHOLE = frozenset({"_AGENCIES"})
"""Those that are matched with the whole line."""


class Read(NamedTuple):
    """What is known of the two first words of a line, and how far it is read."""

    first: str = ""
    second: str = ""
    step: int = 0  # 0 before the first word, 1 in it, 2 behind it, 3 in the second, 4 known

    def then(self, character: str) -> Read:
        """Read one more character."""
        if self.step == 4:
            return self
        if character.isalnum():
            if self.step < 2:
                return Read(self.first + character, "", 1)
            return Read(self.first, self.second + character, 3)
        return self._replace(step={1: 2, 3: 4}.get(self.step, self.step))

    def lost(self) -> Read:
        """Read a character that may be anything."""
        if self.step == 4:
            return self
        first = {0: "*", 1: f"{self.first}~"}.get(self.step, self.first)
        return Read(first, "*", 4)

    def ended(self, *, whole: bool) -> Read:
        """Say what is known where the pattern ends; the line may go on."""
        return self._replace(step=4) if whole and self.step else self.lost()


def openings(pattern: str, *, whole: bool = False) -> set[tuple[str, str]]:
    """Return the first and second words of what a pattern fits; `*` for any word."""
    reads = _follow(syntax.parse(pattern), {Read()})
    return {read.ended(whole=whole)[:2] for read in reads}


def _follow(items: Iterable[tuple[Any, Any]], reads: set[Read]) -> set[Read]:
    known: set[Read] = set()
    for op, of in items:
        known |= {read for read in reads if read.step == 4}
        reads = _follow_one(op, of, reads - known)
    return reads | known


def _follow_one(op: Any, of: Any, reads: set[Read]) -> set[Read]:
    if op in {ops.ASSERT, ops.ASSERT_NOT}:
        return reads
    if op is ops.AT:
        if of is ops.AT_END:
            return {read._replace(step=4) if read.step else read for read in reads}
        return {read._replace(step={1: 2, 3: 4}.get(read.step, read.step)) for read in reads}
    if op is ops.BRANCH:
        return set().union(*(_follow(branch, reads) for branch in of[1]))
    if op is ops.SUBPATTERN:
        return _follow(of[3], reads)
    if op in {ops.MAX_REPEAT, ops.MIN_REPEAT}:
        return _repeat(*of, reads)
    characters = _characters(op, of)
    if characters is None:
        return {read.lost() for read in reads}
    return {read.then(one) for read in reads for one in characters}


def _repeat(least: int, most: int, items: Any, reads: set[Read]) -> set[Read]:
    """Follow what may come again: twice, then whatever is not known stays so."""
    if least:
        reads = _follow(items, reads)
    found, new = set(reads), {read for read in reads if read.step < 4}
    for _ in range(min(most, 2) - bool(least)):
        new = {read for read in _follow(items, new) if read not in found}
        found |= new
    open_ = {read for read in new if read.step < 4}
    if most > 2 and not _follow(items, open_) <= found:
        found |= {read.lost() for read in open_}
    return found


def _characters(op: Any, of: Any) -> set[str] | None:
    """Return the characters a class allows, all marks as one; `None` for many."""
    if op is ops.LITERAL:
        return {chr(of)}
    if op is not ops.IN or of[0][0] is ops.NEGATE:
        return None
    found: set[str] = set()
    for kind, value in of:
        if kind is ops.LITERAL:
            found.add(chr(value))
        elif kind is ops.RANGE and value[1] - value[0] < 10:
            found.update(map(chr, range(value[0], value[1] + 1)))
        elif value is ops.CATEGORY_DIGIT:
            found.add("0")
        elif value in {ops.CATEGORY_SPACE, ops.CATEGORY_NOT_WORD}:
            found.add(" ")
        else:
            return None
    return {one if one.isalnum() else " " for one in found}


def _lead(word: str) -> str:
    return next(iter(openings(word, whole=True)))[0]


def _line_patterns() -> Iterator[tuple[str, int, set[tuple[str, str]]]]:
    """Give the name, the longest line and the openings of each pattern of interface text."""
    named = {
        id(one): name
        for module in (patterns, notices, offers, players, dealings, requests)
        for name, one in vars(module).items()
        if isinstance(one, notices.LinePattern)
    }
    words: dict[int, set[str]] = defaultdict(set)
    every: dict[int, notices.LinePattern] = {}
    for word, several in patterns.BY_FIRST_WORD.items():
        for one in several:
            every[id(one)] = one
            words[id(one)].add(_lead(word))
    for _, one in patterns.BY_LITERAL:
        every[id(one)] = one
        words[id(one)].update(map(_lead, one.first))
    for key, one in every.items():
        name = named[key]
        if name in ANYWHERE:
            yield name, one.limit, _by_hand(name)
        else:
            found = openings(one.pattern.pattern)
            yield name, one.limit, _restrict(found, words[key]) if words[key] else found


def _by_hand(name: str) -> set[tuple[str, str]]:
    parted = (entry.partition("+") for entry in ANYWHERE[name].split())
    return {(first, second or "*") for first, _, second in parted}


def _restrict(found: set[tuple[str, str]], words: set[str]) -> set[tuple[str, str]]:
    """Leave only openings with one of the words with which alone the pattern is tried."""
    kept = {(first, second) for first, second in found if first in words}
    prefixes = tuple(first[:-1] for first, _ in found if first[-1] in "~*")
    return kept | {(word, "*") for word in words if word.startswith(prefixes)}


def _furniture() -> Iterator[tuple[str, int, set[tuple[str, str]]]]:
    for name, longest in FURNITURE.items():
        if name in ANYWHERE:
            yield name, longest, _by_hand(name)
        else:
            pattern = getattr(furniture, name).pattern
            yield name, longest, openings(pattern, whole=name in WHOLE)


def entries() -> list[str]:
    """Return the lines of the list."""
    notices_, furniture_ = _entries(_line_patterns()), _entries(_furniture())
    return [*(f"notice {row}" for row in notices_), *(f"furniture {row}" for row in furniture_)]


def _entries(patterns_: Iterable[tuple[str, int, set[tuple[str, str]]]]) -> list[str]:
    zipf = load().zipf
    free: dict[str, int] = defaultdict(int)
    paired: dict[str, dict[str, int]] = defaultdict(dict)
    for name, longest, found in patterns_:
        for first, second in found:
            if first == "*":
                raise ValueError(f"{name} fits lines that begin with any word: see ANYWHERE")
            if second == "*" or zipf(first) < COMMON:
                free[first] = max(free[first], longest)
            else:
                paired[first][second] = max(paired[first].get(second, 0), longest)
    rows = [f"{first} {longest}" for first, longest in free.items()]
    for first, seconds in paired.items():
        wanted = sorted(one for one, longest in seconds.items() if longest > free.get(first, 0))
        if wanted:
            rows.append(f"{first} {max(seconds[one] for one in wanted)} {' '.join(wanted)}")
    return sorted(rows)


def main() -> None:
    """Write the list."""
    OUT.write_text(HEAD + "\n".join(entries()) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
