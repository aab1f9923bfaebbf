"""Names misspelt by one slip in real articles, and false alarms on the articles as they are."""

from __future__ import annotations

import random
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from measures.articles import Article
from measures.bench import Bench
from measures.rows import Row
from measures.titled import CASES, NO_NAMES, SETS, Case, false_alarms, missed

RULE, CODE = "TTL003 name-variant", "TTL003"
COMMON = 5
"""A name that is written small so often in all articles is a common word too."""


def measure(bench: Bench) -> Iterator[Row]:
    """Give recall for injected slips, then false alarms."""
    for name, files in SETS:
        yield from _variants(bench, name, bench.articles(*files))
        yield from _full_names(bench, name, bench.articles(*files))
    yield from false_alarms(bench, RULE, CODE, aimed=False)


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
        others -= {"Mr", "Mrs", "Ms", "Dr", *NO_NAMES}
        titled = re.search(rf"\b(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|President)\.? {surname}\b", text)
        named = re.search(
            rf"\b(?:[Tt]he (?:[A-Z]\w+ )+{surname}|{surname} (?:Inc|Corp|Co))\b", text
        )
        person = titled or (common[surname.lower()] < COMMON and not named)
        person = person and surname not in NO_NAMES
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
        place = "one mention of a surname that stands three times or more"
        yield _recall(bench, f"{name}: {what} in {place}", [cases[i] for i in taken])


def persons_twice(text: str, common: Counter[str]) -> Iterator[tuple[re.Match[str], int]]:
    """Give the full names that stand twice, with the second place; the surname stands nowhere else.

    Something says that it is a person: a verb of speech or an age after it, a title before it.
    """
    seen: set[str] = set()
    for match in _TWO_NAMES.finditer(text):
        name, surname = match.group(), match["surname"]
        if name in seen:
            continue
        seen.add(name)
        places = [one.start() for one in re.finditer(rf"\b{name}\b(?![’'-]|s\b)", text)]
        alone = len(re.findall(rf"\b{surname}\b", text)) == 2
        told = rf"(?:{_TITLED} {name}\b|\b{name},? (?:{_SPEAKS}|who\b|\d\d,|(?:the|an?) [a-z]))"
        known = common[surname.lower()] < COMMON and common[match["given"].lower()] < COMMON
        if len(places) == 2 and alone and known and re.search(told, text):
            yield match, places[1]


_TWO_NAMES = re.compile(
    r"\b(?P<given>[A-Z][a-z]{3,}) (?P<surname>[A-Z][a-z]{4,})\b(?![’'-])(?! [A-Z])"
)
_TITLED = r"\b(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|President|Minister|Professor|Judge|Mayor)\.?"


def _full_names(bench: Bench, name: str, articles: Sequence[Article]) -> Iterator[Row]:
    """Give recall for a slip in one of two full names; nothing else bears the name there."""
    chance = bench.chance(f"full names {name}")
    common = Counter(word for one in articles for word in re.findall(r"\b[a-z]+\b", one.text))
    kinds: dict[str, list[Case]] = defaultdict(list)
    for article in articles:
        for match, second in persons_twice(article.text, common):
            at = chance.choice([match.start(), second])
            for what in ("given", "surname"):
                part = match[what]
                start = at + match.start(what) - match.start()
                slip = chance.choice([one for _, one in slips(part, chance)])
                if slip != part and not re.search(rf"\b{slip}\b", article.text):
                    changed = article.edited(start, start + len(part), slip)
                    end = at + len(match.group()) + len(slip) - len(part)
                    kinds[what].append(Case(changed, at, end, f"slip in the {what}"))
    for what, cases in kinds.items():
        taken = sorted(chance.sample(range(len(cases)), min(CASES, len(cases))))
        part = "given name" if what == "given" else what
        place = f"a slip in the {part} of one of two full names"
        yield _recall(bench, f"{name}: {place}", [cases[i] for i in taken], either=True)


def _recall(bench: Bench, measured: str, cases: Sequence[Case], *, either: bool = False) -> Row:
    """Give recall; ``either`` counts a flag anywhere: of two spellings none is usual."""
    flags = bench.lint([case.article for case in cases], (CODE,))
    overlooked = [
        case for case, found in zip(cases, flags, strict=True)
        if not any(one.covers(case.start, case.end) or either for one in found)
    ]  # fmt: skip
    bench.show(f"missed: {measured}", [missed(case, CODE) for case in overlooked])
    recall = 1 - len(overlooked) / max(len(cases), 1)
    return Row("injected", RULE, measured, len(cases), recall)
