"""The distinct forms of a text, and the kinds that are asked of them."""

import importlib
import pkgutil
import sys

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import newslint_rules
from newslint import Doc, FormKind, FormRuns, Text, blanked, forms_in_order
from newslint.patterns import regexp
from newslint.text import form_register, forms


def test_a_kind_of_words_is_found_in_any_case_and_beside_any_mark() -> None:
    months = FormKind({"may", "june"})
    assert months.may_occur(Text("In MAY, they"))
    assert months.may_occur(Text("mid-June/July"))
    assert months.found(Text("“May”—JUNE's, maybe")) == {"may", "june"}
    assert not months.may_occur(Text("maybe junebug mayor"))


def test_a_kind_of_shapes_is_asked_once_a_form() -> None:
    asked: list[str] = []
    judge = regexp(r"\d{4}").fullmatch
    years = FormKind(judge=lambda form: asked.append(form) or judge(form) is not None)  # type: ignore[func-returns-value]
    text = "In 2019 and in 2020, in 2019."
    assert sorted(years.forms(Text(text))) == ["2019", "2020"]
    assert sorted(years.forms(Text(text))) == ["2019", "2020"]
    met = ["2019", "2020", "In", "and", "in"]
    assert sorted(one for one in asked if one in met) == met


def test_a_kind_that_is_made_later_is_asked_of_a_text_that_was_looked_at() -> None:
    text = Text("The ferry sails.")
    assert not FormKind({"train"}).may_occur(text)
    assert FormKind({"ferry"}).may_occur(text)


@pytest.mark.parametrize("asked_again", [form_register.ASKED_AGAIN, 0])
def test_kinds_that_are_made_later_are_told_as_if_they_had_been_there(monkeypatch, asked_again):
    monkeypatch.setattr(form_register, "ASKED_AGAIN", asked_again)
    content = "The Ferry sails at 12.30, the mid-sea train “waits” at naïve Àbo."
    first = FormKind({"ferry"})
    assert first.forms(Text(content)) == ["Ferry"]
    later = FormKind({"ferry", "sea"}, judge=str.isdigit), FormKind(judge=lambda form: "i" in form)
    for text in (Text(content), Text(content)):
        assert first.forms(text) == ["Ferry"]
        assert sorted(later[0].forms(text)) == ["12", "30", "Ferry", "mid-sea"]
        assert sorted(later[1].forms(text)) == ["mid-sea", "sails", "train", "waits"]


def test_a_kind_that_is_made_later_is_all_that_is_asked_again() -> None:
    asked: list[str] = []
    FormKind(judge=lambda form: bool(asked.append(form)))  # type: ignore[func-returns-value]
    text = Text("Two trains wait for one train.")
    FormKind({"train"}).may_occur(text)
    FormKind({"trains"}).may_occur(text)
    both = FormKind({"wait"}), FormKind(judge=lambda form: bool(asked.append(form + "!")))  # type: ignore[func-returns-value]
    both[0].may_occur(text)
    FormKind({"wait"}).may_occur(text)
    met = ["Two", "for", "one", "train", "trains", "wait"]
    assert sorted(one for one in asked if one in met) == met


def test_answers_are_forgotten_but_not_changed(monkeypatch) -> None:
    monkeypatch.setattr(form_register, "MOST_FORMS", 2)
    kind = FormKind({"one", "four"})
    for _ in range(3):
        assert kind.found(Text("one two three four five")) == {"one", "four"}


def test_a_text_that_was_looked_at_keeps_its_forms_when_answers_are_forgotten(monkeypatch) -> None:
    monkeypatch.setattr(form_register, "MOST_FORMS", 2)
    kind, other = FormKind({"one", "four"}), FormKind({"one"})
    text = Text("one two three four five")
    assert sorted(kind.forms(text)) == ["four", "one"]
    for more in ("Six seven", "one eight", "nine four ten"):
        FormKind.forms(kind, Text(more))
    assert sorted(kind.forms(text)) == ["four", "one"]
    assert other.forms(text) == ["one"]


def test_kinds_of_kinds_that_are_met_later_are_found_by_a_kind_that_was_asked() -> None:
    ferry, sails = FormKind({"ferry"}), FormKind({"ferry", "sails"})
    assert sails.forms(Text("It sails.")) == ["sails"]
    assert sorted(sails.forms(Text("The ferry sails."))) == ["ferry", "sails"]
    assert ferry.forms(Text("A Ferry sails.")) == ["Ferry"]


def test_a_rule_can_wait_for_a_kind() -> None:
    doc = Doc("The Ferry sails.")
    assert FormKind({"ferry"}).forms(doc) == ["Ferry"]


@given(st.text(alphabet="aB1 à“”é-_.\u2014\u00a0ſK", max_size=30))
def test_every_run_of_plain_letters_that_stands_by_itself_is_found(content: str) -> None:
    runs = {run.lower() for run in regexp(r"[^\W_]+").findall(content)}
    wanted = {run for run in runs if run.isascii()}
    assert wanted <= FormKind(wanted).found(Text(content))


def test_a_kind_of_signs_is_asked_once_a_character() -> None:
    asked: list[str] = []
    kind = FormKind(sign=lambda one: asked.append(one) or one in "é\u200b?")  # type: ignore[func-returns-value]
    assert not kind.may_occur(Text("Plain (words), 10-20/day."))
    assert kind.may_occur(Text("caf\u00e9"))
    assert kind.may_occur(Text("a\u200bb?"))
    assert len(asked) == len(set(asked))


@given(st.text(max_size=30))
def test_signs_are_all_characters_but_plain_letters_and_everyday_marks(content: str) -> None:
    content = content.encode("utf-8", "replace").decode()
    everyday = regexp(r"[A-Za-z0-9 \t\n.,:!'()/-]")
    assert Doc(content).signs == {one for one in content if not everyday.match(one)}


@given(st.text(alphabet="ab “é\u200b\n", min_size=1, max_size=40), st.integers(1, 3000))
def test_a_long_text_is_looked_at_in_pieces(some: str, at_once: int) -> None:
    kind = FormKind({"a", "ab", "aba"})
    content = some * (4000 // len(some))
    whole, pieces = Text(content), Text(content)
    expected = kind.found(whole), forms.signs(whole), sorted(kind.forms(whole))
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(forms, "AT_ONCE", at_once)
        assert (kind.found(pieces), forms.signs(pieces), sorted(kind.forms(pieces))) == expected
    assert forms.sampled_forms(pieces) == forms.sampled_forms(whole)


def test_a_later_kind_is_asked_of_what_is_known_and_the_others_not_again() -> None:
    asked: list[str] = []
    FormKind(judge=lambda form: asked.append(form) or False)  # type: ignore[func-returns-value]
    text = Text("The ferries sail; “all” of them at 9.")
    forms.kinds(text)
    before = len(asked)
    assert before
    words, judge = FormKind({"ferries"}), FormKind(judge=str.isdigit)
    sign = FormKind(sign=lambda one: one == "“")
    assert words.forms(text) == ["ferries"]
    assert judge.forms(text) == ["9"]
    assert sign.may_occur(text)
    assert words.forms(Text("Two ferries")) == ["ferries"]
    assert asked[before:] == ["Two"]


def test_ordinary_words_can_be_left_out() -> None:
    asked: list[str] = []
    kind = FormKind(judge=lambda form: asked.append(form) or False, ordinary=False)  # type: ignore[func-returns-value]
    kind.may_occur(Text("The mayor of Zorvaq saw 36hours of THE government, an ox and mayors."))
    assert {"36hours", "Zorvaq", "an", "of", "ox"} <= set(asked)
    assert {"The", "mayor", "saw", "THE", "government", "and", "mayors"}.isdisjoint(asked)


def test_small_words_and_words_of_letters_can_be_left_out() -> None:
    small, letters = list[str](), list[str]()
    kind = FormKind(judge=lambda form: small.append(form) or False, small=False)  # type: ignore[func-returns-value]
    FormKind(judge=lambda form: letters.append(form) or False, letters=False)  # type: ignore[func-returns-value]
    kind.may_occur(Text("Xyvornak and qyvornak, McQyvo, 9qyv, qy-vo and qyv\u00f8"))
    assert set(letters) >= {"9qyv", "qy-vo", "qyv\u00f8"}
    assert {"Xyvornak", "qyvornak", "McQyvo"}.isdisjoint(letters)
    assert set(small) >= {"Xyvornak", "McQyvo", "9qyv", "qy-vo", "qyv\u00f8"}
    assert "qyvornak" not in small


@pytest.fixture(scope="module")
def kinds_with_judges() -> list[FormKind]:
    """Return those that the modules of the linter and its rules have under a name."""
    for module in pkgutil.walk_packages(newslint_rules.__path__, "newslint_rules."):
        importlib.import_module(module.name)
    return [
        kind
        for name, module in list(sys.modules.items())
        if name.startswith("newslint")
        for kind in vars(module).values()
        if isinstance(kind, FormKind) and kind.judge is not None
    ]


@given(st.from_regex(r"[A-Z]?[a-z]{1,12}[A-Z]?[a-z]?", fullmatch=True))
@example("December")
@example("mon")
@example("Tuesday")
@example("kilometres")
@example("der")
def test_who_leaves_a_shape_out_takes_none_of_it(
    kinds_with_judges: list[FormKind], form: str
) -> None:
    assert len(kinds_with_judges) > 10
    for kind in kinds_with_judges:
        asked = kind.takes[0] == 0 or (kind.takes[0] == 1 and not form.islower())
        assert asked or form.lower() in kind.words or not (kind.judge and kind.judge(form))


def test_words_may_be_read_when_the_first_text_is() -> None:
    read: list[str] = []

    def words() -> list[str]:
        read.append("once")
        return ["qyvornak"]

    kind = FormKind(words)
    assert not read
    assert kind.found(Text("Two Qyvornak ferries")) == {"qyvornak"}
    assert not kind.may_occur(Text("Two ferries"))
    assert read == ["once"]


def test_marks_are_six_kinds_of_blanks() -> None:
    marked = blanked(Text("It\u2019s (a) \u201ctest\u201d, isn't\u2014it.\nYes"))
    assert marked == b"It\r\r\x0bs \ta\t \r\r\ttest\r\r\t\t isn\x0bt\r\r\rit\x0c\nYes"
    assert list(forms_in_order(Text("It\u2019s a-b, c"))) == [[b"It", b"s", b"a-b", b"c"]]


RUNS = FormRuns({"one the", "at end of", " q "})


def test_forms_in_a_row_are_found_in_any_case_and_as_whole_words() -> None:
    assert RUNS.found(Text("At End Of the year, one the")) == {"at end of", "one the"}
    assert RUNS.found(Text("(one the)")) == {"one the"}
    assert not RUNS.may_occur(Text("None the wiser, one then, one, the, one\nthe"))
    assert RUNS.found(Text("a Q b")) == {" q "}
    assert not RUNS.may_occur(Text("a'q b, Qa q.c"))


def test_forms_in_a_row_can_be_added_later() -> None:
    text = "the ferry sails"
    assert not RUNS.may_occur(Text(text))
    assert FormRuns({"ferry sails"}).found(Text(text)) == {"ferry sails"}


def test_the_forms_of_a_long_text_come_in_parts_that_overlap(monkeypatch) -> None:
    words = [f"word{at}" for at in range(900)]
    text = Text(", ".join(words))
    assert [one.decode() for part in forms_in_order(text) for one in part] == words
    monkeypatch.setattr(forms, "AT_ONCE", 1000)
    first, second, *_ = forms_in_order(Text(text.text))
    assert second[:3] == first[-3:]
    parts = [[one.decode() for one in part] for part in forms_in_order(Text(text.text))]
    assert parts[0] + [one for part in parts[1:] for one in part[3:]] == words
