"""Persons of whom headline and lead say the same, and what the measures of headlines share.

Persons are looked for without any of the rules' code: by titles and by the given names of
office-holders (``reference/officeholder_terms.jsonl``).
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from measures.articles import EDITED, SCRAPED, Article, read_rows
from measures.bench import Bench
from measures.linting import AROUND, Flag

ACTOR = "HED001 headline-actor-conflict"
SETS = {"edited": EDITED, "scraped": SCRAPED}
LOUD = frozenset({"error", "warning"})
INVENTED = (
    "Ana Ruiz", "Karl Lund", "Ola Berg", "Priya Nair", "Tomas Novak", "Fatima Haddad", "Kenji Mori",
    "Paul Okafor", "Grace Mwangi", "Ivan Sokolov", "Marta Silva", "Luca Ferri", "Emma Holt",
    "Daniel Price", "Susan Tate", "Robert Lang", "Chen Wei", "Leila Karimi", "Juan Vega",
    "Claire Morel", "Anders Dahl", "Omar Saleh", "Nina Petrova", "George Hale",
)  # fmt: skip
_TITLE = (
    r"(?:Mr|Mrs|Ms|Dr|Sens?|Senators?|Gov|Governor|Reps?|Representative|President|President-elect"
    r"|Vice President|Prime Minister|Minister|Secretary|Mayor|Judge|Justice|Chancellor|King|Queen"
    r"|Pope|Congressman|Congresswoman|Speaker|Leader|General|Gen)\.?"
)
_TOKEN = r"[A-Z][\w'’-]*\w"
_HEADLINE_NAME = re.compile(rf"(?:{_TITLE} )?(?P<name>(?:{_TOKEN} ){{0,2}}{_TOKEN})")
_SENTENCE_END = re.compile(r"(?<=[.!?])[\"”’]?\s+(?=[A-Z“\"(])|\n+")
_LEAD_SENTENCES, _LONGEST_LEAD = 3, 1200
_NO_SUBJECT_BEFORE = re.compile(
    r"\b(?:about|against|by|for|from|in|like|of|on|over|than|to|under|with|and|or)\s+$"
)
_NEXT = re.compile(
    r":? (?!(?i:administration|aides?|allies|backers|camp|campaign|cabinet|era|family|foundation"
    r"|government|lawyers?|nominees?|officials?|rally|supporters?|team|voters?|and|or|of|v|vs)\b)"
)
"""What follows a subject; behind these words another one acts."""
_STOP = frozenset(
    {"about", "after", "again", "against", "also", "because", "been", "before", "being", "could"}
    | {"during", "from", "have", "here", "into", "just", "more", "most", "much", "only", "other"}
    | {"over", "says", "said", "should", "some", "such", "than", "that", "their", "them", "then"}
    | {"there", "these", "they", "this", "those", "through", "until", "very", "what", "when"}
    | {"where", "which", "while", "will", "with", "would", "your"}
)
_PREDICATE = 8
"""Words after a headline's subject that are looked at."""


@dataclass(frozen=True)
class Person:
    """A person of whom headline and lead say something in common, and where they are named."""

    article: Article
    surname: str
    headline: tuple[int, int]
    lead: tuple[int, int]


def find_person(article: Article, given: frozenset[str]) -> Person | None:
    """Find the person at the headline's start who does the same in one of three lead sentences.

    A capitalised run opens the headline; its last word, in a sentence of the lead, ends a name that
    has a title or a given name before it; behind both names a word of four letters or more begins
    with the same five letters.
    """
    headline = article.headline or ""
    opening = _HEADLINE_NAME.match(headline)
    if opening is None or headline.isupper():
        return None
    start = opening.start("name")
    for end in (start + one.end() for one in reversed([*re.finditer(_TOKEN, opening["name"])])):
        *before, surname = headline[start:end].split()
        told = _keys(re.split(r"[:;—–?]| - ", headline[end:].lstrip(":"))[0], _PREDICATE)
        if surname.endswith(("'s", "’s")) or not _NEXT.match(headline, end) or not told:
            continue
        for place in _namings(article, surname, given):
            if not {*before} <= {*article.text[slice(*place)].split()}:
                continue
            if told & _keys(article.text[place[1] : sentence_end(article.text, place[1])], 40):
                return Person(article, surname, (start, end), place)
    return None


def _namings(article: Article, surname: str, given: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Give the places in the lead where a full or titled name ends in a surname."""
    first, last = lead_of(article)
    name = re.compile(
        rf"(?P<title>\b{_TITLE} )?(?P<name>(?:\b(?P<given>{_TOKEN}) (?:[A-Z]\. |{_TOKEN} )?)?"
        rf"\b{re.escape(surname)})\b(?!['’-]| [A-Z])"
    )
    for match in name.finditer(article.text, first, last):
        known = match["title"] or (match["given"] or "") in given
        if known and not _NO_SUBJECT_BEFORE.search(article.text, first, match.start()):
            yield match.span("name") if match["given"] in given else _last_word(match)


def _last_word(match: re.Match[str]) -> tuple[int, int]:
    start, end = match.span("name")
    return start + match["name"].rfind(" ") + 1, end


def lead_of(article: Article) -> tuple[int, int]:
    """Return where the first sentences stand, behind a copy of the headline."""
    first = headline_copy(article).stop
    ends = [one.start() for one in _SENTENCE_END.finditer(article.text, first + 1)]
    ends.append(len(article.text))
    return first, min(ends[: _LEAD_SENTENCES + 1][-1], first + _LONGEST_LEAD)


def headline_copy(article: Article) -> range:
    """Return where the text opens with the headline, whatever stands between its words."""
    words = re.findall(r"\w+", article.headline or "")
    opening = re.compile(r"\W*" + r"\W+".join(map(re.escape, words)) + r"\W*?(?=\s|$)")
    copy = opening.match(article.text) if words else None
    return range(copy.end()) if copy else range(0)


def sentence_end(text: str, start: int) -> int:
    end = _SENTENCE_END.search(text, start)
    return min(end.start() if end else len(text), start + 400)


def _keys(words: str, limit: int) -> set[str]:
    found = re.findall(r"\w+", words.lower())[:limit]
    return {word[:5].rstrip("e") for word in found if len(word) > 3 and word not in _STOP}


def given_names(bench: Bench) -> frozenset[str]:
    rows = read_rows(bench.data / "reference/officeholder_terms.jsonl")
    return frozenset(row["first"] for row in rows if row.get("first"))


def real_names(bench: Bench) -> list[str]:
    """Return the names of office-holders since 1945 that have two plain words."""
    rows = read_rows(bench.data / "reference/officeholder_terms.jsonl")
    plain = re.compile(rf"{_TOKEN} {_TOKEN}")
    return sorted(
        {r["person"] for r in rows if r["start"] >= "1945" and plain.fullmatch(r["person"])}
    )


def other_name(person: Person, chance: random.Random, real: Sequence[str]) -> str:
    """Choose an invented or a real name, as often, that the article does not have."""
    while True:
        name = chance.choice(chance.choice((INVENTED, real)))
        if name.split()[-1] not in person.article.text + (person.article.headline or ""):
            return name


def missed(article: Article, code: str, start: int, end: int) -> Flag:
    """Return a flag made by hand at a place that no rule flagged."""
    headline = " ".join((article.headline or "").split())
    return Flag(
        article.file, article.id, code, "", "", "text", start, end, article.text[start:end],
        f"headline: {headline}", article.text[max(start - AROUND, 0) : start],
        article.text[end : end + AROUND],
    )  # fmt: skip


def flagged(bench: Bench, articles: Sequence[Article], code: str) -> list[bool]:
    """Tell of each article whether a rule speaks; that it crashed is not what it says."""
    return [any(flag.code == code for flag in ours) for ours in bench.lint(articles, (code,))]


def share_of(found: Sequence[bool]) -> float:
    return sum(found) / max(len(found), 1)


def missed_headlines(articles: Sequence[Article], found: Sequence[bool], code: str) -> list[Flag]:
    return [
        missed(article, code, 0, 0) for article, one in zip(articles, found, strict=True) if not one
    ]
