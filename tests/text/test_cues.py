"""Cues found through the words of a place, against every word looked at in turn."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint import CueKind, Doc, Span, any_cue, cues_in, has_cue, in_quotes
from newslint.text.attribution import cues
from newslint.text.attribution.cue_context import kind_of
from newslint.text.attribution.cue_lexicon import (
    FORM,
    PLAIN_VERBS,
    ambiguous,
    every_phrase,
    forms,
    frames,
    plain_forms,
)
from newslint.text.phrases import lowered_text

WORDS = (
    "said", "told", "says", "wrote", "asked", "added", "SAID", "so-called", "second-guess",
    "op-ed", "the", "all", "truth be", "the story", "having", "that", "her", "Lind’s", "O’Brien",
    "Mona Lind", "call", "called", "for", "off", "is", "against", "was called", "accord",
    "according to", "plan", "plans", "to", "statement", "in a", "issued", "“", "”", '"', ",", ".",
    "-", "x-", "é", "½", "3", "_", "call it", "a day", "İ", "\n",
)  # fmt: skip
TEXTS = st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from((" ", " ", ""))), max_size=14)


def one_by_one(place: Span) -> Iterator[tuple[int, int, CueKind]]:
    """Look at every word of a place and at every phrase that its first word opens."""
    text = place.source
    assert isinstance(text, Doc)
    content = text.get(lowered_text)
    longest_first = sorted(every_phrase(), key=lambda one: -len(one[0]))
    idle = -1
    for match in FORM.finditer(content, place.start, place.end):
        start, end = match.span()
        if start < idle:
            continue
        kind = None
        for phrase, of in longest_first:
            first, stop = FORM.match(phrase), start + len(phrase)
            opens = first is not None and first[0] == match[0]
            whole = content.startswith(phrase, start) and not content[stop : stop + 1].isalnum()
            if opens and whole:
                end = stop
                kind = None if cues._called_off(content, start, stop) else of
                idle = stop if of is None else idle
                break
        else:
            if match[0] in forms():
                kind = kind_of(text.text, start, end, match[0], forms()[match[0]])
        if kind is not None and not in_quotes(text, start):
            yield start, end, kind


@given(TEXTS, st.integers(0, 12), st.integers(0, 12), st.sampled_from(((0, 99), (32, 99), (32, 0))))
def test_cues_are_those_of_every_word_looked_at(
    words: list[tuple[str, str]], before: int, after: int, limits: tuple[int, int]
) -> None:
    doc = Doc("".join(word + blank for word, blank in words))
    place = doc.span(min(before, len(doc.text)), max(before, len(doc.text) - after))
    expected = list(one_by_one(place))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(cues, "_MANY", limits[0])
        patch.setattr(cues, "LONGEST", limits[1])
        found = [(cue.span.start, cue.span.end, cue.kind) for cue in cues_in(place)]
    assert found == expected
    assert has_cue(place) == any_cue([place]) == bool(expected)
    kinds = {CueKind.SPEECH}
    assert (
        has_cue(place, kinds)
        == any_cue([place], kinds)
        == any(kind in kinds for _, _, kind in expected)
    )


SAID = {CueKind.SPEECH, CueKind.THOUGHT}


@given(
    st.sampled_from(PLAIN_VERBS),
    st.sampled_from(WORDS),
    st.sampled_from(("", " ", ".", ",", "’s", " the story", " by the", " for work", "-off", "é")),
)
def test_a_plain_verb_is_a_cue(verb: str, before: str, behind: str) -> None:
    doc = Doc(f"Mona Lind left, {before} {verb}{behind}")
    place = doc.span(0, len(doc.text))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(cues, "cues_among", lambda *_, **__: iter(()))
        plain = has_cue(place)
    assert not plain or any(kind in SAID for _, _, kind in one_by_one(place))


def test_plain_verbs_are_cues_whatever_follows() -> None:
    for form in PLAIN_VERBS:
        assert forms()[form][0] in SAID
        assert CueKind.MOOD not in forms()[form]
        assert form not in ambiguous()
        assert plain_forms()[form] not in {*frames(), form}


def test_a_plain_saying_is_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cues, "kind_of", pytest.fail)
    doc = Doc("The plan was shown to the town. “It is old,” Mona Lind said on Monday.")
    assert has_cue(doc.span(0, len(doc.text)))
