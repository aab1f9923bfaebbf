"""Title conflicts put into real articles where a careful reader could tell, and false alarms.

A person counts who has one title at least twice in an article, never with a word such as `former`
before it, outside quotation marks, and with a surname that only one person bears there. `_clear`
leaves out what a reader would not call a conflict; `titles_plain` leaves out nothing.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from measures.articles import Article
from measures.bench import Bench
from measures.rows import Row
from measures.titled import (
    SETS,
    TITLES,
    Case,
    Titled,
    chosen,
    false_alarms,
    is_marked,
    line_of,
    missed,
    put_after,
    put_before,
    severities,
    titled,
)  # fmt: skip

RULE, CODE = "TTL001 title-conflict", "TTL001"
TARGET = 0.98
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
_TITLE_WORDS = {word for title in TITLES for word in title.split(" ")} | {"Mrs."}
_ELSEWHERE = r"(?:elect|former|ex|acting)\b[^.\n]{{0,40}}\b{}\b"
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


def measure(bench: Bench) -> Iterator[Row]:
    """Give recall for injected conflicts, then false alarms."""
    for name, files in SETS:
        yield from _conflicts(bench, name, bench.articles(*files))
    yield from false_alarms(bench, RULE, CODE, aimed=True)


def persons(text: str) -> Iterator[list[Titled]]:
    """Give the mentions of each person with one title twice or more and a surname of their own."""
    groups: dict[tuple[str, str], list[Titled]] = defaultdict(list)
    for one in titled(text):
        groups[one.title, one.surname].append(one)
    for (_, surname), group in groups.items():
        full = {one.name for one in group if " " in one.name}
        before = set(re.findall(rf"\b([A-Z][\w’'-]{{2,}}\.?) {re.escape(surname)}\b", text))
        alone = before - _TITLE_WORDS <= {name.split(" ")[0] for name in full}
        marked = any(is_marked(text, one) for one in group)
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
        clear = chosen(bench, f"{name} {what}", [case for case in cases if case.clear])
        unclear = chosen(bench, f"{name} {what}", [case for case in cases if not case.clear])
        yield from _found(bench, name, what, clear)
        every += [bool(hit) for hit in severities(bench, clear + unclear, CODE)]
    yield Row(
        "injected", RULE,
        f"{name}: all kinds, also where a sentence may be of another time or is another's words",
        len(every), sum(every) / max(len(every), 1),
    )  # fmt: skip


def _marked_forms(article: Article, group: Sequence[Titled]) -> Iterator[Case]:
    first, second = group[:2]
    rest = [one for one in group if one is not first]
    others = [one for one in group if one is not second]
    states = ["former"]
    states += ["-elect"] * (first.title in ELECTED)
    states += ["acting"] * (first.title not in NEVER_ACTING)
    for state in states:
        clear = _clear(article, first, state, rest)
        yield put_before(article, first, state, f"{state} on the first mention", clear=clear)
        later = _clear(article, second, state, others)
        yield put_before(article, second, state, f"{state} on the second mention", clear=later)
        after = f"{state} after the name"
        if state != "acting" and (case := put_after(article, first, state, after, clear=clear)):
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


def _clear(article: Article, one: Titled, state: str, others: Sequence[Titled]) -> bool:
    """Tell whether nothing in the sentences of two mentions allows for two times."""
    if state == "former" and one.title in BY_COURTESY:
        return False
    return any(
        _told(article.text, one.start) and _told(article.text, other.start) for other in others
    )


def _told(text: str, at: int) -> bool:
    """Tell whether a place is in the story's own sentences and nothing hints at another time."""
    line = "".join(line_of(text, at)).strip()
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
    hits = severities(bench, cases, CODE)
    overlooked = [missed(case, CODE) for hit, case in zip(hits, cases, strict=True) if not hit]
    bench.show(f"missed: {what}", overlooked)
    for level, loud in (("error", {"error"}), ("error or warning", {"error", "warning"})):
        recall = sum(bool(hit & loud) for hit in hits) / max(len(hits), 1)
        aimed = level != "error" and what != "another office on the second full name"
        yield Row(
            "injected", RULE, f"{name}: {what}, found as {level}", len(hits),
            recall, target="≥ .98" if aimed else "", met=recall >= TARGET if aimed else None,
        )  # fmt: skip
