"""Titles before names, found without newslint, and real articles with another title put in.

Persons are found by a finder of this bench's own, so what newslint overlooks counts against it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from measures.articles import EDITED, SCRAPED, Article
from measures.bench import Bench
from measures.linting import Flag
from measures.rows import Row

SETS = (("edited", EDITED), ("scraped", SCRAPED))
CASES = 250
"""At most so many injected cases of a kind, drawn by chance."""
ALARMS = 0.1
"""So many false alarms are allowed in 1,000 articles."""

TITLES = (
    "President", "Vice President", "Prime Minister", "Foreign Minister", "Defense Minister",
    "Defence Minister", "Finance Minister", "Interior Minister", "Justice Minister",
    "Trade Minister", "Premier", "Chancellor", "Governor", "Gov.", "Lt. Gov.", "Mayor", "Senator",
    "Sen.", "Rep.", "Congressman", "Congresswoman", "Speaker", "House Speaker", "Attorney General",
    "Secretary of State", "Defense Secretary", "Treasury Secretary", "Foreign Secretary",
    "Secretary-General", "Secretary General", "Director General", "Chairman", "Chairwoman",
    "Chief Executive", "CEO", "Director", "Spokesman", "Spokeswoman", "Ambassador", "Commissioner",
    "Police Chief", "Chief Justice", "Surgeon General", "District Attorney",
)  # fmt: skip

_TOKEN = r"(?:(?:[A-Z]\.)+|(?:al-)?[A-Z][\w’'-]*[a-zé](?<![’']s))"
NO_NAMES = {
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "January",
    "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December", "And", "But", "The", "Of", "For", "On", "In", "Office", "Committee",
    "Party", "Court", "House", "General", "Minister", "President", "Secretary", "Governor",
}  # fmt: skip
"""Where a name ends, in words that stand with a capital for another reason (and `May`)."""
_MARKED = re.compile(
    r"\b(?:former|ex|then|late|acting|interim|caretaker|deputy|vice|assistant|incoming|outgoing"
    r"|next|future|first|second|an?|would-be|possible|potential|presumptive)[ -](?:[A-Z]\w+ )?$",
    re.IGNORECASE,
)
_PLACE = re.compile(r"(?<![\w’'-])(?:[A-Z]\w+(?:ian|ean|can|ish|ese|nch|man|eli|ani)|U\.?S\.?) $")
_OPEN = re.compile(r"(?:^|[\n.,(—] ?|\b(?:and|as|but|by|for|from|of|that|to|when|while|with) )$")


@dataclass(frozen=True)
class Titled:
    """A title and a name, as this bench finds them."""

    start: int
    end: int
    title: str
    name: str

    @property
    def surname(self) -> str:
        """The last word of the name."""
        return self.name.rpartition(" ")[2]


@dataclass(frozen=True)
class Case:
    """An article with an injected error, and where it stands."""

    article: Article
    start: int
    end: int
    what: str
    clear: bool = True
    """Whether a careful reader can tell from the article that something is wrong."""


@cache
def _pattern(titles: tuple[str, ...]) -> re.Pattern[str]:
    forms = "|".join(map(re.escape, sorted(titles, key=len, reverse=True)))
    name = rf"{_TOKEN}(?: (?:(?:de|van|von|al|bin) )?{_TOKEN}){{0,3}}"
    return re.compile(rf"(?<![\w-])(?P<title>{forms}) (?P<name>{name})(?P<own>[’']s?\b)?")


def titled(text: str, titles: tuple[str, ...] = TITLES) -> list[Titled]:
    """Return titles before names, outside quotation marks."""
    found = []
    for match in _pattern(titles).finditer(text):
        words = match["name"].split(" ")
        in_name = len(words[-1]) > 2 and not NO_NAMES.intersection(words)
        if in_name and not is_quoted(text, match.start()):
            found.append(Titled(match.start(), match.end("name"), match["title"], match["name"]))
    return found


def is_quoted(text: str, at: int) -> bool:
    """Tell whether a quotation is open at a place, within its line."""
    before = line_of(text, at)[0].replace("''", '"').replace("``", '"')
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


def is_marked(text: str, one: Titled) -> bool:
    """Tell whether a word such as `former` stands before a title."""
    return _MARKED.search(text, max(0, one.start - 20), one.start) is not None


def line_of(text: str, at: int) -> tuple[str, str]:
    """Return what stands before and after a place in its line."""
    end = text.find("\n", at)
    return text[text.rfind("\n", 0, at) + 1 : at], text[at : end if end >= 0 else len(text)]


def _with_nationality(text: str, one: Titled) -> int:
    place = _PLACE.search(text, max(0, one.start - 20), one.start)
    return place.start() if place else one.start


def put_before(article: Article, one: Titled, state: str, what: str, *, clear: bool = True) -> Case:
    """Write `former President Ana Ruiz` or `President-elect Ana Ruiz`."""
    start = _with_nationality(article.text, one)
    if state == "-elect":
        at = one.start + len(one.title)
        changed = article.edited(at, at, state)
    else:
        opens = article.text[max(0, start - 2) : start].strip(" ")[-1:] in ("", ".", "\n")
        word = state.capitalize() if opens else state
        changed = article.edited(start, start, f"{word} ")
    end = one.end + len(changed.text) - len(article.text)
    return Case(changed, start, end, what, clear)


def put_after(
    article: Article, one: Titled, state: str, what: str, *, clear: bool = True
) -> Case | None:
    """Write `Ana Ruiz, the former president,` where it can stand."""
    text = article.text
    start = _with_nationality(text, one)
    if not _OPEN.search(text, max(0, start - 10), start) or text[one.end : one.end + 1] not in " ,":
        return None
    title = one.title.lower()
    marked = f"former {title}" if state == "former" else f"{title}-elect"
    written = f"{one.name}, the {marked}" + ("," if text[one.end] == " " else "")
    changed = article.edited(start, one.end, written)
    return Case(changed, start, start + len(written), what, clear and title[-1] != ".")


def chosen(bench: Bench, name: str, cases: Sequence[Case]) -> list[Case]:
    """Return at most `CASES` cases, drawn by chance."""
    return bench.chance(f"titles {name}").sample(list(cases), min(CASES, len(cases)))


def severities(bench: Bench, cases: Sequence[Case], code: str) -> list[set[str]]:
    """Return the severities with which a rule found each case; none where it missed it."""
    flags = bench.lint([case.article for case in cases], (code,))
    return [
        {one.severity for one in found if one.covers(case.start, case.end)}
        for case, found in zip(cases, flags, strict=True)
    ]


def missed(case: Case, code: str) -> Flag:
    """Return the place of a case that was not found, for the file that people read."""
    text, start, end = case.article.text, case.start, case.end
    return Flag(
        case.article.file, case.article.id, code, "", "missed", "text", start, end,
        text[start:end], case.what, text[max(0, start - 150) : start], text[end : end + 150],
    )  # fmt: skip


def false_alarms(bench: Bench, rule: str, code: str, *, aimed: bool) -> Iterator[Row]:
    """Give what a rule flagged in the articles as they are and is false, or not read."""
    for name, files in (("edited", EDITED), ("all", (*EDITED, *SCRAPED))):
        articles = bench.articles(*files)
        flags = [
            flag for one in articles for flag in bench.natural[one.file, one.id]
            if flag.code == code and flag.severity != "info"
        ]  # fmt: skip
        read = bench.verdicts.count(flags)
        alarms = 1000 * (read["false"] + read["unread"]) / max(len(articles), 1)
        known = read["true"] + read["arguable"] + read["false"]
        words = ", ".join(f"{number:,} {verdict}" for verdict, number in sorted(read.items()))
        yield Row(
            "organic", rule, f"{name} articles, errors and warnings: {words or 'none'}",
            len(flags), precision=1 - read["false"] / known if known else None,
            false_alarms=alarms, per="1,000 articles",
            target="≤ .1" if aimed else "", met=alarms <= ALARMS if aimed else None,
        )  # fmt: skip
