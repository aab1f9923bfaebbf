"""What the rules of headlines skip to be fast, they would not have found."""

import random
import re
from contextlib import ExitStack
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newslint import Doc, full_names
from newslint.text.people import people
from newslint_rules.headline import (
    deeds,
    headline_actor_conflict,
    stand_ins,
    strangers,
    surnames,
)
from newslint_rules.headline.predicate import words_of
from newslint_rules.headline.source_tags import source_tags
from newslint_rules.headline.stems import lowered, roots_in, stem
from newslint_rules.headline.whole_words import places_of

GATES = (
    (headline_actor_conflict, "may_name_person", True),
    (headline_actor_conflict, "may_have_strangers", True),
    (headline_actor_conflict, "may_introduce", True),
    (deeds, "surely_named", False),
    (deeds, "may_be_actor", True),
    (deeds, "may_be_known", True),
    (deeds, "_may_be_said", True),
    (strangers, "may_introduce", True),
    (strangers, "may_share", True),
    (strangers, "may_be_introduced", True),
    (strangers, "_surely_stands", False),
    (strangers, "_may_end_name", True),
    (surnames, "may_be_surname", True),
)
ACTORS = (
    "Ruiz", "Ana Ruiz", "Karl Lund", "Lund", "Okafor", "Merkel", "Fed", "Lyon", "Acme", "Goitavo",
    "Xi", "Xi Na-ra", "Mayor Ruiz", "President Karl Lund", "Jean-Marie Okafor", "J. Karl Lund",
    "Russia", "WHO", "Harbour Bank", "Ana Ruiz of Lyon", "the Ana Ruiz", "candidate Goitavo",
)  # fmt: skip
VERBS = (
    "wins", "won", "has won", "opens", "opened", "to open", "will open", "says", "said", "charged",
    "was charged with", "raises", "raised", "carries", "carried", ": Miners open", "'opens'",
)  # fmt: skip
OBJECTS = (
    "harbour vote", "the harbour vote in Lyon", "bridge race to port", "port bridge race again",
    "two ships", "a port for ferry ships", "ferry strike", "rates for third time",
)  # fmt: skip
OPENINGS = (
    "",
    "",
    "",
    "On Monday ",
    "But ",
    "After months, ",
    "Former ",
    "LYON (AP) — ",
    "“",
    "The ",
)
ENDINGS = (
    ".", " on Monday.", ", his office said.", ". She had been asked.", " against Karl Lund.",
    " for Acme.", ", Ruiz said.",
)  # fmt: skip
RESTS = (
    "Ruiz said so. “I will not have it,” Ruiz said.", "Mayor Ana Ruiz said so, too.", "Lund left.",
    "Mr Goitavo left with Okafor shares.", "They went home. Nobody in Lyon had asked Acme.",
    "President Lund, 62, who lives in Russia, told them.", "Xi waits. Fed, Merkel and others wait.",
)  # fmt: skip
STORY = (
    "The decision came after months of talks. Ships had waited for it since the winter. Nobody"
    " wanted to speak of costs. In the villages they doubt that. They have heard such promises"
    " before, and the old road is still closed after the storm of last year. A report is to be read"
    " in May. The opposition wants to see the figures before that, and the dockers have asked for"
    " six percent and a day off. Their employers call that too much, and the ferries do not sail."
)


def articles(number: int, seed: int = 1) -> list[Doc]:
    """Return invented articles in which headline and lead say much the same."""
    choice = random.Random(seed).choice
    made = []
    for _ in range(number):
        verb, thing = choice(VERBS), choice(OBJECTS)
        headline = f"{choice(ACTORS)} {verb} {thing}".replace(" :", ":")
        headline = choice((headline, headline, headline.title(), headline.upper()))
        sentences = []
        for _ in range(choice((1, 2, 3))):
            said = choice((verb, verb, choice(VERBS))), choice((thing, thing, choice(OBJECTS)))
            sentences.append(
                f"{choice(OPENINGS)}{choice(ACTORS)}{choice(('', ', 62,'))} {said[0]} {said[1]}"
                f"{choice(ENDINGS)}"
            )
        rest = "\n\n".join((choice(RESTS), choice(("", STORY)), choice(RESTS)))
        text = f"{choice((' ', chr(10) * 2)).join(sentences)}\n\n{rest}"
        in_text = choice((False, False, True))
        meta = {} if in_text else {"headline": headline}
        made.append(Doc(f"{headline}\n\n{text}" if in_text else text, meta=meta, language="en"))
    return made


def conflicts(doc: Doc) -> list[tuple[str, str | None, str]]:
    found = headline_actor_conflict.headline_actor_conflict(doc)
    return [(one.span.text, one.severity, one.message) for one in found]


def test_conflicts_are_the_same_without_the_gates() -> None:
    found = 0
    for doc in articles(1500):
        gated = conflicts(doc)
        with ExitStack() as stack:
            for module, name, value in GATES:
                stack.enter_context(patch.object(module, name, lambda *_, v=value, **__: v))
            assert gated == conflicts(doc), doc.text
        found += bool(gated)
    assert found > 60


class Watched(Doc):
    """An article that counts what is asked of it."""

    __slots__ = ("asked",)

    def get(self, annotation):
        if not hasattr(self, "asked"):
            self.asked = []
        self.asked.append(annotation)
        return super().get(annotation)


@pytest.mark.parametrize(
    ("headline", "lead"),
    [
        ("Ruiz opens harbour bridge", "Mayor Ana Ruiz opened the harbour bridge on Monday."),
        ("Bridge opens in harbour", "Mayor Ana Ruiz opened the harbour bridge on Monday."),
        ("MAYOR OPENS HARBOUR BRIDGE", "Mayor Ana Ruiz opened the harbour bridge on Monday."),
        ("Parliament opens harbour bridge", "Mayor Ana Ruiz wept. The bridge was opened."),
    ],
)
def test_names_are_not_looked_for_where_the_words_tell_enough(headline, lead) -> None:
    doc = Watched(f"{lead}\n\n{STORY}", meta={"headline": headline}, language="en")
    assert conflicts(doc) == []
    assert not {full_names, people} & set(doc.asked)


WORDS = st.sampled_from(
    (
        "wins", "winning", "won", "carries", "carried", "Carry", "opens", "Opened's", "stopped",
        "stop", "boss", "buses", "see", "seen", "IT", "WHO", "Ruiz’s", "élan", "Élans", "ΟΔΟΣ",
        "ferries", "ferry’s", "making", "make", "die", "died",
    )
)  # fmt: skip


@given(st.lists(WORDS), WORDS)
def test_the_stem_of_a_word_is_found_in_its_text(around: list[str], word: str) -> None:
    for text in (" ".join((*around, word, *around)), f"“{word.upper()}:{word}—"):
        doc = Doc(text)
        roots = {one.stem for one in words_of(doc.span(0, len(text)))} - {""}
        assert roots_in(lowered(text), roots) == roots
    assert roots_in(lowered("no such thing"), {stem("ferries"), stem("won")}) == set()


@given(st.text("Ru_iz.- é’", max_size=30), st.sampled_from(["Ru", "Ruiz", "i", "é.", "_i", "z’R"]))
def test_places_are_those_of_whole_words(text: str, name: str) -> None:
    pattern = re.compile(rf"\b{re.escape(name)}\b")
    assert list(places_of(name, text)) == [match.start() for match in pattern.finditer(text)]
    assert list(places_of(name, text, 3)) == [m.start() for m in pattern.finditer(text, 3)]


PARTS = [
    *(
        "ATTENTION",
        "ADDS",
        "adds",
        "quotes",
        "RECASTS",
        "///",
        "//",
        "Eds",
        "Note",
        "to",
        "editors",
    ),
    *("UPDATE", "2", "CORRECTED", "KILL", "EMBARGOED", "until", "RELEASABLE", "FOR", "for"),
    *("release", "RELEASE", "ADV", "Sunday", "correction", "our", "earlier", "story", "SLUG"),
    *("TEST", "test", "this", "is", "a", "just", "ignore", "Photos", "Image", "by", "By", "BY"),
    *("courtesy", "of", "Ana", "Ruiz", "Getty", "the", "corrected", "version", "please"),
    *("disregard", "BC", "US", "Harbour", "1st", "2nd", "ld", "lead", "writethru", "Microsoft"),
    *("Word", "March", "4", "2019", "10:30", "last", "updated", "Posted", "object", "Object"),
    *("error", "404", "503", "page", "Page", "not", "found", "forbidden", "lorem", "ipsum", "tk"),
    *("TK", "hed", "headline", "Home", "News", "Lund", "Gazette", "untitled", "post", "#3"),
    *("Staff", "Writer", "staff", "reporter", "our", "correspondent", "from", "wire", "services"),
    *("ſtaff", "İ", "K", "xxxx", "null", "harbour", "_", "{{", "}}", "<%", "%>", "%s", "<b>"),
]
GAPS = [
    " ",
    " ",
    " ",
    "",
    "-",
    ": ",
    " - ",
    " | ",
    " · ",
    ", ",
    ". ",
    "/",
    "_",
    " (",
    ") ",
    "’",
    '"',
]


@settings(max_examples=1500)
@given(
    st.lists(st.tuples(st.sampled_from(PARTS), st.sampled_from(GAPS)), min_size=1, max_size=6),
    st.sampled_from(["", "“", '"', "(", "[", "1", "- "]),
)
def test_what_stands_in_is_the_same_without_the_gate(pairs, opening: str) -> None:
    headline = (opening + "".join(part + gap for part, gap in pairs)).strip()
    gated = stand_ins.kind_of(headline)
    with patch.object(stand_ins, "_may_stand_in", lambda _: True):
        assert gated == stand_ins.kind_of(headline)


@pytest.mark.parametrize("listed", sorted(stand_ins._placeholders()))
def test_listed_headlines_stand_in_with_and_without_the_name_of_a_site(listed: str) -> None:
    for headline in (listed, listed.upper(), f"{listed.capitalize()} | The Lund Gazette"):
        gated = stand_ins.kind_of(headline)
        with patch.object(stand_ins, "_may_stand_in", lambda _: True):
            assert gated == stand_ins.kind_of(headline)


def test_plain_headlines_are_not_held_against_all_that_stands_in() -> None:
    for headline in (
        "Two ministers leave the cabinet",
        "“We are tired,” Ruiz's ministers say of U.S. talks",
        "PORT CLOSES FOR A MONTH",
        "Lund wins 3-1 at home and goes to Lyon",
    ):
        assert not stand_ins._may_stand_in(headline)


@given(st.text("Police say,: -—|\u00a0ruz’", max_size=40))
def test_source_tags_are_the_same_without_their_signs(headline: str) -> None:
    def tags() -> list[tuple[str, bool]]:
        doc = Doc(headline)
        return [(one.place.text, one.opens) for one in source_tags(doc.span(0, len(headline)))]

    gated = tags()
    with patch("newslint_rules.headline.source_tags._SIGNS", ("",)):
        assert gated == tags()


def test_a_headline_of_many_marks_is_split_in_one_pass() -> None:
    doc = Doc("Ruiz wins" + "—" * 200_000)
    assert [one.text for one in words_of(doc.span(0, len(doc.text)))] == ["Ruiz", "wins"]
