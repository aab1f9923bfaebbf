import dataclasses
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from making import BAD_WORD, SHOUTING, lint, made

from newslint import Doc, Findings, Rule, rule
from newslint.fingerprints import Fingerprints
from newslint.settle import _Places


def speaking(code: str, part: str, *, supersedes=(), severity="error", said=None) -> Rule:
    """A rule that flags every occurrence of a string."""

    @rule(code, severity=severity, supersedes=supersedes)
    def speak(doc: Doc) -> Findings:
        """Words."""
        start = doc.text.find(part)
        while start >= 0:
            yield doc.span(start, start + len(part)).flag("m", severity=said)
            start = doc.text.find(part, start + 1)

    return dataclasses.replace(made(speak), name=f"speak-{code.lower()}")


def found(text: str, *rules: Rule, **config) -> list[tuple[str, str]]:
    return [(one.code, one.text) for one in lint(text, *rules, **config).diagnostics]


STRONG = speaking("STR001", "fused words", supersedes=("WEA001",))
WEAK = speaking("WEA001", "words")


@pytest.mark.parametrize("rules", [(STRONG, WEAK), (WEAK, STRONG)])
def test_a_superseded_finding_at_the_same_place_is_dropped(rules):
    assert found("fused words, words", *rules) == [("STR001", "fused words"), ("WEA001", "words")]


def test_superseding_needs_an_overlap():
    apart = speaking("STR001", "fused", supersedes=("WEA001",))
    assert found("fused words", apart, WEAK) == [("STR001", "fused"), ("WEA001", "words")]


def test_a_related_place_supersedes_too():
    @rule("STR001", supersedes=("WEA001",))
    def pair(doc: Doc) -> Findings:
        """Words."""
        yield doc.span(0, 1).flag("m", related=[doc.span(2, 7)])

    assert found("a words", made(pair), WEAK) == [("STR001", "a")]


def test_an_exact_repeat_is_said_once():
    @rule("TST001")
    def twice(doc: Doc) -> Findings:
        """Words."""
        for message in ("m", "m", "n"):
            yield doc.span(0, 1).flag(message)

    assert [one.message for one in lint("a", made(twice)).diagnostics] == ["m", "n"]


def test_a_place_in_the_text_and_one_in_the_metadata_are_two_places():
    @rule("TST001")
    def both(doc: Doc) -> Findings:
        """Words."""
        yield doc.span(0, 3).flag("m")
        yield doc.meta.headline.span.slice(0, 3).flag("m")

    assert len(lint("---\ntitle: One\n---\nOne", made(both), name="a.md").diagnostics) == 2


@pytest.mark.parametrize(
    ("own", "said", "configured", "expected"),
    [
        ("error", None, None, "error"),
        ("error", "info", None, "info"),
        ("info", "error", None, "info"),
        ("error", "warning", "info", "info"),
        ("info", None, "error", "error"),
        ("info", "warning", "error", "warning"),
    ],
)
def test_a_finding_lowers_the_severity_of_its_rule_and_never_raises_it(
    own, said, configured, expected
):
    one = speaking("TST001", "a", severity=own, said=said)
    config = {"severity": {"TST001": configured}} if configured else {}
    assert [d.severity for d in lint("a", one, **config).diagnostics] == [expected]


def test_what_is_milder_than_asked_for_is_hidden():
    assert found("badword LOUD", BAD_WORD, SHOUTING, min_severity="error") == [
        ("TST001", "badword")
    ]


def test_diagnostics_come_in_the_order_of_their_places():
    rules = (speaking("ZZZ001", "a"), speaking("AAA001", "ab"), speaking("MMM001", "b"))
    assert found("ab\nab", *rules) == [
        ("ZZZ001", "a"), ("AAA001", "ab"), ("MMM001", "b"),
        ("ZZZ001", "a"), ("AAA001", "ab"), ("MMM001", "b"),
    ]  # fmt: skip


def fingerprints(text: str, name: str = "a.txt", *rules: Rule, **config) -> list[str]:
    return [
        one.fingerprint
        for one in lint(text, *(rules or (BAD_WORD,)), name=name, **config).diagnostics
    ]


def test_a_fingerprint_stays_when_lines_above_move():
    assert fingerprints("A badword.") == fingerprints("New.\n\n  A badword.  \n")


def test_a_fingerprint_stays_when_the_file_moves():
    assert fingerprints("A badword.") == fingerprints("A badword.", "../elsewhere/b.txt")


def test_fingerprints_of_equal_findings_differ():
    prints = fingerprints("A badword.\nA badword.\nbadword badword\n")
    assert len(set(prints)) == 4


def test_fingerprints_differ_by_rule_line_and_record():
    same = speaking("TST009", "badword")
    assert len(set(fingerprints("A badword.", "a.txt", BAD_WORD, same))) == 2
    assert fingerprints("A badword.") != fingerprints("The badword.")
    rows = '{"id": "a", "text": "A badword."}\n{"id": "b", "text": "A badword."}\n'
    assert len(set(fingerprints(rows, "a.jsonl"))) == 2


def test_the_fingerprint_of_a_record_is_bound_to_its_id_not_to_its_number():
    rows = ['{"id": "a", "text": "A badword."}', '{"id": "b", "text": "The badword."}']
    one, other = fingerprints("\n".join(rows), "a.jsonl")
    assert fingerprints("\n".join(rows[::-1]), "a.jsonl") == [other, one]


@pytest.mark.parametrize(
    "row", ['{"text": "A badword stands here."}', '{"id": "b", "title": "No text"}', "{broken"]
)
def test_the_fingerprint_of_a_record_without_an_id_stays_when_records_are_put_above(row):
    above = '{"text": "Nothing is wrong with the text of this one, and it is long."}'
    assert fingerprints(f"{above}\n{row}", "a.jsonl") == fingerprints(
        f"{above}\n{above}\n\n{row}", "a.jsonl"
    )


def test_fingerprints_are_16_hex_digits_whatever_the_text():
    (one,) = {Fingerprints().of("GAR001", "\ud800", "")}
    assert len(one) == 16
    assert int(one, 16) >= 0


def test_a_finding_of_the_whole_article_is_empty_and_stands_at_the_start():
    @rule("TST001")
    def whole(doc: Doc) -> Findings:
        """Words."""
        yield doc.flag("m")

    (one,) = lint("\n\nText.", made(whole)).diagnostics
    place = one.location
    assert (place.line, place.column, place.end_line, place.end_column) == (1, 1, 1, 1)
    assert (one.text, one.fix, one.related, one.excerpt) == ("", None, (), None)


def test_a_related_place_without_a_note_is_described_by_its_text():
    @rule("TST001")
    def pair(doc: Doc) -> Findings:
        """Words."""
        yield doc.span(0, 1).flag("m", related=[doc.span(2, 3), (doc.span(4, 5), "note")])

    (one,) = lint("a b c", made(pair)).diagnostics
    assert [(r.location.column, r.message) for r in one.related] == [(3, "b"), (5, "note")]


@given(st.lists(st.tuples(st.integers(0, 20), st.integers(0, 4)), max_size=8), st.data())
def test_superseding_by_many_places_is_superseding_by_any_of_them(strong, data):
    doc = Doc("x" * 30)
    spans = [doc.span(start, start + length) for start, length in strong]
    start = data.draw(st.integers(0, 20))
    weak = doc.span(start, start + data.draw(st.integers(0, 4)))
    assert _Places(spans).overlap(weak) is any(span.overlaps(weak) for span in spans)


def test_many_findings_on_one_long_line_cost_no_more_than_elsewhere():
    def cost(text: str) -> float:
        started = process_time()
        assert len(lint(text, BAD_WORD).diagnostics) == 3000
        return process_time() - started

    cost("badword\n" * 3000)
    apart, together = cost("badword\n" * 3000), cost("badword " * 3000)
    assert together < 4 * apart + 0.2


def test_a_fingerprint_does_not_change_with_the_far_end_of_a_long_line():
    text = "A badword." + " word" * 100
    assert fingerprints(text) == fingerprints(text + " And more.")
