import pytest

from measures.articles import Article
from measures.linting import lint

STRAY = "\u200b"


def article(text, **fields):
    return Article("articles/made", fields.pop("id", "a"), text, **fields)


@pytest.mark.parametrize(
    "text",
    [
        f"One{STRAY} line.",
        f"First line.\n\nA second li{STRAY}ne.",
        f"Ein schöner Tag.\r\nUnd no{STRAY}ch einer.",
        f"𝒜 letter of four bytes\nand “curly” mar{STRAY}ks",
    ],
)
def test_a_flag_has_its_offset_in_the_text_as_it_came(text):
    [[flag]] = lint([article(text)], select=("ENC002",))
    assert text[flag.start : flag.end] == flag.text == STRAY
    assert (flag.before + flag.text + flag.after) in text


def test_a_metadata_field_is_named_and_has_offsets_of_its_own():
    text = "The council met on Friday.\n\nIt agreed to mend the bridge."
    [flags] = lint([article(text, date="2024-13-01")], select=("DAT001",))
    assert [(flag.field, flag.start, flag.text) for flag in flags] == [("date", 0, "2024-13-01")]


def test_results_stand_in_the_order_of_the_articles_for_any_number_of_processes():
    articles = [article("Stray" + STRAY * (n % 3 == 0), id=str(n)) for n in range(250)]
    one, two = (lint(articles, select=("ENC002",), jobs=jobs) for jobs in (1, 2))
    assert one == two
    assert [bool(flags) for flags in one] == [n % 3 == 0 for n in range(250)]


def test_a_place_is_covered_where_it_shares_a_character_or_touches():
    [[flag]] = lint([article(f"One{STRAY} line.")], select=("ENC002",))
    assert flag.covers(3, 4)
    assert flag.covers(4, 5)
    assert not flag.covers(5, 6)
