from pathlib import Path
from typing import Annotated, Literal

import pytest

from newslint import Doc, Fact, Findings, rule
from newslint.errors import NewslintError, RuleDefinitionError
from newslint.rule_options import Option
from newslint.rulebook import read_rule


def read(function, family="garbled"):
    return read_rule(function, family=family, origin="test")


@rule("TST010", severity="info", default=False, languages=["en", "de"], supersedes={"TST001"})
def long_sentence(
    doc: Doc,
    *,
    max_words: Annotated[int, "longest sentence"] = 40,
    words: tuple[str, ...] = ("and",),
    where: Literal["body", "text"] = "body",
    limit: float | None = None,
) -> Findings:
    """A sentence that is
    too long.

    More about it.
    """
    yield doc.flag("long")


def test_everything_is_read_from_the_function():
    made = read(long_sentence)
    assert (made.code, made.name, made.family, made.severity) == (
        "TST010", "long-sentence", "garbled", "info",
    )  # fmt: skip
    assert (made.default, made.languages, made.supersedes) == (False, ("en", "de"), ("TST001",))
    assert made.summary == "A sentence that is too long."
    assert made.defaults() == {"max_words": 40, "words": ("and",), "where": "body", "limit": None}
    assert made.options[0].help == "longest sentence"


def test_a_marked_function_stays_a_function():
    (finding,) = long_sentence(Doc("text"), max_words=3)
    assert finding.message == "long"


@pytest.mark.parametrize(
    "code", ["GAR1", "gar001", "G001", "TOOLONG001", "GAR 001", "GAR00001", ""]
)
def test_a_code_is_letters_and_digits(code):
    with pytest.raises(RuleDefinitionError, match="ABC123"):
        rule(code)


def test_a_severity_is_one_of_three():
    with pytest.raises(RuleDefinitionError, match=r"'fatal' is none of error, warning, info"):
        rule("TST001", severity="fatal")


@pytest.mark.parametrize("key", ["languages", "supersedes", "data"])
def test_a_list_is_not_a_string(key):
    with pytest.raises(RuleDefinitionError, match=f"'{key}' must be a list"):
        rule("TST001", **{key: "en"})


def test_a_rule_does_not_supersede_itself():
    with pytest.raises(RuleDefinitionError, match="itself"):
        rule("TST001", supersedes=("TST001",))


def test_a_rule_without_documentation_is_none():
    @rule("TST001")
    def bare(doc: Doc) -> Findings:
        yield doc.flag("x")

    with pytest.raises(RuleDefinitionError, match=r"bare \(TST001\) has no docstring"):
        read(bare)


@pytest.mark.parametrize("name", ["Shouting", "schön", "a__b", "_"])
def test_a_name_nobody_could_select_is_refused(name):
    def function(doc: Doc) -> Findings:
        """Words."""
        yield doc.flag("x")

    function.__name__ = name
    with pytest.raises(RuleDefinitionError, match="lower-case words"):
        read(rule("TST001")(function))


def test_a_family_is_written_with_hyphens():
    assert read(long_sentence, family="House_Style").family == "house-style"


def make(annotation: object, default: object):
    def function(doc: Doc, *, option=default) -> Findings:
        """Words."""
        yield doc.flag("x")

    function.__annotations__["option"] = annotation
    return rule("TST001")(function)


@pytest.mark.parametrize("annotation", [dict, dict[str, int], list[int], int | str, object, Doc])
def test_an_option_of_a_type_no_file_can_set_is_refused(annotation):
    with pytest.raises(RuleDefinitionError, match="'option' has the type"):
        read(make(annotation, None))


def test_an_annotation_that_cannot_be_read_is_named():
    with pytest.raises(RuleDefinitionError, match="Nowhere"):
        read(make("Nowhere", 1))
    with pytest.raises(RuleDefinitionError, match="annotation"):
        read(make("Doc.nothing", 1))


def test_an_option_needs_a_default():
    @rule("TST001")
    def strict(doc: Doc, *, words: int) -> Findings:
        """Words."""
        yield doc.flag("x")

    with pytest.raises(RuleDefinitionError, match="'words' has no default"):
        read(strict)


def test_an_option_without_annotation_has_the_type_of_its_default():
    @rule("TST001")
    def loose(doc: Doc, *, words=3) -> Findings:
        """Words."""
        yield doc.flag("x")

    assert read(loose).options[0].type is int


@pytest.mark.parametrize(
    ("wanted", "value", "taken"),
    [
        (int, 3, 3),
        (float, 3, 3.0),
        (bool, True, True),
        (str, "", ""),
        (list[str], ["a"], ["a"]),
        (tuple[str, ...], ["a"], ("a",)),
        (frozenset[str], ["a", "a"], frozenset({"a"})),
        (tuple, ["a"], ("a",)),
        (Literal["a", "b"], "b", "b"),
        (int | None, 4, 4),
        (Path, "a", Path("a")),
        (tuple[Path, ...], ["a"], (Path("a"),)),
    ],
)
def test_an_option_takes_a_value_of_its_type(wanted, value, taken):
    accepted = Option("x", wanted, None).accept(value)
    assert accepted == taken
    assert type(accepted) is type(taken)


@pytest.mark.parametrize(
    ("wanted", "value", "expected"),
    [
        (int, True, "whole number"),
        (int, 3.5, "whole number"),
        (int, "3", "whole number"),
        (float, True, "a number"),
        (float, "1", "a number"),
        (bool, 1, "true or false"),
        (str, 1, "a string"),
        (list[str], "a", "list of strings"),
        (list[str], [1], "list of strings"),
        (Literal["a", "b"], "c", "one of 'a', 'b'"),
        (Literal["a", "b"], ["a"], "one of 'a', 'b'"),
        (int | None, "x", "whole number"),
        (Path, 1, "a path"),
        (tuple[Path, ...], "a", "list of strings"),
    ],
)
def test_an_option_refuses_another_value_and_says_what_it_takes(wanted, value, expected):
    with pytest.raises(ValueError, match=expected):
        Option("x", wanted, None).accept(value)


def test_paths_count_from_the_folder_they_are_told_of(tmp_path):
    option = Option("x", tuple[Path, ...], ())
    assert option.accept(["a", str(tmp_path / "b")], Path("c")) == (Path("c/a"), tmp_path / "b")
    assert Option("x", Path, None).accept("a", Path("c")) == Path("c/a")


def test_an_option_can_have_a_check_of_its_own():
    def even(value: int) -> None:
        if value % 2:
            raise NewslintError(f"{value} is odd")

    @rule("TST001")
    def paired(doc: Doc, *, pairs: Annotated[int, "how many", even] = 2) -> Findings:
        """Pairs."""
        yield doc.flag("x")

    (option,) = read(paired).options
    assert option.accept(4) == 4
    with pytest.raises(NewslintError, match="3 is odd"):
        option.accept(3)


def test_options_of_gathering_and_judging_are_both_options_of_the_rule():
    def gather(doc: Doc, *, depth: int = 1, shared: int = 2):
        yield Fact("k", doc.span(0, 0))

    @rule("TST001", gather=gather)
    def judging(group, *, shared: int = 2, least: int = 3) -> Findings:
        """Words."""
        return ()

    made = read(judging)
    assert made.defaults() == {"shared": 2, "least": 3, "depth": 1}
    assert made.judge_options == {"shared", "least"}
    assert made.gather_options == {"depth", "shared"}


@pytest.mark.parametrize(
    ("needs", "lacks"),
    [
        ({}, ""),
        ({"json": "newslint[json]"}, ""),
        ({"no_such_module_": "newslint[corpus]"}, "'newslint[corpus]'"),
        (
            {"no_such_module_": "newslint[a]", "nor_this_": "newslint[a]", "or_this_": "acme"},
            "'newslint[a]' 'acme'",
        ),
    ],
)
def test_a_rule_says_what_it_lacks(needs, lacks):
    @rule("TST001", needs=needs)
    def something(doc: Doc) -> Findings:
        """Something."""
        return ()

    assert read_rule(something, family="local", origin="test").lacks == lacks
