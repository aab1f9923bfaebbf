"""Cues and attributions: who said what."""

import pytest

from newslint import CueKind, Doc, attributed, cues_in, has_cue


def kinds(text: str) -> dict[str, CueKind]:
    doc = Doc(text)
    return {cue.span.text: cue.kind for cue in cues_in(doc.span(0, len(text)))}


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("The mayor said the bridge was safe.", "said"),
        ("According to the mayor, the bridge is safe.", "According to"),
        ("Officials plan to close the bridge.", "plan"),
        ("Lisbon claims the island.", "claims"),
        ("The mayor called for a vote.", "called for"),
        ("Their fear that it may fall is old.", "fear"),
        ("She was worried about the bridge.", "worried"),
        ("The report shows that it is safe.", "shows"),
    ],
)
def test_cues(text: str, cue: str) -> None:
    assert cue in kinds(text)


@pytest.mark.parametrize(
    "text",
    [
        "The plan was for a new bridge in the United States.",
        "The bridge is 300 metres long and was built in May.",
        "A tweet was on the wall of the show.",
        "A meeting has been called for Thursday and may end in shouting.",
        "He wrote about “what she said to me in May” and no more."[9:],
    ],
)
def test_nouns_and_quoted_words_are_no_cues(text: str) -> None:
    assert not kinds(text)


def test_has_cue_agrees_with_cues_in() -> None:
    doc = Doc("The mayor left. She said nothing.")
    first, second = doc.sentences
    assert [has_cue(first), has_cue(second)] == [False, True]


def test_attributed_by_a_quotation_a_cue_or_not_at_all() -> None:
    doc = Doc(
        "“We will not pay for it.” The mayor said so. The bridge is long. They aim to sell it."
    )
    quoted, said, plain, aim = doc.sentences
    assert [attributed(one) for one in (quoted, said, plain, aim)] == [True, True, False, True]
    assert not attributed(aim, closely=True)
    assert not attributed(said, apart_from=said)


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("The mayor said that the bridge was safe.", "The mayor", "the bridge was safe."),
        ("The bridge was safe and sound, the mayor said.", "the mayor", "The bridge was safe and"),
        ("“The bridge is safe,” said Mona Lind.", "Mona Lind", "“The bridge is safe,”"),
        ("According to Mona Lind, the bridge is safe.", "Mona Lind", "the bridge is safe."),
        ("The bridge is safe, according to Mona Lind.", "Mona Lind", "The bridge is safe"),
        ("Mona Lind, who leads the port, said it was safe.", "Mona Lind", "it was safe."),
    ],
)
def test_source_and_content(text: str, source: str, content: str) -> None:
    found = Doc(text).attributions
    assert any(
        one.source is not None
        and one.source.text == source
        and one.content.text.startswith(content)
        for one in found
    ), found


def test_nobody_is_the_source_of_a_passive() -> None:
    (one,) = Doc("The bridge is expected to open in May.").attributions
    assert one.source is None
    assert one.content.text.startswith("to open")


def test_a_quotation_goes_on_with_the_speaker_before() -> None:
    doc = Doc("“The bridge is safe,” said Mona Lind.\n\n“We will open it again in May.”")
    last = doc.attributions[-1]
    assert last.cue is None
    assert last.source is not None
    assert last.source.text == "Mona Lind"
