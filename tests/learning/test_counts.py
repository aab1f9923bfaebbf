"""What is counted in an article."""

import json

from newslint import Doc
from newslint.learning import counts as module
from newslint.learning.counts import Batch, Counts
from newslint.normal_lines import digest


def batch_of(*docs: Doc) -> Batch:
    counts = Counts()
    for doc in docs:
        counts.add(doc)
    return counts.take()


def english(text: str, outlet: str = "Quay Herald") -> Doc:
    return Doc(text, meta={"source": outlet}, language="en")


def test_a_word_counts_once_an_article():
    batch = batch_of(english("The mayor met the Mayor.\nMAYOR!"), english("A mayor's ferry"))
    assert batch.articles == 2
    assert batch.known == {"the": 1, "mayor": 2, "met": 1, "a": 1, "ferry": 1, "s": 1}
    assert batch.unknown == b""


def test_a_word_of_no_dictionary_is_counted_with_its_first_line_and_its_outlet():
    batch = batch_of(english("One.\nZorvaq left on day 7.\nZorvaq came back."))
    line = digest("zorvaq left on day 0")
    assert batch.unknown == digest("zorvaq") + line + digest("Quay Herald")


def test_names_of_the_dictionary_are_known_and_forms_with_digits_are_no_words():
    batch = batch_of(english("Smith of Wellington took 36hours, x, and the 20th"))
    assert batch.unknown == b""
    assert batch.known.keys() == {"smith", "of", "wellington", "took", "x", "and", "the"}


def test_outlets_are_counted():
    batch = batch_of(english("One."), english("Two.", ""), english("Three."))
    assert batch.outlets == {"Quay Herald": 2, "": 1}


def test_of_another_language_no_words_are_counted():
    batch = batch_of(Doc("Der B\u00fcrgermeister kam.", language="de"))
    assert (batch.articles, batch.known, batch.unknown) == (1, {}, b"")


def test_of_an_article_read_in_stretches_the_first_is_counted():
    doc = english("The mayor.")
    doc.begins = False
    assert batch_of(doc).articles == 0


def test_a_batch_is_the_same_after_json():
    batch = batch_of(english("Zorvaq met the mayor."))
    assert Batch.of_plain(json.loads(json.dumps(batch.as_plain()))) == batch


def test_counting_begins_anew_when_a_batch_is_taken(monkeypatch):
    monkeypatch.setattr(module, "FULL", 2)
    counts = Counts()
    counts.add(english("Zorvaq"))
    assert not counts.full
    counts.add(english("Qwendle"))
    assert counts.full
    assert counts.take().articles == 2
    assert not counts.full
    assert counts.take() == Batch(0, {}, {}, b"")
