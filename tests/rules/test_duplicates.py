"""Copies of articles, whole and nearly, and the days they name."""

import json
import random
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import islice

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newslint import Doc, Fact, Group, Use
from newslint.config import Config
from newslint.corpus.across import judge, superseding, without_superseded
from newslint.diagnostic import Diagnostic, Location
from newslint.errors import ConfigError, SelectionError
from newslint.session import Session, SessionOptions
from newslint_rules.dates.dates_across_copies import dated, dates_across_copies
from newslint_rules.duplicates import signatures as signing
from newslint_rules.duplicates.duplicate_article import duplicate_article, texts
from newslint_rules.duplicates.near_duplicate import near_duplicate, signatures

NOUNS = [
    "harbour", "board", "ferry", "island", "bridge", "council", "mayor", "school", "road", "budget",
    "winter", "engine", "boat", "crew", "market", "farmer", "river", "valley", "station", "clerk",
    "library", "roof", "festival", "choir", "baker", "tower", "field",
]  # fmt: skip
VERBS = ["opened", "closed", "bought", "sold", "mended", "painted", "counted", "visited", "moved"]
PLACES = ["Arlow", "Brenn", "Corvane", "Dunmere", "Eskdale", "Farrow", "Galt", "Hobart", "Jarrow"]


def sentences(number: int, seed: int) -> list[str]:
    """Sentences nobody wrote; those of another seed are others."""
    chance = random.Random(seed)
    return [
        f"The {chance.choice(NOUNS)} of {chance.choice(PLACES)} {chance.choice(VERBS)} a "
        f"{chance.choice(NOUNS)} near the {chance.choice(NOUNS)} while the {chance.choice(NOUNS)} "
        f"{chance.choice(VERBS)} the {chance.choice(NOUNS)} in {chance.choice(PLACES)}."
        for _ in range(number)
    ]


def story(number: int = 12, seed: int = 1) -> str:
    return " ".join(sentences(number, seed))


def found(articles: Sequence[str | dict[str, str]], *select: str, **options: object) -> list[str]:
    """What is said of articles: number, code, severity and message of each finding."""
    return [
        f"{one.location.record_number} {one.code} {one.severity}: {one.message}"
        for one in diagnostics(articles, *select, **options)
    ]


def diagnostics(
    articles: Sequence[str | dict[str, str]], *select: str, **options: object
) -> list[Diagnostic]:
    config = Config(options={code: options for code in select if options})
    session = Session(SessionOptions(config, select=select, gather=True))
    rows = [{"text": one} if isinstance(one, str) else one for one in articles]
    data = "".join(json.dumps({"id": f"n{i}", **row}) + "\n" for i, row in enumerate(rows))
    result = session.engine.lint_bytes("a.jsonl", data.encode())
    rules = session.selection.default
    across = judge(result.facts, rules.corpus)
    every = sorted([*result.diagnostics, *across], key=Diagnostic.sort_key)
    return [*without_superseded(every, superseding(rules.document, rules.corpus))]


def use(number: int, fact: Fact, day: date | None = None) -> Use:
    place = Location(f"{number:06}.txt", None, 1, 1, 1, 1)
    return Use(f"n{number}", place, "", fact.value, day, fact.evidence)


# -- DUP101


def test_marks_blanks_and_capitals_make_no_other_text():
    text = story() + ' "It is so," she said - and left.'
    again = text.upper().replace('"', "”").replace(" - ", " – ").replace(". ", ".\n\n")
    assert found([text, again, text], "DUP101") == [
        "1 DUP101 error: the same text as n0",
        "2 DUP101 error: the same text as n0",
    ]


def test_another_word_or_number_makes_another_text():
    text = story() + " It cost 41 crowns."
    assert found([text, text.replace("41", "42"), text.replace("It cost", "They cost")]) == []


def test_a_flash_may_be_said_again():
    flash = "Trading in shares of Corvane was halted."
    assert found([flash, flash], "DUP101") == []
    assert len(found([flash, flash], "DUP101", **{"min-words": 5})) == 1
    assert found(["", "", "  "], "DUP101", **{"min-words": 0}) == []


def test_copies_are_flagged_as_they_come():
    (fact,) = texts(Doc(story()))
    read = 0

    def uses() -> Iterator[Use]:
        nonlocal read
        for number in range(1_000_000):
            read += 1
            yield use(number, fact)

    verdicts = duplicate_article(Group(fact.key, "", uses(), 1_000_000, 1_000_000))
    first = [one.use.article for one in islice(verdicts, 3)]
    assert (first, read) == (["n1", "n2", "n3"], 4)


def test_an_article_read_in_stretches_is_no_copy():
    doc = Doc(story())
    doc.ends = False
    assert list(texts(doc)) == list(signatures(doc)) == []


# -- DUP102


@pytest.mark.parametrize("kept", [0.9, 0.8])
@pytest.mark.parametrize("seed", range(5))
def test_an_article_without_some_of_its_sentences_is_nearly_the_same(kept, seed):
    whole = sentences(20, seed)
    chosen = sorted(random.Random(seed).sample(range(20), round(20 * kept)))
    (said,) = found([" ".join(whole), " ".join(whole[i] for i in chosen)], "DUP102")
    assert said.startswith("1 DUP102 warning: ")
    assert said.endswith(" n0")


def test_paragraphs_in_another_order_are_nearly_the_same():
    whole = [story(3, seed) for seed in range(8)]
    (said,) = found(["\n\n".join(whole), "\n\n".join(reversed(whole))], "DUP102")
    assert re.fullmatch(r"1 DUP102 warning: nearly the same text \(9\d%\) as n0", said)


def test_the_first_half_is_a_shorter_version_and_the_other_way_round():
    whole = sentences(30, 1)
    text, half = " ".join(whole), " ".join(whole[:16])
    assert found([text, half], "DUP102") == ["1 DUP102 warning: a shorter version of n0"]
    assert found([half, text], "DUP102") == ["1 DUP102 warning: a longer version of n0"]
    assert found([text, " ".join(whole[:10])], "DUP102") == []  # a part of it


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10_000))
def test_other_stories_are_not_alike_though_they_share_a_notice(seed):
    notice = "Sign up for the letter of the morning and read what matters before the day begins."
    one, other = (f"{story(12, 2 * seed + i)} {notice} {notice}" for i in range(2))
    assert found([one, other], "DUP102") == []


def test_a_serial_has_other_figures():
    chance = random.Random(1)
    form = "At {} the share of {} stood at {} crowns, {} less than the week before."
    names = [f"{place} {noun}" for place in PLACES for noun in NOUNS[:2]]

    def table() -> str:
        return " ".join(
            form.format("the close", name, chance.randint(100, 999), chance.randint(10, 99))
            for name in names
        )

    assert found([table(), table()], "DUP102", threshold=0.3) == []
    text = table()
    corrected = text.replace("crowns", "pounds", 2)
    assert len(found([text, corrected], "DUP102")) == 1


def test_a_copy_of_a_copy_hangs_on_what_it_is_a_copy_of():
    """Each is like the one before it; from the first to the third is too far."""
    whole = sentences(60, 1)
    chain = [" ".join(whole[start : start + 40]) for start in (0, 6, 12)]
    said = found([*chain, chain[0] + " And so on."], "DUP102", contained=1.0)
    assert [one[:1] + one[-3:] for one in said] == ["1 n0", "2 n1", "3 n0"]


def test_word_for_word_copies_are_left_to_the_other_rule():
    text = story()
    said = found([text, text, text + " And so on."], "DUP101", "DUP102")
    assert [one.split()[:2] for one in said] == [["1", "DUP101"], ["2", "DUP102"]]
    assert len(found([text, text], "DUP102")) == 1


def test_of_ten_thousand_copies_each_is_flagged_once_and_compared_once(monkeypatch):
    facts = list(signatures(Doc(story())))
    compared = 0

    def counted(*given: object) -> str:
        nonlocal compared
        compared += 1
        return "like"

    monkeypatch.setattr(signing, "likeness", counted)
    flagged: list[str] = []
    for fact in facts:
        uses = (use(number, fact) for number in range(10_000))
        verdicts = near_duplicate(Group(fact.key, "", uses, 10_000, 10_000))
        flagged += [one.use.article for one in verdicts]
    assert flagged == [f"n{number}" for number in range(1, 10_000)]
    assert compared == 9_999


def test_a_key_of_many_different_texts_costs_no_more_than_a_constant_for_each():
    notice = story(20, 99)
    docs = [Doc(f"{story(4, seed)} {notice}") for seed in range(200)]
    facts = [(number, fact) for number, doc in enumerate(docs) for fact in signatures(doc)]
    ((key, shared_by),) = Counter(fact.key for _, fact in facts).most_common(1)
    assert shared_by > 2 * signing.MOST_COMPARED
    uses = [use(number, fact) for number, fact in facts if fact.key == key]
    most = max(len(list(earlier)) for _, earlier in signing.pairs(Group.of(uses, key=key)))
    assert most <= signing.MOST_COMPARED


@pytest.mark.parametrize("option", ["threshold", "contained"])
def test_a_share_is_no_percentage(option):
    with pytest.raises(ConfigError, match=f"'{option}' must be a share from 0 to 1, .* not 70.0"):
        found([], "DUP102", **{option: 70.0})


def test_keys_say_what_made_them():
    pytest.importorskip("rensa")
    from rensa import RMinHash

    keys = [fact.key for fact in signatures(Doc(story()))]
    bands = [key for key in keys if f".r{RMinHash.ALGORITHM_VERSION}." in key]
    assert len(bands) == signing.BANDS == len({key.split(":")[0] for key in bands})
    assert len(keys) == len(set(keys)) == signing.BANDS + 2


def test_without_its_library_it_is_left_out_and_missed_when_asked_for(monkeypatch):
    monkeypatch.setitem(sys.modules, "rensa", None)
    rules = Session(SessionOptions(Config())).selection.default.all
    codes = {one.rule.code for one in rules}
    assert "DUP102" not in codes
    assert {"DUP101", "DAT101"} <= codes
    with pytest.raises(SelectionError, match=r"needs more: pip install 'newslint\[corpus\]'"):
        Session(SessionOptions(Config(), select=("DUP102",))).selection  # noqa: B018


# -- DAT101


def copy(text: str, day: str, **fields: str) -> dict[str, str]:
    return {"text": text, "date": day, **fields}


def test_the_later_copies_are_flagged_whatever_their_order():
    text = story()
    days = ["2024-05-01", "2024-03-12", "2024-03-13", "2024-07-30"]
    said = found([copy(text, day) for day in days], "DAT101")
    assert said == [
        "0 DAT101 warning: a copy of n1, which is dated 50 days earlier",
        "3 DAT101 warning: a copy of n1, which is dated 140 days earlier",
    ]
    assert len(found([copy(text, day) for day in days], "DAT101", tolerance=60)) == 1


def test_the_place_is_the_date_and_the_earlier_one_is_named():
    rows = [copy(story(), day) for day in ("2024-03-12", "2024-05-01")]
    (one,) = diagnostics(rows, "DAT101")
    assert one.text == "2024-05-01"
    (other,) = one.related
    assert other.location.record_number == 0
    assert other.location.column > 1


def test_an_update_has_something_new():
    text = story()
    rows = [copy(text, "2024-03-12"), copy(f"{text} {story(5, 2)}", "2024-03-20")]
    assert found(rows, "DAT101") == []
    cut = " ".join(sentences(12, 1)[:9])
    assert len(found([rows[0], copy(cut, "2024-03-20")], "DAT101")) == 1


def test_the_day_on_which_the_earlier_copy_was_changed_is_no_conflict():
    first = copy(story(), "2024-03-12", modified="2024-03-20T08:00:00Z")
    assert found([first, copy(story(), "2024-03-20")], "DAT101") == []
    assert len(found([first, copy(story(), "2024-03-28")], "DAT101")) == 1


def test_other_outlets_may_print_agency_copy_days_apart():
    first = copy(story(), "2024-03-12", source="Lakeside Ledger")
    others = [
        copy(story(), "2024-03-20", source=name) for name in ("Hobart Beacon", "Lakeside Ledger")
    ]
    assert [one.split(":")[0] for one in found([first, *others], "DAT101")] == [
        "1 DAT101 info", "2 DAT101 warning",
    ]  # fmt: skip


def test_an_article_without_a_date_or_of_few_words_says_nothing():
    assert list(dated(Doc(story()))) == []
    assert list(dated(Doc("A flash.", meta={"date": "2024-03-12"}))) == []
    assert found([story(), copy(story(), "2024-03-12"), copy(story(), "soon")], "DAT101") == []


def test_the_uses_of_a_key_that_very_many_share_are_not_held():
    facts = list(dated(Doc(story(), meta={"date": "2024-03-12"})))
    first, later = date(2024, 3, 12), date(2024, 3, 12) + timedelta(9)
    days = [first] * 1500 + [later] * 1500
    uses = (use(number, facts[0], day) for number, day in enumerate(days))
    verdicts = dates_across_copies(Group(facts[0].key, "", uses, 3000, 3000))
    assert [one.use.article for one in verdicts] == [f"n{number}" for number in range(1500, 3000)]
