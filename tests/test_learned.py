"""What rules ask of what was learned."""

from pathlib import Path

from teaching import learned, learned_file

from newslint import Doc
from newslint.config import Config
from newslint.learned import NOTHING, Learned, WordUse
from newslint.session import read_learned

QUAY = [("Quay Herald", f"Zorvaq met {name}.\nSign up for the Herald, {name}") for name in
        ("Ada", "Ben", "Cyd", "Dora")]  # fmt: skip
DALE = [("Dale Post", f"On day {day} Zorvaq spoke of {what}.") for day, what in
        enumerate(("boats", "ferries", "trams", "rain"))]  # fmt: skip


def test_nothing_is_known_where_nothing_was_learned():
    doc = Doc("Some text.")
    assert doc.learned is NOTHING
    assert not doc.learned
    assert (doc.learned.articles, doc.learned.outlets) == (0, 0)
    assert doc.learned.word("text") == WordUse(0, 0, 0, 0.0)
    assert doc.learned.articles_of("Quay Herald") == 0
    assert doc.learned.found("RES101", "Quay Herald", "0f") == 0


def test_a_corpus_answers_for_words_outlets_and_lines(tmp_path: Path):
    known = learned(tmp_path, [*QUAY, *DALE, ("Quay Herald", "sign up FOR the Herald: ADA!")])
    assert known
    assert (known.articles, known.outlets) == (9, 2)
    assert known.word("zorvaq") == known.word("ZORVAQ") == WordUse(8, 2, 8, 0.5)
    assert known.word("herald").articles == 5
    assert known.word("ferries").articles == 0  # of one article: too few to be kept
    assert known.articles_of("Quay Herald") == 5
    assert known.articles_of("Vale Times") == 0


def test_what_rules_found_is_known_by_rule_scope_and_key(tmp_path: Path):
    file = learned_file(
        tmp_path, QUAY, [("HOU101", "Quay Herald", "0f", 7), ("HOU101", "", "1", 3)]
    )
    known = Learned([file])
    assert known.found("HOU101", "Quay Herald", "0f") == 7
    assert known.found("HOU101", "", "1") == 3
    for other in (
        ("HOU101", "Dale Post", "0f"),
        ("HOU102", "Quay Herald", "0f"),
        ("HOU101", "", ""),
    ):
        assert known.found(*other) == 0
    assert Learned([file, file]).found("HOU101", "", "1") == 6


def test_several_files_are_asked_together(tmp_path: Path):
    known = learned(tmp_path, QUAY, [*DALE, *QUAY], [("Vale Times", "Nothing of the kind.")])
    assert (known.articles, known.outlets) == (13, 2)
    use = known.word("Zorvaq")
    assert use == WordUse(12, 2, 12, (1 * 4 + 0.5 * 8) / 12)
    assert known.articles_of("Quay Herald") == 8
    assert known.word("Dora") == WordUse()


def test_the_configuration_names_files(tmp_path: Path):
    learned_file(tmp_path, QUAY)
    config = Config(learned=(tmp_path / "corpus.newslint", tmp_path / "corpus.newslint"))
    assert isinstance(read_learned(config), Learned)
    assert read_learned(config).articles == 4  # named twice, learned once
    assert read_learned(Config()) is NOTHING
