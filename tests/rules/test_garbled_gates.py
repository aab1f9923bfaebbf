"""What the garbled rules look at first must never miss what they would find without it."""

from __future__ import annotations

import re
from itertools import chain, pairwise

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from newslint import Doc, forms_in_order, is_stray, is_unknown
from newslint_rules.garbled import (
    broken_pairs,
    broken_words,
    doubled_runs,
    doubled_words,
    fused_sentences,
    fused_words,
    glued_marks,
    marks,
    pieces,
    suspects,
)

SAMPLE = """
    the The to stay of in there There I a and is not town points might informa tion govern- ment
    mid- ten der re turned s t st ate aid bank firs c ontinue York shire Wednes day S afety don
    it's it'sso don't didn didn't she'll Zorvaq Zorvaq's Zorvaqobjected Zorvaqdidn't Zor vaq
    Zorvaq-led aboutVladimir emphasizedthat emphasizedthat's isa Ina statement Iam thatI theU.S.
    U.S. mayor'sFriday year-oldman four-yearban 36hours in2015 rose0.8 the20th 30of a2005 $20
    than$20 ofsix-party dlrs mlndlrs expected.They Lisbon,Porto noon."It group(SEG) 12%of
    schools'plans Nov.5 5,2014 26- March -but late-- --and them,I debate?The O'Berg 'lost'and
    say:Yes \u201cYes\u201dsaid so\u2019That \u00e0Zorv \u2018is\u2019 caf\u00e9 vs cts aren aren't
"""
WORDS = SAMPLE.split()
TEXTS = st.lists(
    st.tuples(
        st.sampled_from([*WORDS, ".", ",", '"', "'", "\u2019", "(", ")", "\u2014", "\u2013", "-"]),
        st.sampled_from([" ", " ", " ", " ", "", "\n", ". ", ", "]),
    ),
    max_size=14,
).map(lambda pairs: "".join(word + blank for word, blank in pairs))
SLOW = settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))


def told(rule, content: str) -> list[tuple[int, int, str, str | None]]:  # type: ignore[no-untyped-def]
    return sorted(
        (one.span.start, one.span.end, one.message, one.severity) for one in rule(Doc(content))
    )


class AllForms:
    """Stands for a kind of forms: all of them are of it."""

    @staticmethod
    def may_occur(_: Doc) -> bool:
        return True

    @staticmethod
    def forms(doc: Doc) -> list[str]:
        forms = chain.from_iterable(forms_in_order(doc))
        return sorted({form.decode(errors="replace") for form in forms})


def any_suspect(form: str) -> int:
    word = suspects.WORD if is_unknown(form) else 0
    return word | suspects.HYPHENATED | suspects.SHAPE | suspects.NUMBER


def any_piece(doc: Doc):  # type: ignore[no-untyped-def]
    for form in AllForms.forms(doc):
        what = pieces.HYPHENATED
        if form.isascii() and form.isalpha() and form[1:] == form[1:].lower():
            rare = pieces.odd(form.lower())
            what |= (pieces.LEFT | pieces.RIGHT) if rare else 0
        what |= pieces.STRAY if is_stray(form) else 0
        what |= pieces.UNKNOWN if is_unknown(form) else 0
        yield form, what


@SLOW
@given(TEXTS)
@example("In the end theU.S. won, and Iam glad: it'snot over. \u201cIsa fora\u201d 12pershare")
def test_suspects_hide_no_fused_words(content: str) -> None:
    gated = told(fused_words.fused_words, content)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(fused_words, "SUSPECTS", AllForms)
        patch.setattr(fused_words, "suspect", any_suspect)
        patch.setattr(fused_words, "glued_apostrophe", lambda _: True)
        patch.setattr("newslint_rules.garbled.sure_shapes.glued_apostrophe", lambda _: True)
        assert told(fused_words.fused_words, content) == gated


@SLOW
@given(TEXTS)
@example("They sailed to Lisbon.Police met them,I think, in 2014.Zorvaq was there on Nov.5, 5,2014")
def test_quick_looks_hide_no_fused_sentences(content: str) -> None:
    gated = told(fused_sentences.fused_sentences, content)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(fused_sentences, "glued_point", lambda _: True)
        patch.setattr(fused_sentences, "glued_mark", lambda _: True)
        patch.setattr(glued_marks, "HYPHENS", AllForms)
        assert told(fused_sentences.fused_sentences, content) == gated


@SLOW
@given(TEXTS)
@example("s aid ")
@example("t heir bank, they sol d")
@example("Simmer until ten der. A st ate of alarm, the bank s said. Zor vaq met Zorvaq; mid- night")
def test_pieces_hide_no_broken_words(content: str) -> None:
    gated = told(broken_words.broken_words, content)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(broken_words, "pieces", any_piece)
        patch.setattr(broken_pairs, "_goes_on", lambda *_: True)
        assert told(broken_words.broken_words, content) == gated


@SLOW
@given(TEXTS)
@example(
    "He wants to stay to stay in the the town, in\nIn the in the end; points points, tHe the I am"
)
@example("It was the the\u00a0town: \u201cto stay to Stay (to go to go\u201d at—the the")
def test_doubled_words_are_those_that_a_pattern_finds(content: str) -> None:
    doc = Doc(content)
    marks = b".,;:!?()[]\"'" + bytes.fromhex("e28098999c9d")
    forms = content.lower().encode().translate(None, marks).split()
    twice = {one.decode(errors="replace") for one, other in pairwise(forms) if one == other}
    words = {
        one
        for one in twice
        if one.isalpha() and (one in doubled_words._WORDS or doubled_words._is_long(one))
    }
    either = "|".join(sorted(words, key=len, reverse=True)) or "(?!)"
    expected = {
        match.span()
        for match in re.finditer(rf"(?<![^\W_])({either})[ \n]\1(?![^\W_])", content, re.IGNORECASE)
        if match[0][: len(match[1])][1:].islower() or match[1].lower() in doubled_words._WORDS
    }
    assert {(one.start, one.end) for one in doubled_words._places(doc, words)} >= expected
    patched = told(doubled_words.doubled_words, content)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(doubled_words, "_all_differ", lambda _: False)
        patch.setattr(doubled_words, "_words_met_again", lambda *_: words)
        patch.setattr(doubled_words, "runs_twice", lambda _: [""])
        patch.setattr(doubled_runs, "_matches", lambda text, _: doubled_runs._RUN.finditer(text))
        ungated = told(doubled_words.doubled_words, content)
    assert set(patched) <= set(ungated)
    for one in set(ungated) - set(patched):
        first, _, second = content[one[0] : one[1]].rpartition(" ")
        assert not first.islower() or not second.islower(), content


@SLOW
@given(TEXTS)
@example("The 'lost'and say:Yes, 12%of 'em (so)That \u201cYes\u201dsaid the O'Berg schools'plans")
@example("''Yes so''That [no]yes \u2018is\u2019 (1")
def test_marks_with_no_blank_beside_them_are_those_that_one_pattern_finds(content: str) -> None:
    at_once = re.compile(
        r"[()\[:%\"\u201c\u201d\u2018\u2019'](?:(?<!['\u2019])(?<!\s.)(?=[\w'\u2018])"
        r"|(?<=['\u2019])(?=[a-z]{2}|[A-Z]|'[A-Za-z]))"
    )
    places = [
        match.start()
        for pattern in glued_marks._PLACES.values()
        for match in pattern.finditer(content)
    ]
    assert sorted(places) == [match.start() for match in at_once.finditer(content)]


@SLOW
@given(TEXTS, st.sampled_from([1, 1000]))
@example("Zorvaq's plan, Quorvan\u2019s and '' the Berg' \u2019", 1)
def test_owners_are_all_forms_with_an_apostrophe_behind_them(content: str, many: int) -> None:
    forms = [form for form in AllForms.forms(Doc(content)) if form.isalpha()]
    owning = {form for form in forms if re.search(rf"(?<![^\W_]){form}['\u2019]", content)}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(marks, "_MANY", many)
        assert marks.owners(Doc(content), forms) >= owning


def test_many_forms_are_looked_for_before_apostrophes_in_one_pass(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def looked(*_: object) -> bool:
        raise AssertionError

    monkeypatch.setattr(marks, "_owns", looked)
    forms = [f"Zor{'vaq' * times}" for times in range(marks._MANY + 1)]
    text = Doc(f"{' '.join(forms)} and Zorvaq's and {forms[-1]}\u2019s plans")
    assert marks.owners(text, forms) >= {"Zorvaq", forms[-1]}


def test_forms_are_judged_once_for_all_articles(monkeypatch: pytest.MonkeyPatch) -> None:
    content = "The mayor of Quorvandale emphasisedthat it was informa tion."
    list(broken_words.broken_words(Doc(content)))
    list(fused_words.fused_words(Doc(content)))

    def judged(form: str) -> bool:
        raise AssertionError(form)

    monkeypatch.setattr(pieces.PIECES, "judge", judged)
    monkeypatch.setattr(suspects.SUSPECTS, "judge", judged)
    assert list(broken_words.broken_words(Doc(content)))
    assert list(fused_words.fused_words(Doc(content)))


def test_a_word_that_no_surroundings_make_two_is_not_looked_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def looked(*_: object, **__: object) -> None:
        raise AssertionError

    monkeypatch.setattr(fused_words, "_candidates", looked)
    doc = Doc("The council sat overvoting the budget, as the mayor had asked her to do.")
    assert suspects.suspect("overvoting")
    assert list(fused_words.fused_words(doc)) == []


def test_a_few_words_that_differ_are_not_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    def looked(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr(doubled_words, "_met_again", looked)
    assert list(doubled_words.doubled_words(Doc("Mayor of Quorvandale opens the ferry"))) == []
    with pytest.raises(AssertionError):
        list(doubled_words.doubled_words(Doc("The mayor opens the ferry")))


def test_a_piece_is_asked_for_one_partner_as_for_all() -> None:
    for form in {"I", "S", "t", "ten", "Wednes", "York", *filter(str.isalpha, WORDS)}:
        assert (pieces._partners(form, 1) == ()) is (pieces.partners(form) == ()), form


def test_a_text_without_suspects_is_not_searched(monkeypatch: pytest.MonkeyPatch) -> None:
    def looked(*_: object, **__: object) -> None:
        raise AssertionError

    for module, name in (
        (fused_words, "sure_shapes"),
        (fused_words, "numbers_glued"),
        (fused_words, "_candidates"),
        (fused_sentences, "_glues"),
        (glued_marks, "_at_marks"),
        (broken_words, "_findings"),
        (doubled_words, "_doubled"),
    ):
        monkeypatch.setattr(module, name, looked)
    doc = Doc(
        "The mayor said on Monday that the council had voted, and the ferry would sail. It's so."
    )
    for rule in (
        fused_words.fused_words,
        fused_sentences.fused_sentences,
        broken_words.broken_words,
        doubled_words.doubled_words,
    ):
        assert list(rule(doc)) == []
