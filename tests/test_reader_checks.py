from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from making import BAD_WORD, codes, engine_of, made

from newslint import Doc, Fact, OffsetMap, RawArticle, RawField, RawProblem, SourceFile, rule
from newslint.errors import InputError, PluginError
from newslint.reader_checks import checked_reader
from newslint.results import FileResult

TEXT = "A badword here."


def reader(read: Callable[[SourceFile], Any], **attributes: Any) -> Any:
    """A reader of .odd files."""
    methods = {"read": lambda self, file: read(file), "suffixes": (".odd",)}
    return type("Odd", (), {**methods, **attributes})()


def run(read: Callable[[SourceFile], Any], *, named: bool = True, **attributes: Any) -> FileResult:
    engine = engine_of(BAD_WORD, readers=[reader(read, **attributes)])
    return engine.lint_bytes("a.odd", TEXT.encode(), named=named)


def article(**changes: Any) -> RawArticle:
    field = RawField("A", OffsetMap.shifted(0, 1), "head")
    parts = {"text": TEXT, "map": OffsetMap.shifted(0, len(TEXT)), "fields": {"headline": field}}
    return RawArticle(**{**parts, **changes})


def message(result: FileResult) -> str:
    """What the engine says of the file; it is trouble, named or not."""
    assert result.trouble
    (said,) = (one.message for one in result.diagnostics if one.code == "NLX002")
    return said


def test_a_sound_reader_is_left_alone() -> None:
    result = run(lambda _: [article()])
    assert codes(result) == ["TST001"]
    assert result.diagnostics[0].fix is not None
    assert not result.trouble


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (3, "it gave 3, which is no RawArticle or RawProblem"),
        (TEXT, "it gave 'A badword here.', which is no RawArticle"),
        (article(text=None), "an article whose text is None"),
        (article(map=None), "whose map None"),
        (article(fields=None), "the fields None"),
        (article(fields={"headline": "Bridge"}), "not RawField records"),
        (article(fields={"headline": RawField(3, OffsetMap(), "a")}), "not RawField"),  # type: ignore[arg-type]
        (article(index="3"), "whose index is '3'"),
        (article(start=None), "start None"),
        (RawProblem("broken", 0, None, 1), "it gave RawProblem"),  # type: ignore[arg-type]
        (article(map=OffsetMap.shifted(5, 15)), "the place 7 to 14, and the file has 9 characters"),
        (article(map=OffsetMap.shifted(-9, 15)), "the place -7 to 0, and the file has 9"),
        (RawProblem("broken", 0, 16, 1), "the place 0 to 16, and the file has 9 characters"),
    ],
)
@pytest.mark.parametrize("named", [True, False])
def test_what_cannot_be_is_said_to_be_the_readers_mistake(
    given: Any, said: str, named: bool
) -> None:
    def read(file: SourceFile) -> Iterator[Any]:
        file.data = file.data[:9]  # shorter than the map says
        assert file.text == "A badword"
        yield given

    told = message(run(read, named=named))
    assert told.startswith("its reader is wrong: ")
    assert said in told


def test_what_a_sound_article_before_gave_is_kept() -> None:
    result = run(lambda _: [article(), 3])
    assert sorted(codes(result)) == ["NLX002", "TST001"]


def crash(*_: Any) -> Any:
    raise KeyError("slug")


@pytest.mark.parametrize(
    ("read", "attributes"),
    [
        (crash, {}),
        (lambda _: (crash() for _ in "a"), {}),
        (lambda _: [article(map=OffsetMap.later(crash))], {}),
        (lambda _: [article()], {"spell": crash}),
    ],
)
def test_a_crash_is_the_trouble_of_one_file(read: Any, attributes: dict[str, Any]) -> None:
    told = message(run(read, named=False, **attributes))
    assert told == "its reader crashed: KeyError: 'slug'"


def test_a_reader_that_gives_nothing_at_all_or_ends_the_run_crashed() -> None:
    assert "its reader crashed: TypeError: 'NoneType'" in message(run(lambda _: None))
    assert "its reader crashed: SystemExit: 1" in message(run(lambda _: sys.exit(1)))


def test_what_a_reader_says_of_the_file_is_no_crash() -> None:
    def read(_: SourceFile) -> Iterator[RawArticle]:
        raise InputError("is cut off", line=3)

    result = run(read, named=False)
    (one,) = result.diagnostics
    assert (one.message, one.location.line) == ("is cut off", 3)
    assert not result.trouble


def test_a_wrong_place_of_a_fact_is_the_readers_mistake_too() -> None:
    @rule("COR001", gather=lambda doc: [Fact("k", doc.span(2, 9))])
    def across(group: Any) -> Any:
        """Words."""
        return ()

    engine = engine_of(
        made(across), readers=[reader(lambda _: [article(map=OffsetMap.shifted(90, 15))])],
        gather=True,
    )  # fmt: skip
    assert "the place 92 to 99" in message(engine.lint_bytes("a.odd", TEXT.encode()))


def test_without_lines_an_article_has_a_number() -> None:
    told = message(run(lambda _: [article()], has_lines=False))
    assert told == (
        "its reader is wrong: it says that its files have no lines, and gave an article without "
        "an index"
    )


def test_without_lines_a_place_is_its_record_and_nothing_is_fixed() -> None:
    given = [article(index=4, map=OffsetMap()), RawProblem("is torn", 0, 0, 6)]
    found, problem = run(lambda _: given, has_lines=False).diagnostics
    place = found.location
    assert (place.line, place.column, place.end_line, place.end_column) == (5, 1, 5, 1)
    assert place.record is not None
    assert (place.record.index, place.record.line, place.record.column) == (4, 1, 3)
    assert found.fix is None
    assert found.excerpt is not None
    assert (found.excerpt.before, found.excerpt.text) == ("A ", "badword")
    assert (problem.message, problem.location.line) == ("is torn", 7)


def test_a_place_with_nothing_of_it_in_the_file_is_made_of_the_text() -> None:
    @rule("TST070")
    def first(doc: Doc) -> Any:
        """Words."""
        yield doc.span(0, 1).flag("the first")

    engine = engine_of(made(first), readers=[reader(lambda _: [article(index=0)], has_lines=False)])
    (one,) = engine.lint_bytes("a.odd", b"\xff\x00").diagnostics
    assert one.excerpt is not None
    assert (one.excerpt.text, one.excerpt.after) == ("A", " badword here.")


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (3, "which has no method 'read'"),
        (
            type("Odd", (), {"read": None, "suffixes": (".odd",)}),
            r"a class: give an instance, Odd\(",
        ),
        (reader(crash, suffixes=".odd"), r"whose 'suffixes' is '.odd', not like \('.abc',\)"),
        (reader(crash, suffixes=()), r"whose 'suffixes' is \(\)"),
        (reader(crash, suffixes=("odd",)), "whose suffix 'odd' is none"),
        (reader(crash, suffixes=(".ODD",)), "whose suffix '.ODD' is none"),
        (reader(crash, suffixes=(".tar.odd",)), "whose suffix '.tar.odd' is none"),
        (reader(crash, suffixes=(".gz",)), r"'.gz' is none: .*\.gz and \.zst are taken off"),
        (reader(crash, suffixes=(None,)), "whose suffix None is none"),
    ],
)
def test_what_is_no_reader_stops_the_run(given: Any, said: str) -> None:
    with pytest.raises(PluginError, match=f"plugin acme: newslint_add_readers gave .*{said}"):
        checked_reader(given, "acme")


def test_a_reader_is_given_back() -> None:
    one = reader(crash, suffixes=(".odd", ".wire2"))
    assert checked_reader(one, "acme") is one
