"""Subjects of all kinds replaced in the lead: the plain way to inject a conflict of actors.

Whoever measures headline-actor-conflict without looking for persons first does it like this. Most
of what is replaced is no person: a country, a company, a club, an office, a plural noun. Nothing of
the rules' code is used.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from measures.articles import Article
from measures.bench import Bench
from measures.headline_people import (
    ACTOR,
    INVENTED,
    LOUD,
    SETS,
    given_names,
    lead_of,
    missed,
)
from measures.rows import Row

ALL = "all"
"""The part that has a target: the rule is measured as whoever looks for no persons would do it."""
_TOKEN = r"[A-Z][\w'’-]*\.?"
_RUN = re.compile(rf"(?<![\w-]){_TOKEN}(?: {_TOKEN})*(?= (?P<next>[a-z][\w'’-]*))")
"""A capitalised run with a small word directly behind it."""
_NO_SUBJECT = frozenset({"A", "An", "He", "I", "It", "She", "The", "They", "We"})
_NO_PREDICATE = frozenset(
    {"a", "about", "after", "against", "ahead", "amid", "among", "an", "and", "as", "at", "before"}
    | {"but", "by", "during", "for", "from", "in", "into", "of", "on", "or", "over", "than", "that"}
    | {"the", "through", "under", "until", "up", "when", "where", "which", "while", "who", "with"}
)
_HELPERS = frozenset(
    {"are", "be", "been", "can", "could", "did", "do", "does", "had", "has", "have", "is", "may"}
    | {"might", "must", "not", "should", "to", "was", "were", "will", "would"}
)
"""Words before the verb, which headlines leave out or change."""
_PERSON_WORDS = frozenset(
    {"Mr", "Mrs", "Ms", "Dr", "Sen", "Gov", "Rep", "President", "Senator", "Minister", "Premier"}
    | {"Chancellor", "Mayor", "King", "Queen", "Pope", "Prince", "Judge", "Justice", "Secretary"}
)


@dataclass(frozen=True)
class Subject:
    """A subject of headline and lead, its place in the lead, and how much both say of it.

    Args:
        article: The article.
        place: Where the subject stands in the text.
        person: Whether a title or a given name tells that it is a person.
        shared: So many of the headline's next eight words stand in the rest of the sentence, too.
        verb: Whether it opens a sentence and is followed by a verb: a helper such as `will`, or a
            word that the headline has in another form. Other runs are mostly adjectives.
    """

    article: Article
    place: tuple[int, int]
    person: bool
    shared: int
    verb: bool


_OPENING = re.compile(r"(?:^|[.!?][\"”’]?\s+|\n\s*|[-–—]\s+)(?:The )?$")


def find_subject(article: Article, given: frozenset[str]) -> Subject | None:
    """Find a capitalised run of the lead that stands before the same verb in the headline, too.

    The runs share a word; the words behind them, without helpers such as `will`, begin with the
    same letters. Headlines in capitals only tell no run from a verb and are left out.
    """
    headline = article.headline or ""
    if headline.isupper():
        return None
    first, last = lead_of(article)
    for run in _RUN.finditer(article.text, first, last):
        words = [word for word in run.group().split() if word not in _NO_SUBJECT]
        end = _stop(article.text, run.end(), last)
        theirs = _content(article.text[run.end() : end])
        if not words or not theirs or run["next"] in _NO_PREDICATE:
            continue
        for word in words:
            for match in re.finditer(rf"(?<![\w-]){re.escape(word)}(?![\w'’-])", headline):
                behind = re.split(r"[:;—–?]| - ", headline[match.end() :])[0]
                mine = _content(behind)[:8]
                first_word = behind.lower().split()[:1]
                verb = run["next"] in _HELPERS or run["next"] not in first_word
                if mine and mine[0] == theirs[0] and not _NO_PREDICATE & {*first_word}:
                    start = run.start() + run.group().index(words[0])
                    person = any(one.rstrip(".") in given | _PERSON_WORDS for one in words)
                    shared = len({*mine} & {*theirs})
                    before = article.text[max(start - 40, 0) : start]
                    opens = _OPENING.search(before) is not None
                    return Subject(article, (start, run.end()), person, shared, opens and verb)
    return None


def _stop(text: str, start: int, last: int) -> int:
    end = re.compile(r"[.!?][\"”’]?\s+(?=[A-Z“\"(])|\n").search(text, start, last)
    return end.start() if end else last


def _content(words: str) -> list[str]:
    """Return the beginnings of words that say something, from the verb on."""
    found = re.findall(r"[^\W\d_][\w'’-]*", words.lower())
    return [_root(word) for word in found if word not in _HELPERS and word not in _NO_PREDICATE]


def _root(word: str) -> str:
    if word in ("says", "said"):
        return "say"
    return re.sub(r"(?:ing|ed|es|s|e)$", "", word)[:5] if len(word) > 3 else word


def replaced(subject: Subject, chance: random.Random) -> tuple[Article, tuple[int, int]]:
    """Put an invented person's full name in the subject's place."""
    article, (start, end) = subject.article, subject.place
    whole = article.text + (article.headline or "")
    name = chance.choice([one for one in INVENTED if one.split()[-1] not in whole])
    return article.edited(start, end, name), (start, start + len(name))


def measure(bench: Bench) -> Iterator[Row]:
    """Replace the subject; found is a flag at the place, or in the headline."""
    given = given_names(bench)
    for name, files in SETS.items():
        subjects = [one for a in bench.articles(*files) if (one := find_subject(a, given))]
        chance = bench.chance(f"plain {name}")
        altered = [replaced(one, chance) for one in subjects]
        flags = bench.lint([article for article, _ in altered], ("HED001",))
        found = [
            any(f.severity in LOUD and (f.field == "headline" or f.covers(*place)) for f in ours)
            for ours, (_, place) in zip(flags, altered, strict=True)
        ]
        lost = [
            missed(article, "HED001", *place)
            for (article, place), one in zip(altered, found, strict=True)
            if not one
        ]
        bench.show("missed: any subject replaced", lost)
        for what, wanted in _parts(subjects):
            hits = [one for one, want in zip(found, wanted, strict=True) if want]
            yield Row(
                "injected", ACTOR, f"any capitalised subject of the lead replaced, {name}: {what}",
                len(hits), recall=(recall := sum(hits) / max(len(hits), 1)),
                target="≥ .50" if what == ALL else "", met=recall >= 0.5 if what == ALL else None,
            )  # fmt: skip


def _parts(subjects: Sequence[Subject]) -> Iterator[tuple[str, list[bool]]]:
    """Give the parts that are counted apart."""
    yield ALL, [True for _ in subjects]
    yield "persons", [one.person for one in subjects]
    yield "organisations, places and others", [not one.person for one in subjects]
    yield "at the start of a sentence, before a verb", [one.verb for one in subjects]
    yield "the same, persons", [one.verb and one.person for one in subjects]
    yield "the same, others", [one.verb and not one.person for one in subjects]
    yield "two words or more in common", [one.shared > 1 for one in subjects]
