from __future__ import annotations

import subprocess
import sys
from itertools import islice

import pytest

from newslint.text.lexicon import DATA, MET_ZIPF, ORDINARY_ZIPF, load

LEXICON = load()


@pytest.mark.parametrize(
    "form",
    [
        "mayor",
        "Mayor",
        "MAYOR",
        "mayor's",
        "mayors\u2019",
        "won't",
        "won\u2019t",
        "Vladimir",
        "it's",
        "na\u00efve",
    ],
)
def test_words_are_known_in_every_spelling(form: str) -> None:
    assert LEXICON.known(form)


@pytest.mark.parametrize(
    ("british", "american"),
    [
        ("colour", "color"),
        ("organise", "organize"),
        ("centre", "center"),
        ("travelled", "traveled"),
        ("defence", "defense"),
        ("organisation's", "organization's"),
    ],
)
def test_british_and_american_spellings_are_alike(british: str, american: str) -> None:
    for form in (british, american):
        assert LEXICON.known(form)
        assert LEXICON.core(form)
        assert LEXICON.zipf(form) > 0 or "'" in form


@pytest.mark.parametrize("form", ["emphasizedthat", "tobe", "isa", "vladimir", "informa", "'", ""])
def test_what_is_no_word_is_unknown(form: str) -> None:
    assert not LEXICON.core(form)
    assert not LEXICON.known(form)


def test_a_name_is_known_with_a_capital_only_and_never_a_core_word() -> None:
    assert LEXICON.known("Vladimir")
    assert LEXICON.name("vladimir")
    assert not LEXICON.known("vladimir")
    assert not LEXICON.core("Vladimir")


def test_rare_compounds_are_met_but_not_known() -> None:
    for form in ("waterflooding", "Haywain", "hayWains"):
        assert LEXICON.rare(form)
        assert not LEXICON.known(form)
    for form in ("emphasizedthat", "mayor", "aswell", ""):
        assert not LEXICON.rare(form)


def test_frequencies_are_on_the_zipf_scale() -> None:
    assert 7 < LEXICON.zipf("the") < 8
    assert LEXICON.zipf("The") == LEXICON.zipf("the")
    assert LEXICON.zipf("government") > LEXICON.zipf("bookkeeping") > 0
    assert LEXICON.zipf("emphasizedthat") == 0.0


def test_pairs_have_log_probabilities() -> None:
    common, rare = LEXICON.bigram("of", "the"), LEXICON.bigram("emphasized", "that")
    assert common is not None
    assert rare is not None
    assert 0 > common > rare
    assert LEXICON.bigram("Of", "The") == common
    assert LEXICON.bigram("the", "qqqq") is None


def test_beginnings_are_words_the_form_begins_with() -> None:
    found = LEXICON.beginnings("Emphasizedthat")
    assert "emphasized" in found
    assert all("emphasizedthat".startswith(one) for one in found)


def test_ordinary_words_are_the_common_ones_that_are_met_everywhere() -> None:
    some = list(islice(LEXICON.words.iterkeys(), 0, None, 97))
    assert len(some) > 1000
    for form in some:
        often = LEXICON.zipf(form) >= ORDINARY_ZIPF
        assert LEXICON.ordinary(form) == (form.isalpha() and LEXICON.core(form) and often)


def test_what_is_met_is_found_by_its_beginning_and_its_end() -> None:
    assert LEXICON.is_met("yorkshire")
    assert "yorkshire" in LEXICON.longer("york")
    assert "york" not in LEXICON.longer("york")
    assert list(LEXICON.longer("emphasizedthat")) == []
    assert LEXICON.ends_longer("ment")
    assert not LEXICON.ends_longer("zorvaq")
    assert {"sky", "ky"} - set(LEXICON.met_endings("zelensky")) <= {"ky"}
    some = list(islice(LEXICON.met.iterkeys(), 0, None, 199))
    for form in some:
        assert LEXICON.zipf(form) >= MET_ZIPF
        assert LEXICON.known(form.title())
        assert form in LEXICON.met_endings("x" + form)


def test_contractions_are_told_by_their_beginning() -> None:
    assert LEXICON.contracts("she")
    assert LEXICON.contracts("didn")
    assert not LEXICON.contracts("zorvaq")


def test_the_files_stay_small_and_name_their_licences() -> None:
    packed = [
        one
        for one in DATA.iterdir()
        if one.suffix in {".marisa", ".levels", ".counts", ".zipf", ".ordinary"}
    ]
    assert len(packed) == 10
    assert sum(one.stat().st_size for one in packed) < 3_400_000
    notice = (DATA / "LICENSES.md").read_text(encoding="utf-8")
    assert "CC BY-SA 4.0" in notice
    assert "Kevin Atkinson" in notice
    assert "Wolf Garbe" in notice


def test_loading_imports_nothing_heavy() -> None:
    code = (
        "import sys; from newslint.text.lexicon import load; load(); "
        "heavy = {'wordfreq', 'symspellpy', 'regex', 'numpy', 'dateparser'}; "
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
    assert load() is load()
