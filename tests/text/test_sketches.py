import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint import Doc
from newslint.text.sketches import MOST, Sample, Sketch, openings, plain_words, shared, sketch

TEXT = "The ferry to Hollow Island will run every hour from June, the harbour board said."


def test_words_are_those_between_marks_and_hyphens_in_small_letters():
    assert plain_words(Doc("It’s a “half-way” House - so.")) == [
        b"it", b"s", b"a", b"half", b"way", b"house", b"so",
    ]  # fmt: skip


def test_the_opening_of_a_copy_has_a_key_of_it():
    keys = set(openings(Doc(TEXT)))
    assert len(keys) == 2
    assert keys & set(openings(Doc(f"Arlow, March 3 - {TEXT} It bought a second boat.")))
    assert openings(Doc("Too short for it.")) == []


HASHES = st.frozensets(st.integers(0, 2**32 - 1), max_size=40)


@given(HASHES, HASHES)
def test_small_texts_are_compared_exactly(one, other):
    given_, compared = (Sample.of(hashes, MOST) for hashes in (one, other))
    found = shared(given_, compared)
    common = len(one & other)
    assert found.of_both == common / max(len(one | other), 1)
    assert found.of_first == common / max(len(one), 1)
    assert found.of_second == common / max(len(other), 1)


@given(HASHES, st.integers(1, 10))
def test_a_sample_that_is_written_can_be_read(hashes, most):
    sample = Sample.of(hashes, most)
    assert Sample.read(str(sample)) == sample


@pytest.mark.parametrize("share", [0.3, 0.5, 0.7, 0.9])
def test_long_texts_are_compared_by_the_same_sample_of_both(share):
    chance = random.Random(1)
    numbers = [chance.randrange(2**32) for _ in range(20_000)]
    one = Sample.of(numbers[:10_000], MOST)
    start = round(10_000 * (1 - share))
    other = Sample.of(numbers[start : start + 10_000], MOST)
    assert shared(one, other).of_first == pytest.approx(share, abs=0.1)
    part = Sample.of(numbers[:5_000], MOST)
    assert shared(part, one).of_first == 1.0


def test_a_sketch_that_something_else_made_is_refused():
    written = sketch(Doc(TEXT))
    assert str(Sketch.read(written)) == written
    with pytest.raises(ValueError, match="was made by '3w', not by '5w'"):
        Sketch.read(written.replace("5w", "3w", 1))
