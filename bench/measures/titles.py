"""Titles: conflicts and misspelt names put into real articles, and false alarms on them.

Persons are found by a finder of this bench's own, not by newslint's: a common title and a
capitalised name (`President Ana Ruiz`, `Sen. Ruiz`), so what newslint overlooks counts against it.
A person counts who has one title at least twice in an article, never with a word such as `former`
before it, outside quotation marks, and with a surname that only one person bears there.
"""

from __future__ import annotations

import random
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from measures.articles import EDITED, SCRAPED, Article
from measures.bench import Bench
from measures.linting import Flag
from measures.rows import Row

CONFLICT, VARIANT = "TTL001", "TTL003"
COMMON = 5
"""A name that is written small so often in all articles is a common word too."""
CASES = 250
"""At most so many injected cases of a kind, drawn by chance."""
SETS = (("edited", EDITED), ("scraped", SCRAPED))

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
ELECTED = {
    "President", "Vice President", "Governor", "Gov.", "Lt. Gov.", "Mayor", "Senator", "Sen.",
    "Rep.", "Congressman", "Congresswoman", "Attorney General", "District Attorney", "Chairman",
    "Prime Minister", "Premier", "Chancellor", "Speaker",
}  # fmt: skip
"""Titles that are written with ``-elect``."""
NEVER_ACTING = {"Ambassador", "Senator", "Sen.", "Rep.", "Congressman", "Congresswoman"}
BY_COURTESY = {"Ambassador", "Governor", "Gov.", "Senator", "Sen."}
"""Titles that many papers leave to those who had them: no conflict with `former` for sure."""

OTHER_OFFICE = {
    "President": "Prime Minister", "Prime Minister": "President", "Sen.": "Rep.", "Rep.": "Sen.",
    "Gov.": "Lt. Gov.", "Senator": "Governor",
}  # fmt: skip
"""An office that nobody holds beside the first."""
TARGET, ALARMS = 0.98, 0.1

_TOKEN = r"(?:(?:[A-Z]\.)+|(?:al-)?[A-Z][\w’'-]*[a-zé](?<![’']s))"
_TITLED = re.compile(
    rf"(?<![\w-])(?P<title>{'|'.join(map(re.escape, sorted(TITLES, key=len, reverse=True)))})"
    rf" (?P<name>{_TOKEN}(?: (?:(?:de|van|von|al|bin) )?{_TOKEN}){{0,3}})(?P<own>[’']s?\b)?"
)
_NO_NAMES = {
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "January",
    "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December", "And", "But", "The", "Of", "For", "On", "In", "Office", "Committee",
    "Party", "Court", "House", "General", "Minister", "President", "Secretary", "Governor",
}  # fmt: skip
"""Where a name ends, in words that stand with a capital for another reason (and `May`)."""
_TITLE_WORDS = {word for title in TITLES for word in title.split(" ")} | {"Mrs."}
_ELSEWHERE = r"(?:elect|former|ex|acting)\b[^.\n]{{0,40}}\b{}\b"
_MARKED = re.compile(
    r"\b(?:former|ex|then|late|acting|interim|caretaker|deputy|vice|assistant|incoming|outgoing"
    r"|next|future|first|second|an?|would-be|possible|potential|presumptive)[ -](?:[A-Z]\w+ )?$",
    re.IGNORECASE,
)
_PLACE = re.compile(r"(?<![\w’'-])(?:[A-Z]\w+(?:ian|ean|can|ish|ese|nch|man|eli|ani)|U\.?S\.?) $")
_OPEN = re.compile(r"(?:^|[\n.,(—] ?|\b(?:and|as|but|by|for|from|of|that|to|when|while|with) )$")
_TIME = re.compile(
    r"\b(?:ago|back|decade|decades|earlier|era|fired|former|inaugurat\w+|late|later|once|oust\w+"
    r"|predecessor|previous\w*|resign\w*|since|step\w* down|succe\w+|sworn|then|until|when"
    r"|years?)\b"
    r"|\b(?:1[5-9]|20)\d\d\b"
)
"""What may say that a sentence is about another time, when another title was right."""

_SPEAKER = re.compile(r"^[A-Z][A-Z .'-]{3,}(?:\([^)]*\))?:", re.MULTILINE)
_ASIDE = re.compile(
    r"caption|photo|JUST WATCHED|\((?:left|right|center)\)|^(?:update|correct|clarif|editor)",
    re.IGNORECASE,
)
"""What stands in captions and in notes of the editors."""


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


def measure(bench: Bench) -> Iterator[Row]:
    """Give recall for injected conflicts and name variants, then false alarms."""
    for name, files in SETS:
        yield from _conflicts(bench, name, bench.articles(*files))
    for name, files in SETS:
        yield from _variants(bench, name, bench.articles(*files))
    yield from _false_alarms(bench)


# Conflicts


def titled(text: str) -> list[Titled]:
    """Return titles before names, outside quotation marks."""
    found = []
    for match in _TITLED.finditer(text):
        words = match["name"].split(" ")
        in_name = len(words[-1]) > 2 and not _NO_NAMES.intersection(words)
        if in_name and not _quoted(text, match.start()):
            found.append(Titled(match.start(), match.end("name"), match["title"], match["name"]))
    return found


def _quoted(text: str, at: int) -> bool:
    before = _line(text, at)[0].replace("''", '"').replace("``", '"')
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


def _line(text: str, at: int) -> tuple[str, str]:
    """Return what stands before and after a place in its line."""
    end = text.find("\n", at)
    return text[text.rfind("\n", 0, at) + 1 : at], text[at : end if end >= 0 else len(text)]


def persons(text: str) -> Iterator[list[Titled]]:
    """Give the mentions of each person with one title twice or more and a surname of their own."""
    groups: dict[tuple[str, str], list[Titled]] = defaultdict(list)
    for one in titled(text):
        groups[one.title, one.surname].append(one)
    for (_, surname), group in groups.items():
        full = {one.name for one in group if " " in one.name}
        before = set(re.findall(rf"\b([A-Z][\w’'-]{{2,}}\.?) {re.escape(surname)}\b", text))
        alone = before - _TITLE_WORDS <= {name.split(" ")[0] for name in full}
        marked = any(_MARKED.search(text, max(0, one.start - 20), one.start) for one in group)
        marked = marked or re.search(_ELSEWHERE.format(re.escape(surname)), text) is not None
        if len(group) > 1 and len(full) < 2 and alone and not marked:
            yield group


def _conflicts(bench: Bench, name: str, articles: Sequence[Article]) -> Iterator[Row]:
    kinds: dict[str, list[Case]] = defaultdict(list)
    for article in articles:
        for group in persons(article.text):
            for case in _marked_forms(article, group):
                kinds[case.what].append(case)
    every: list[bool] = []
    for what, cases in kinds.items():
        chosen = _chosen(bench, f"{name} {what}", [case for case in cases if case.clear])
        unclear = _chosen(bench, f"{name} {what}", [case for case in cases if not case.clear])
        yield from _found(bench, name, what, chosen)
        every += [bool(hit) for hit in _severities(bench, chosen + unclear)]
    yield Row(
        "injected", "TTL001 title-conflict",
        f"{name}: all kinds, also where a sentence may be of another time or is another's words",
        len(every), sum(every) / max(len(every), 1),
    )  # fmt: skip


def _chosen(bench: Bench, name: str, cases: Sequence[Case]) -> list[Case]:
    return bench.chance(f"titles {name}").sample(list(cases), min(CASES, len(cases)))


def _marked_forms(article: Article, group: Sequence[Titled]) -> Iterator[Case]:
    first, second = group[:2]
    rest = [one for one in group if one is not first]
    others = [one for one in group if one is not second]
    states = ["former"]
    states += ["-elect"] * (first.title in ELECTED)
    states += ["acting"] * (first.title not in NEVER_ACTING)
    for state in states:
        yield _before(article, first, state, f"{state} on the first mention", rest)
        yield _before(article, second, state, f"{state} on the second mention", others)
        if state != "acting" and (case := _after(article, first, state, rest)):
            yield case
    full = [one for one in group if " " in one.name]
    if first.title in OTHER_OFFICE and len(full) > 1:
        yield _other_office(article, *full[:2])


def _other_office(article: Article, one: Titled, other: Titled) -> Case:
    """Write `Prime Minister` for the second `President` with the full name."""
    title = OTHER_OFFICE[other.title]
    changed = article.edited(other.start, other.start + len(other.title), title)
    end = other.end + len(title) - len(other.title)
    clear = _clear(article, other, "", [one])
    return Case(changed, other.start, end, "another office on the second full name", clear)


def _before(article: Article, one: Titled, state: str, what: str, others: Sequence[Titled]) -> Case:
    """Write `former President Ana Ruiz` or `President-elect Ana Ruiz`."""
    start = _with_place(article.text, one)
    if state == "-elect":
        at = one.start + len(one.title)
        changed = article.edited(at, at, state)
    else:
        opens = article.text[max(0, start - 2) : start].strip(" ")[-1:] in ("", ".", "\n")
        word = state.capitalize() if opens else state
        changed = article.edited(start, start, f"{word} ")
    end = one.end + len(changed.text) - len(article.text)
    return Case(changed, start, end, what, _clear(article, one, state, others))


def _after(article: Article, one: Titled, state: str, others: Sequence[Titled]) -> Case | None:
    """Write `Ana Ruiz, the former president,` where it can stand."""
    text = article.text
    start = _with_place(text, one)
    if not _OPEN.search(text, max(0, start - 10), start) or text[one.end : one.end + 1] not in " ,":
        return None
    title = one.title.lower()
    marked = f"former {title}" if state == "former" else f"{title}-elect"
    written = f"{one.name}, the {marked}" + ("," if text[one.end] == " " else "")
    clear = _clear(article, one, state, others) and title[-1] != "."
    changed = article.edited(start, one.end, written)
    return Case(changed, start, start + len(written), f"{state} after the name", clear)


def _with_place(text: str, one: Titled) -> int:
    place = _PLACE.search(text, max(0, one.start - 20), one.start)
    return place.start() if place else one.start


def _clear(article: Article, one: Titled, state: str, others: Sequence[Titled]) -> bool:
    """Tell whether nothing in the sentences of two mentions allows for two times."""
    if state == "former" and one.title in BY_COURTESY:
        return False
    return any(
        _told(article.text, one.start) and _told(article.text, other.start) for other in others
    )


def _told(text: str, at: int) -> bool:
    """Tell whether a place is in the story's own sentences and nothing hints at another time."""
    line = "".join(_line(text, at)).strip()
    before = text[: text.rfind("\n", 0, at) + 1].rstrip().rpartition("\n")[2]
    marks = max(one.replace("''", '"').count('"') % 2 for one in (line, before))
    running = line.rstrip("\"”'’")[-1:] in {".", "!", "?"} and not _ASIDE.search(line)
    in_story = running and not marks and not _SPEAKER.search(text)
    return in_story and not _TIME.search(_sentence(text, at))


def _sentence(text: str, at: int) -> str:
    start = max(text.rfind(mark, 0, at - 6) for mark in (". ", ".\n", "\n", "” ", '" '))
    ends = [end for mark in (". ", ".\n", "\n", ".”", '."') if (end := text.find(mark, at + 6)) > 0]
    return text[max(start, 0) : min(ends, default=len(text))]


def _found(bench: Bench, name: str, what: str, cases: Sequence[Case]) -> Iterator[Row]:
    """Give the recall of cases of one kind that a careful reader would call a conflict."""
    hits = _severities(bench, cases)
    missed = [_flag(case, CONFLICT) for hit, case in zip(hits, cases, strict=True) if not hit]
    bench.show(f"missed: {what}", missed)
    for level, severities in (("error", {"error"}), ("error or warning", {"error", "warning"})):
        recall = sum(bool(hit & severities) for hit in hits) / max(len(hits), 1)
        aimed = level != "error" and what != "another office on the second full name"
        yield Row(
            "injected", "TTL001 title-conflict", f"{name}: {what}, found as {level}", len(hits),
            recall, target="≥ .98" if aimed else "", met=recall >= TARGET if aimed else None,
        )  # fmt: skip


def _severities(bench: Bench, cases: Sequence[Case]) -> list[set[str]]:
    """Return the severities with which each case was found; none where it was missed."""
    flags = bench.lint([case.article for case in cases], (CONFLICT,))
    return [
        {one.severity for one in found if one.covers(case.start, case.end)}
        for case, found in zip(cases, flags, strict=True)
    ]


def _flag(case: Case, code: str) -> Flag:
    text, start, end = case.article.text, case.start, case.end
    return Flag(
        case.article.file, case.article.id, code, "", "missed", "text", start, end,
        text[start:end], case.what, text[max(0, start - 150) : start], text[end : end + 150],
    )  # fmt: skip


# Name variants


_FULL_NAME = re.compile(r"\b[A-Z][a-z]{2,} (?:[A-Z]\. )?(?P<surname>[A-Z][^\W\d_]{4,})\b(?![’'-])")
_ACCENTED = re.compile(r"[^\W\d_a-zA-Z]")
_SPEAKS = r"(?:said|says|told|added|wrote|asked|argued|explained|noted|recalled)\b"


def surnames(text: str, common: Counter[str]) -> Iterator[tuple[str, list[int]]]:
    """Give the surnames of five letters or more that stand three times, and where.

    A surname stands behind one given name and once alone before a verb of speech. It also stands
    behind `Mr.` or a title, or is no ``common`` word and never in a name with `the`, so that it is
    a person's and no company's.
    """
    for surname in sorted({match["surname"] for match in _FULL_NAME.finditer(text)}):
        places = [match.start() for match in re.finditer(rf"\b{surname}\b", text)]
        alone = rf"(?:[a-z,”\"] |\n|\. |^|\b(?:Mr|Mrs|Ms|Dr)\.? ){surname} {_SPEAKS}"
        others = set(re.findall(rf"\b([A-Z][a-z]+) (?:[A-Z]\. )?{surname}\b", text))
        others -= {"Mr", "Mrs", "Ms", "Dr", *_NO_NAMES}
        titled = re.search(rf"\b(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|President)\.? {surname}\b", text)
        named = re.search(
            rf"\b(?:[Tt]he (?:[A-Z]\w+ )+{surname}|{surname} (?:Inc|Corp|Co))\b", text
        )
        person = titled or (common[surname.lower()] < COMMON and not named)
        person = person and surname not in _NO_NAMES
        if len(places) >= 3 and len(others) == 1 and person and re.search(alone, text):
            yield surname, places


def slips(name: str, chance: random.Random) -> Iterator[tuple[str, str]]:
    """Give each kind of slip and a name with it; the first letter stays."""
    at = chance.randrange(1, len(name) - 1)
    if name[at] != name[at + 1]:
        yield "two letters swapped", name[:at] + name[at + 1] + name[at] + name[at + 2 :]
    yield "a letter dropped", name[:at] + name[at + 1 :]
    yield "a letter doubled", name[:at] + name[at] + name[at:]
    other = chance.choice([letter for letter in "aeinrstl" if letter != name[at]])
    yield "a letter replaced", name[:at] + other + name[at + 1 :]
    if _ACCENTED.search(name[1:]):
        bare = unicodedata.normalize("NFKD", name)
        yield "accents lost", "".join(one for one in bare if not unicodedata.combining(one))


def _variants(bench: Bench, name: str, articles: Sequence[Article]) -> Iterator[Row]:
    chance = bench.chance(f"names {name}")
    common = Counter(word for one in articles for word in re.findall(r"\b[a-z]+\b", one.text))
    kinds: dict[str, list[Case]] = defaultdict(list)
    for article in articles:
        for surname, places in surnames(article.text, common):
            start = chance.choice(places)
            for what, slip in slips(surname, chance):
                if slip != surname and not re.search(rf"\b{slip}\b", article.text):
                    changed = article.edited(start, start + len(surname), slip)
                    kinds[what].append(Case(changed, start, start + len(slip), what))
    for what, cases in kinds.items():
        taken = sorted(chance.sample(range(len(cases)), min(CASES, len(cases))))
        yield _recall_of_variants(bench, name, what, [cases[i] for i in taken])


def _recall_of_variants(bench: Bench, name: str, what: str, cases: Sequence[Case]) -> Row:
    flags = bench.lint([case.article for case in cases], (VARIANT,))
    missed = [
        case for case, found in zip(cases, flags, strict=True)
        if not any(one.covers(case.start, case.end) for one in found)
    ]  # fmt: skip
    bench.show(f"missed: {what}", [_flag(case, VARIANT) for case in missed])
    measured = f"{name}: {what} in one mention of a surname that stands three times or more"
    recall = 1 - len(missed) / len(cases)
    return Row("injected", "TTL003 name-variant", measured, len(cases), recall)


# False alarms


def _false_alarms(bench: Bench) -> Iterator[Row]:
    """Give what was flagged and found false, or not read, on the articles as they are."""
    everything = (*EDITED, *SCRAPED)
    for rule, code in (("TTL001 title-conflict", CONFLICT), ("TTL003 name-variant", VARIANT)):
        for name, files in (("edited", EDITED), ("all", everything)):
            articles = bench.articles(*files)
            flags = [
                flag for one in articles for flag in bench.natural[one.file, one.id]
                if flag.code == code
            ]  # fmt: skip
            yield _alarms(bench, rule, f"{name} articles", flags, len(articles), code == CONFLICT)


def _alarms(
    bench: Bench, rule: str, name: str, flags: Sequence[Flag], articles: int, aimed: bool
) -> Row:
    read = bench.verdicts.count(flags)
    alarms = 1000 * (read["false"] + read["unread"]) / max(articles, 1)
    known = read["true"] + read["arguable"] + read["false"]
    words = ", ".join(f"{number:,} {verdict}" for verdict, number in sorted(read.items()))
    precision = 1 - read["false"] / known if known else None
    target, met = ("≤ .1", alarms <= ALARMS) if aimed else ("", None)
    return Row(
        "organic", rule, f"{name}, errors and warnings: {words or 'none'}", len(flags),
        precision=precision, false_alarms=alarms, per="1,000 articles", target=target, met=met,
    )  # fmt: skip
