"""What is counted in an article."""

from newslint import Doc, line_key
from newslint.learned_file import line_of_outlet
from newslint.learning.counts import Counts
from newslint.line_keys import digest


def batch_of(*docs: Doc):
    counts = Counts()
    for doc in docs:
        counts.add(doc)
    return counts.batch()


def keys(packed: bytes, size: int = 8) -> list[bytes]:
    return [packed[at : at + size] for at in range(0, len(packed), size)]


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


def test_a_line_counts_once_an_article_and_outlet():
    first = english("Close\nIt rained.\n\nCLOSE (2)\n* * *")
    second = english("Close", outlet="Dale Post")
    assert sorted(keys(batch_of(first, second).lines)) == sorted(
        [
            line_of_outlet("Quay Herald", "close"),
            line_of_outlet("Quay Herald", "it rained"),
            line_of_outlet("Quay Herald", "close 0"),
            line_of_outlet("Dale Post", "close"),
        ]
    )
    assert batch_of(first, second).outlets == {"Quay Herald": 1, "Dale Post": 1}
    assert line_key("Close") != line_of_outlet("", "close").hex()


def test_of_another_language_only_lines_are_counted():
    batch = batch_of(Doc("Der Bürgermeister kam.", language="de"))
    assert (batch.known, batch.unknown) == ({}, b"")
    assert keys(batch.lines) == [line_of_outlet("", "der bürgermeister kam")]


def test_of_an_article_read_in_stretches_the_first_is_counted():
    doc = english("The mayor.")
    doc.begins = False
    assert batch_of(doc).articles == 0
