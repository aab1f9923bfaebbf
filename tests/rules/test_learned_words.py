"""Words that a corpus uses as words, and words that a template repeats."""

from __future__ import annotations

from pathlib import Path

from making import engine_of, made
from teaching import learned

from newslint import Doc
from newslint_rules.garbled.fused_words import fused_words

PLACES = ("harbour", "quay", "market", "bridge", "station", "tower", "mill", "school", "bakery")


def flagged(text: str, known) -> list[str]:
    return [one.span.text for one in fused_words(Doc(text, language="en", learned=known))]


def corpus(word: str, outlets: int, articles: int = 9):
    """Articles that use a word, each in a sentence of its own, and others with its halves."""
    for number in range(articles):
        place = PLACES[number % len(PLACES)]
        outlet = f"Outlet {number % outlets}"
        yield outlet, f"People by the {place} saw the {word} number {'again ' * number}there."
    for number in range(4 * articles):
        yield f"Outlet {number}", "The camp gained a good long speak with that plan, emphasized by."


GLUED = "The mayor {} the plan works."


def test_a_glued_word_is_flagged_where_nothing_was_learned():
    assert flagged(GLUED.format("emphasizedthat"), learned(Path())) == ["emphasizedthat"]


def test_a_word_of_several_outlets_in_lines_of_its_own_is_a_word(tmp_path: Path):
    known = learned(tmp_path, corpus("emphasizedthat", outlets=3))
    assert flagged(GLUED.format("emphasizedthat"), known) == []


def test_a_glued_word_in_every_article_of_one_outlet_is_flagged(tmp_path: Path):
    template = [
        ("Quay Herald", f"It rained by the {place}.\nThe Herald emphasizedthat its news is free.")
        for place in PLACES * 5
    ]
    others = corpus("ferry", outlets=3)
    known = learned(tmp_path, [*template, *others])
    assert known.word("emphasizedthat").articles == 45
    assert flagged(GLUED.format("emphasizedthat"), known) == ["emphasizedthat"]


def test_an_outlet_that_glues_in_ever_new_lines_is_flagged(tmp_path: Path):
    known = learned(tmp_path, corpus("emphasizedthat", outlets=1))
    assert known.word("emphasizedthat").lines == 9
    assert flagged(GLUED.format("emphasizedthat"), known) == ["emphasizedthat"]


def test_a_glued_word_that_many_outlets_print_in_one_story_is_flagged(tmp_path: Path):
    story = [(f"Outlet {n}", "The clerk emphasizedthat ferries run.") for n in range(40)]
    known = learned(tmp_path, [*story, *corpus("ferry", outlets=3)])
    assert flagged(GLUED.format("emphasizedthat"), known) == ["emphasizedthat"]


def test_a_glued_word_far_rarer_than_its_halves_is_flagged(tmp_path: Path):
    often = [(f"Outlet {n}", "He emphasized that.") for n in range(2000)]
    known = learned(tmp_path, [*often, *corpus("emphasizedthat", outlets=3, articles=3)])
    assert known.word("emphasizedthat").articles == 3
    assert flagged(GLUED.format("emphasizedthat"), known) == ["emphasizedthat"]


def test_a_newsroom_learns_from_itself(tmp_path: Path):
    archive = [("Quay Herald", text) for _, text in corpus("emphasizedthat", outlets=1)]
    known = learned(tmp_path, archive)
    assert known.outlets == 1
    assert flagged(GLUED.format("emphasizedthat"), known) == []
    template = [("Quay Herald", f"{place}.\nWe emphasizedthat.") for place in PLACES]
    assert flagged(GLUED.format("emphasizedthat"), learned(tmp_path, template)) == [
        "emphasizedthat"
    ]


def test_headlines_are_judged_by_it_too(tmp_path: Path):
    article = b"---\ntitle: Mayor emphasizedthat plan works\n---\nIt rained by the quay.\n"
    engine = engine_of(made(fused_words, "garbled"), language="en")
    assert [one.text for one in engine.lint_bytes("a.md", article).diagnostics] == [
        "emphasizedthat"
    ]
    engine._learned = learned(tmp_path, corpus("emphasizedthat", outlets=3))
    assert engine.lint_bytes("a.md", article).diagnostics == []
