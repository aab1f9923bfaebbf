import gc
import json
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from making import BAD_WORD, SHOUTING, codes, decoded, engine_of, in_file, lint, made, places

from newslint import Doc, Fact, Findings, Rule, SourceFile, phrases, rule
from newslint.config import Override
from newslint.fixing import fix_bytes


def yielding(*things: object, code: str = "TST050") -> Rule:
    """A rule that gives these things; what can be called is called with the article."""

    @rule(code)
    def give(doc: Doc) -> Findings:
        """Words."""
        for thing in things:
            yield thing(doc) if callable(thing) else thing  # type: ignore[misc]

    return made(give)


def crashed(result) -> str:
    """The message of the one crash; everything else must be as if nothing had happened."""
    assert result.trouble
    (one,) = [one for one in result.diagnostics if one.code == "NLX001"]
    assert (one.location.line, one.location.column, one.severity) == (1, 1, "error")
    return one.message


def test_a_rule_that_raises_is_reported_and_the_others_findings_are_kept():
    def fail(doc: Doc) -> None:
        raise RuntimeError("no such luck")

    result = lint("A badword.", BAD_WORD, yielding(fail))
    assert crashed(result) == "rule give (TST050) crashed: RuntimeError: no such luck"
    assert codes(result) == ["NLX001", "TST001"]


def test_an_error_without_a_message_is_told_too():
    def fail(doc: Doc) -> None:
        raise AssertionError

    assert crashed(lint("x", yielding(fail))).endswith("AssertionError: no reason given")


@pytest.mark.parametrize("error", [SystemExit(0), RecursionError(), StopIteration()])
def test_no_way_of_failing_ends_the_run(error):
    def fail(doc: Doc) -> None:
        raise error

    crashed(lint("x", yielding(fail)))


def test_what_a_rule_found_before_it_crashed_does_not_count():
    def fail(doc: Doc) -> None:
        raise ValueError

    result = lint("x", yielding(lambda doc: doc.span(0, 1).flag("m"), fail))
    assert codes(result) == ["NLX001"]


@pytest.mark.parametrize(
    ("thing", "expected"),
    [
        ("a string", "TypeError: it gave 'a string', which is no finding"),
        (None, "TypeError: it gave None"),
        (lambda doc: doc.span(0, 1), "which is no finding (use span.flag)"),
        (lambda doc: doc.span(0, 1).flag(3), "its message is 3"),
        (lambda doc: doc.span(0, 1).flag("m", severity="fatal"), "its severity 'fatal'"),
        (lambda doc: doc.span(0, 99).flag("m"), "lies outside the article"),
        (lambda doc: doc.span(-1, 1).flag("m"), "lies outside the article"),
        (lambda doc: doc.span(2, 1).flag("m"), "lies outside the article"),
        (lambda doc: Doc("other").span(0, 1).flag("m"), "a place of another text"),
        (lambda doc: doc.span(0, 1).flag("m", related=["x"]), "no place of the article"),
        (lambda doc: doc.span(0, 1).flag("m", fix=3), "AttributeError"),
    ],
)  # fmt: skip
def test_a_rule_that_gives_something_else_is_a_rule_that_crashed(thing, expected):
    result = lint("A badword.", BAD_WORD, yielding(thing))
    assert expected in crashed(result)
    assert codes(result) == ["NLX001", "TST001"]


def test_a_rule_may_return_a_list_or_nothing():
    @rule("TST050")
    def listing(doc: Doc) -> Findings:
        """Words."""
        return [doc.flag("m")] if "x" in doc.text else None  # type: ignore[return-value]

    assert codes(lint("x", made(listing))) == ["TST050"]
    assert codes(lint("y", made(listing))) == []


def test_a_rule_that_returns_a_number_crashed():
    @rule("TST050")
    def number(doc: Doc) -> Findings:
        """Words."""
        return 3  # type: ignore[return-value]

    assert "TypeError" in crashed(lint("x", made(number)))


def test_a_crash_of_what_finds_the_language_is_a_crash_of_the_rule(monkeypatch):
    monkeypatch.setattr(Doc, "language", property(lambda doc: 1 / 0))

    @rule("TST050", languages=("en",))
    def english(doc: Doc) -> Findings:
        """Words."""
        return ()

    result = lint("A badword.", BAD_WORD, made(english))
    assert "ZeroDivisionError" in crashed(result)
    assert codes(result) == ["NLX001", "TST001"]


def test_a_rule_with_phrases_is_called_only_where_they_occur():
    called = []

    @rule("TST050", near=phrases("allegedly"))
    def waiting(doc: Doc) -> Findings:
        """Words."""
        called.append(doc.text)
        return ()

    engine = engine_of(made(waiting))
    for text in ("Nothing.", "Allegedly so."):
        engine.lint_bytes("a.txt", text.encode())
    assert called == ["Allegedly so."]


def test_articles_in_another_language_are_left_alone_and_counted():
    @rule("TST050", languages=("de",))
    def german(doc: Doc) -> Findings:
        """Words."""
        yield doc.flag("m")

    assert codes(lint("Der Hund.", made(german), language="de")) == ["TST050"]
    result = lint("The dog.", made(german), BAD_WORD, language="en")
    assert codes(result) == []
    assert result.other_languages == {"en": 1}


def test_an_article_is_left_alone_for_its_language_whatever_a_rule_waits_for():
    @rule("TST050", languages=("de",), near=phrases("angeblich"))
    def german(doc: Doc) -> Findings:
        """Words."""
        yield doc.flag("m")

    assert lint("The dog.", made(german), language="en").other_languages == {"en": 1}
    assert lint("Der Hund.", made(german), language="de").other_languages == {}


def test_an_article_is_let_go_of_as_soon_as_it_is_read():
    def docs() -> int:
        return sum(isinstance(one, Doc) for one in gc.get_objects())

    @rule("TST051", near=BAD_WORD.near, fields=("headline",))
    def bad_in_headlines(doc: Doc) -> Findings:
        """Words."""
        return [hit.flag("bad") for hit in doc.hits(BAD_WORD.near)]

    engine = engine_of(made(bad_in_headlines))
    records = [{"text": "A badword.", "headline": headline} for headline in ("A badword", "Fine")]
    data = "\n".join(map(json.dumps, records)).encode()
    gc.collect()
    before = docs()
    gc.disable()
    try:
        assert len(engine.lint_bytes("a.jsonl", data).diagnostics) == 3
        assert docs() == before
    finally:
        gc.enable()


def test_terms_are_known_to_the_rules():
    @rule("TST050")
    def term(doc: Doc) -> Findings:
        """Words."""
        yield doc.flag(",".join(sorted(doc.terms)))

    engine = engine_of(made(term))
    engine._terms = frozenset({"newslint"})
    assert engine.lint_bytes("a.txt", b"x").diagnostics[0].message == "newslint"


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.txt", b"caf\xe9", "byte 3 (0xe9) is not UTF-8"),
        ("a.txt", b"ab\0cd", "looks like a binary file: byte 2 is NUL"),
        ("a.jsonl", b'{"title": "x"}\n', "name its field in [fields]"),
    ],
)
def test_a_file_that_cannot_be_read_is_a_diagnostic(name, content, message):
    result = lint(content, BAD_WORD, name=name)
    assert codes(result) == ["NLX002"]
    assert message in result.diagnostics[0].message
    assert result.trouble


@pytest.mark.parametrize(
    ("name", "content", "place"),
    [
        ("a.txt", b"a\nb\ncaf\xe9\n", (3, 4)),
        ("a.txt", b"\xef\xbb\xbfa\rcaf\xc3\xa9 \xe9", (2, 6)),
        ("a.txt", b"\xff\xfea\0\n\0b\0\0\xdcb\0", (2, 2)),
        ("a.json", b'[{"text": "x"},\r\n {"text": ]\r\n', (2, 11)),
        ("a.csv", b'id,note,"text\n1,2,3\n', (1, 9)),
        ("a.rss", b"<rss>\n<channel><item></rss>\n", (2, 18)),
    ],
)
def test_where_a_file_is_wrong_is_told_by_line_and_column(name, content, place):
    (one,) = lint(content, BAD_WORD, name=name).diagnostics
    assert (one.code, one.location.line, one.location.column) == ("NLX002", *place)


def test_a_file_found_on_the_way_may_hold_no_article():
    result = engine_of(BAD_WORD).lint_bytes("a.jsonl", b'{"x": 1}\n', named=False)
    assert (result.diagnostics, result.trouble) == ([], False)
    assert result.note.startswith("a.jsonl: ")


def test_a_file_found_on_the_way_that_is_not_text_is_reported_without_trouble():
    result = engine_of(BAD_WORD).lint_bytes("a.txt", b"\xff", named=False)
    assert codes(result) == ["NLX002"]
    assert not result.trouble


def test_a_missing_file_and_a_folder_are_diagnostics(here):
    (here / "a.txt").mkdir()
    for path in ("a.txt", "b.txt"):
        result = engine_of(BAD_WORD).lint_file(path)
        assert codes(result) == ["NLX002"]
        assert "cannot be read" in result.diagnostics[0].message
        assert result.trouble


@pytest.mark.parametrize("content", [b"", b"\n", b"\xef\xbb\xbf", b"   "])
@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.jsonl"])
def test_an_empty_file_is_fine(name, content):
    result = lint(content, BAD_WORD, SHOUTING, name=name)
    assert result.diagnostics == []


def test_bad_records_are_reported_and_the_others_read():
    rows = b'{"text": "A badword."}\n{"text": \n{"text": "LOUD"}\n'
    result = lint(rows, BAD_WORD, SHOUTING, name="a.jsonl")
    assert codes(result) == ["TST001", "NLX002", "TST002"]
    assert [one.location.line for one in result.diagnostics] == [1, 2, 3]
    assert result.articles == 2


def test_a_record_that_crashes_a_rule_does_not_lose_the_others():
    @rule("TST050")
    def picky(doc: Doc) -> Findings:
        """Words."""
        if "two" in doc.text:
            raise ValueError("two")
        yield doc.span(0, 1).flag("m")

    rows = b'{"text": "one"}\n{"text": "two"}\n{"text": "three"}\n'
    result = lint(rows, made(picky), name="a.jsonl")
    assert codes(result) == ["TST050", "NLX001", "TST050"]
    assert [one.location.line for one in result.diagnostics] == [1, 2, 3]


def test_an_article_that_is_too_large_is_reported_and_not_read():
    result = lint("x" * 11 + " badword", BAD_WORD, max_article_size=10)
    assert codes(result) == ["NLX003"]
    assert codes(lint("badword", BAD_WORD, max_article_size=7)) == ["TST001"]


class Broken:
    suffixes = (".brk",)

    def read(self, file: SourceFile) -> Iterator[object]:
        yield from ()
        raise KeyError("reader")


def test_a_reader_that_crashes_is_the_trouble_of_one_file():
    result = engine_of(BAD_WORD, readers=[Broken()]).lint_bytes("a.brk", b"badword")
    assert codes(result) == ["NLX002"]
    assert "its reader crashed: KeyError: 'reader'" in result.diagnostics[0].message


def test_a_reader_of_a_plugin_takes_over_a_suffix():
    class Mine(Broken):
        suffixes = (".txt",)

    engine = engine_of(BAD_WORD, readers=[Mine()])
    assert codes(engine.lint_bytes("a.txt", b"badword")) == ["NLX002"]


def test_a_file_of_an_unknown_ending_is_text():
    assert codes(lint("A badword.", BAD_WORD, name="article")) == ["TST001"]
    assert codes(lint("A badword.", BAD_WORD, name="a.html.bak")) == ["TST001"]


def gathering(*facts) -> Rule:
    def gather(doc: Doc, *, least: int = 1) -> Iterator[Fact]:
        for fact in facts:
            yield fact(doc) if callable(fact) else fact

    @rule("COR001", gather=gather)
    def across(group) -> Findings:
        """Words."""
        return ()

    return made(across)


def test_facts_are_gathered_with_their_places_only_when_asked_for():
    one = gathering(lambda doc: Fact("k", doc.span(2, 5), "v", "s"))
    assert lint("a bcd", one).facts == []
    (fact,) = engine_of(one, gather=True).lint_bytes("a.txt", b"a bcd").facts
    assert (fact.code, fact.scope, fact.key, fact.use.value) == ("COR001", "s", "k", "v")
    assert (fact.use.text, fact.use.place.column, fact.use.article) == ("bcd", 3, "a.txt")


def test_a_fact_of_a_record_is_known_by_its_id_or_number():
    one = gathering(lambda doc: Fact("k", doc.span(0, 1)))
    rows = b'{"text": "one", "id": "x-1"}\n{"text": "two"}\n'
    facts = engine_of(one, gather=True).lint_bytes("a.jsonl", rows).facts
    assert [fact.use.article for fact in facts] == ["x-1", "a.jsonl#1"]


def test_a_fact_may_be_of_the_article_as_a_whole():
    one = gathering(lambda doc: Fact("k", doc))
    rows = b'{"id": "x-1", "text": "one"}\n{"id": "x-2", "text": "two"}\n'
    facts = engine_of(one, gather=True).lint_bytes("a.jsonl", rows).facts
    assert [(fact.use.place.line, fact.use.place.column) for fact in facts] == [(1, 1), (2, 1)]
    assert [fact.use.text for fact in facts] == ["", ""]


@pytest.mark.parametrize(
    "facts",
    [("no fact",), (lambda doc: Fact("k", "no place"),), (lambda doc: Fact("k", doc.span(0, 9)),)],
)
def test_gathering_that_fails_is_a_rule_that_crashed(facts):
    good = lambda doc: Fact("k", doc.span(0, 1))  # noqa: E731
    result = engine_of(gathering(good, *facts), BAD_WORD, gather=True).lint_bytes(
        "a.txt", b"badword"
    )
    crashed(result)
    assert codes(result) == ["NLX001", "TST001"]
    assert result.facts == []


def test_rules_are_timed_when_asked():
    from newslint.book import Book
    from newslint.config import Config
    from newslint.engine import Engine
    from newslint.selection import Selection

    book = Book((BAD_WORD, SHOUTING))
    engine = Engine(Config(), book, Selection(Config(), book), time_rules=True)
    timings = engine.lint_bytes("a.txt", b"A badword.").timings
    assert (timings["TST001"].calls, timings["TST001"].findings) == (1, 1)
    assert (timings["TST002"].calls, timings["TST002"].findings) == (1, 0)


WORDS = st.lists(
    st.sampled_from(
        ["badword", "LOUD", "İ", "𝒮𝒯", "e\u0301", "“quoted”", "\t", "—", "&amp;", "*bold*", '"',
         "\\", "\u200b", "\u2028", "\u0085", "#", "a"]
    ),
    max_size=12,
)  # fmt: skip
LINES = st.lists(WORDS.map(" ".join), min_size=1, max_size=6)


def as_file(kind: str, lines: list[str], end: str, bom: bool) -> bytes:
    text = "\n".join(lines)
    if kind == "a.jsonl":
        rows = [json.dumps({"text": text, "n": n}, ensure_ascii=bool(n)) for n in range(2)]
        content = "\n".join(rows)
    else:
        content = text
    return (("\ufeff" if bom else "") + content.replace("\n", end)).encode()


@settings(max_examples=150, deadline=None)
@given(
    st.sampled_from(["a.txt", "a.md", "a.jsonl"]),
    LINES,
    st.sampled_from(["\n", "\r\n"]),
    st.booleans(),
)
def test_what_stands_at_the_place_of_a_diagnostic_is_its_text(kind, lines, end, bom):
    data = as_file(kind, lines, end, bom)
    result = lint(data, BAD_WORD, SHOUTING, name=kind)
    assert all(one.family == "local" for one in result.diagnostics)
    text = " ".join(lines)
    if "badword" in text.split() and kind != "a.md":
        assert "TST001" in codes(result)
    for one in result.diagnostics:
        assert one.text
        assert decoded(one, data) == one.text


@settings(max_examples=100, deadline=None)
@given(
    st.sampled_from(["a.txt", "a.md", "a.jsonl"]), LINES, st.sampled_from(["\n", "\r\n"]),
    st.booleans(), st.booleans(),
)  # fmt: skip
def test_fixing_twice_is_fixing_once(kind, lines, end, bom, unsafe):
    engine = engine_of(BAD_WORD, SHOUTING)

    def check(data: bytes):
        return engine.lint_bytes(kind, data).diagnostics

    once = fix_bytes(as_file(kind, lines, end, bom), check, unsafe=unsafe)
    twice = fix_bytes(once.after, check, unsafe=unsafe)
    assert twice.after == once.after
    assert not twice.applied
    assert not any(one.fix and (unsafe or one.fix.safe) for one in once.remaining)


@rule("TST060")
def everywhere(doc: Doc) -> Findings:
    """Every place there is, and every value of the metadata."""
    length = len(doc.text)
    for start in range(length + 1):
        for end in (start, min(start + 3, length)):
            yield doc.span(start, end).flag(f"{start} {end}", fix="x")
    for field in doc.meta:
        yield field.flag("field", fix="x")


@settings(max_examples=150, deadline=None)
@given(
    st.sampled_from(["a.txt", "a.md", "a.jsonl"]),
    st.text(alphabet='ab {}[]":,\\\r\n-+&;<>*_#`\u2028\ufeff𝒮', max_size=25),
)
def test_the_diagnostics_of_any_text_lie_inside_the_file(kind, text):
    content = json.dumps({"text": text, "title": text}) if kind == "a.jsonl" else text
    data = content.encode()
    result = lint(data, made(everywhere), name=kind)
    assert "NLX001" not in codes(result)
    for one in result.diagnostics:
        in_file(one, data)
        assert one.location.line >= 1
    assert places(result) == sorted(places(result), key=lambda place: place[:2])


def test_an_override_of_records_reaches_the_records_it_names():
    lines = [{"id": f"a-{n}", "text": "A badword here and there."} for n in range(4)]
    data = "".join(json.dumps(one) + "\n" for one in lines)
    overrides = (Override(("*.jsonl",), ignore=("bad-word",), records=("a-1", 2)),)
    result = lint(data, BAD_WORD, name="a.jsonl", overrides=overrides)
    assert [one.location.record.index for one in result.diagnostics] == [0, 3]
    other = lint(data, BAD_WORD, name="a.ndjson", overrides=overrides)
    assert len(other.diagnostics) == 4
