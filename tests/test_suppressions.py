"""What an article asks newslint not to report: what it means, and where it holds."""

import json

import pytest
from making import BAD_WORD, SHOUTING, engine_of, in_file, made

from newslint import Doc, Findings, rule
from newslint.book import Book
from newslint.placing import PlacedArticle, PlacedFile
from newslint.raw import RawArticle, SourceFile
from newslint.readers import read_articles
from newslint.suppressions import HINTS, Suppressions, read_suppressions


@rule("TST003", default=False)
def about_it_all(doc: Doc) -> Findings:
    """Every article."""
    yield doc.flag("the whole of it")


WHOLE = made(about_it_all, "whole")
BOOK = Book((BAD_WORD, SHOUTING, WHOLE))
LOCAL = {"TST001", "TST002"}


def asked(content: str, name: str = "a.md", book: Book = BOOK) -> tuple[Suppressions, str]:
    (raw,) = read_articles(file := SourceFile(name, content.encode()))
    assert isinstance(raw, RawArticle)
    return read_suppressions(PlacedArticle(PlacedFile(file), raw), book), file.text


def held(content: str, name: str = "a.md") -> list[tuple[str, set[str], str]]:
    """For each suppression its name, its rules, and the source it holds for."""
    found, source = asked(content, name)
    assert not found.problems
    return [
        (one.name.text, set(one.codes), "*" if one.whole else source[one.start : one.end])
        for one in found.asked
    ]


def problems(content: str, name: str = "a.md", book: Book = BOOK) -> list[tuple[str, str]]:
    """The words that mean nothing, and why."""
    found, source = asked(content, name, book)
    for one in found.problems:
        assert source[slice(*one.said.run)] == one.said.text
    return [(one.said.text, one.message) for one in found.problems]


# --- names


@pytest.mark.parametrize(
    ("names", "codes"),
    [
        ("TST001", [{"TST001"}]),
        ("tst001", [{"TST001"}]),
        ("bad_word, SHOUTING", [{"TST001"}, {"TST002"}]),
        ("local", [LOCAL]),
        ("all", [{*LOCAL, "TST003"}]),
        ("NLX004, unused-suppression", [{"NLX004"}, {"NLX004"}]),
        ("TST001 TST002", [{"TST001"}, {"TST002"}]),
    ],
)
def test_names_are_codes_names_or_families(names, codes):
    found = held(f"<!-- newslint: ignore {names} -->\n")
    assert [meant for _, meant, _ in found] == codes
    assert ", ".join(name for name, _, _ in found) == names.replace("1 T", "1, T")


# --- where it holds


def test_in_a_paragraph_it_holds_for_the_paragraph():
    (one,) = held("One.\n\nTwo <!-- newslint: ignore all --> two\nand more.\n\nThree.\n")
    assert one[2] == "Two <!-- newslint: ignore all --> two\nand more."


def test_behind_a_paragraph_it_holds_for_the_paragraph():
    (one,) = held("One.\n\n**Two** two.** <!-- newslint: ignore all -->\n\nThree.\n")
    assert one[2] == "Two** two.** <!-- newslint: ignore all -->"


def test_alone_it_holds_up_to_the_end_of_the_next_paragraph():
    (one,) = held("One.\n\n<!-- newslint: ignore all -->\n\n# *Two*\n\nThree.\n")
    assert one[2] == "<!-- newslint: ignore all -->\n\n# *Two"


def test_before_everything_it_holds_for_the_first_paragraph():
    (one,) = held("<!-- newslint: ignore all -->\nOne.\n\nTwo.\n")
    assert one[2] == "<!-- newslint: ignore all -->\nOne."


def test_behind_everything_it_holds_for_nothing_else():
    (one,) = held("One.\n\n<!-- newslint: ignore all -->\n")
    assert one[2] == "<!-- newslint: ignore all -->"


def test_in_an_item_of_a_list_it_holds_for_the_item():
    (one,) = held("- one\n- two <!-- newslint: ignore all -->\n- three\n")
    assert one[2] == "two <!-- newslint: ignore all -->"


def test_on_a_page_it_holds_for_the_block():
    (one,) = held("<p>One</p><ul><li>a <!-- newslint: ignore all --><b>b</b><li>c</ul>", "a.html")
    assert one[2] == "a <!-- newslint: ignore all --><b>b"


def test_between_start_and_end_it_holds_for_what_stands_there():
    (one,) = held(
        "One <!-- newslint: ignore-start all -->two.\n\nThree <!-- newslint: ignore-end -->four.\n"
    )
    assert one[2] == (
        "<!-- newslint: ignore-start all -->two.\n\nThree <!-- newslint: ignore-end -->"
    )


def test_what_is_never_ended_holds_to_the_end():
    (one,) = held("One.\n\n<!-- newslint: ignore-start all -->\n\nTwo.\n\nThree.\n")
    assert one[2] == "<!-- newslint: ignore-start all -->\n\nTwo.\n\nThree.\n"


def test_an_end_with_names_ends_those_only_the_inner_first():
    content = (
        "<!-- newslint: ignore-start TST001, local -->\na\n\n"
        "<!-- newslint: ignore-start bad-word -->\nb\n\n"
        "<!-- newslint: ignore-end TST001 -->\nc\n\n"
        "<!-- newslint: ignore-end -->\nd\n"
    )
    first, family, inner = held(content)
    assert first[2] == family[2] == content[: content.index("\nd")]
    assert (
        inner[2] == content[content.index("<!-- newslint: ignore-start bad") : content.index("\nc")]
    )


def test_of_the_file_it_holds_for_everything():
    assert held("One. <!-- newslint: ignore-file TST001 -->\n") == [("TST001", {"TST001"}, "*")]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.md", "---\nnewslint: {ignore: [TST001, local]}\n---\nOne.\n"),
        ("a.md", "---\nnewslint: ignore TST001, local -- why\n---\nOne.\n"),
        ("a.md", '+++\n[newslint]\nignore = ["TST001", "local"]\n+++\nOne.\n'),
        ("a.md", '{"newslint": {"ignore": ["TST001", "local"]}}\nOne.\n'),
        ("a.md", "Title: One\nDate: 2024-11-20\nNewslint: ignore TST001, local\n\nOne.\n"),
        ("a.html", '<meta name="newslint" content="ignore TST001, local"><p>One.'),
        ("a.jsonl", json.dumps({"text": "One.", "_newslint": {"ignore": ["TST001", "local"]}})),
        ("a.jsonl", json.dumps({"text": "One.", "_newslint": ["TST001", "local"]})),
        ("a.jsonl", json.dumps({"text": "One.", "_newslint": "ignore TST001, local"})),
        ("a.json", '{"title": "A", "text": "One two.", "_newslint": ["TST001", "local"]}'),
        ("a.csv", 'title,text,_newslint\nA,One two.,"TST001, local"\n'),
        ("a.csv", 'title,text,_newslint\nA,One two.,"{""ignore"": [""TST001"", ""local""]}"\n'),
    ],
)
def test_a_key_holds_for_everything(name, content):
    assert held(content, name) == [("TST001", {"TST001"}, "*"), ("local", LOCAL, "*")]


def test_other_keys_of_records_and_articles_are_not_read():
    assert held(json.dumps({"text": "One.", "newslint": "ignore TST001"}), "a.jsonl") == []
    assert held("---\n_newslint: ignore TST001\n---\nOne.\n") == []


# --- what means nothing


@pytest.mark.parametrize(
    ("said", "text", "message"),
    [
        (
            "newslint: ignore GAR01",
            "GAR01",
            "no rule or family is called 'GAR01'",
        ),
        (
            "newslint: ignore shoutin, TST001",
            "shoutin",
            "no rule or family is called 'shoutin'; did you mean 'shouting'?",
        ),
        (
            "newslint: ignore TST001 the word is a name",
            "the word is a name",
            (
                "no rule or family is called 'the'; names are parted by commas, and a reason "
                "stands behind '--'"
            ),
        ),
        (
            "newslint: ignore",
            "newslint: ignore",
            "no rule is named; write names, codes or families, or 'all' for every rule",
        ),
        (
            "newslint: disable TST001\nbecause",
            "newslint: disable TST001",
            (
                "newslint cannot read this; write 'ignore', 'ignore-start', 'ignore-end' or "
                "'ignore-file', then names of rules"
            ),
        ),
        (
            "newslint: ignore-end",
            "newslint: ignore-end",
            "no 'ignore-start' stands before this",
        ),
        (
            "newslint: ignore-end TST001",
            "TST001",
            "no 'ignore-start TST001' stands before this",
        ),
        (
            "newslint: ignore NLX002",
            "NLX002",
            (
                "'NLX002' is always on: it says what newslint could not do (only NLX004 can be "
                "ignored or set)"
            ),
        ),
    ],
)
def test_what_means_nothing_is_told(said, text, message):
    found = problems(f"One.\n\n<!-- {said} -->\n\nTwo.\n")
    assert [words for words, _ in found] == [text]
    assert found[0][1].startswith(message)


def test_the_nearest_name_is_looked_for_a_few_times_only():
    names = ", ".join(f"TST00{number}" for number in range(100, 130))
    found = problems(f"One. <!-- newslint: ignore {names} -->\n")
    assert ["did you mean" in message for _, message in found] == [True] * HINTS + [False] * 10


def test_what_is_wrong_in_a_key_stands_there():
    content = "---\nnewslint: {ignroe: [TST001, nobody]}\n---\nOne.\n"
    assert [text for text, _ in problems(content)] == ["ignroe:", "nobody"]
    assert problems("---\nnewslint: {}\n---\nOne.\n")[0][0] == "{}"


def test_names_of_rules_that_were_left_out_are_no_mistake():
    book = Book((BAD_WORD,), left_out=True)
    assert problems("One. <!-- newslint: ignore HOU001, TST001 -->\n", book=book) == []


def test_an_end_is_no_mistake_because_what_was_begun_is_one():
    content = "<!-- newslint: ignore-start HOU001 -->\n\nOne.\n\n<!-- newslint: ignore-end -->\n"
    assert [text for text, _ in problems(content)] == ["HOU001"]
    assert problems(content, book=Book((BAD_WORD,), left_out=True)) == []
    twice = content + "\n<!-- newslint: ignore-end -->\n"
    assert [text for text, _ in problems(twice)] == ["HOU001", "newslint: ignore-end"]


def test_the_good_names_beside_a_bad_one_count():
    engine = engine_of(BAD_WORD, SHOUTING)
    data = b"A badword. <!-- newslint: ignore nobody, TST001 -->\n"
    (one,) = engine.lint_bytes("a.md", data).diagnostics
    assert (one.code, one.text, in_file(one, data)) == ("NLX004", "nobody", "nobody")


def test_a_reader_of_a_plugin_may_give_them_in_any_order():
    content = (
        "One.\n\n<!-- newslint: ignore-start all -->\n\nTwo.\n\n<!-- newslint: ignore-end -->\n"
    )
    (raw,) = read_articles(file := SourceFile("a.md", content.encode()))
    assert isinstance(raw, RawArticle)
    turned = RawArticle(raw.text, raw.map, comments=raw.comments[::-1])
    found = read_suppressions(PlacedArticle(PlacedFile(file), turned), BOOK)
    assert not found.problems
    assert found.asked[0].end is not None
