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


@pytest.mark.parametrize(
    "text",
    [
        "The strike will continue to hurt the port.",
        "It goes without saying that the bridge is old.",
        "The bridge is long compared with the pier.",
        "They held a fair on the bridge in order to sell it.",
    ],
)
def test_idle_phrases_hold_no_cues(text: str) -> None:
    assert not kinds(text)


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("The survey shows that few cross it.", "shows"),
        ("Records show the mayor owned it.", "show"),
        ("Lind charged on Monday that it was sold.", "charged"),
    ],
)
def test_cues_of_findings(text: str, cue: str) -> None:
    assert cue in kinds(text)


@pytest.mark.parametrize("text", ["The mayor agreed.", "Mona Lind added:", "The Lund Daily says:"])
def test_a_speaker_and_a_verb_attribute_nothing(text: str) -> None:
    doc = Doc(f"The bridge is long and wide. {text}\n\nIt is old.")
    sentence = doc.sentences[1]
    assert cues_in(sentence)
    assert not attributed(sentence)


def test_a_question_thinks_for_nobody() -> None:
    (sentence,) = Doc("Who knew that the bridge was so old?").sentences
    assert not attributed(sentence)


def test_what_a_colon_introduces_is_spoken() -> None:
    doc = Doc("Mona Lind wrote to the council:\n\nThe bridge is old. It must go.\n\nIt is long.")
    assert [attributed(one) for one in doc.sentences[1:]] == [True, True, False]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("“The bridge is old,” Mona Lind, a tenant of the mill, said in May.", "Mona Lind"),
        ("Mona Lind is telling everybody that the bridge is old.", "Mona Lind"),
        ("“It is old. It must go,” Mona Lind shouted after the vote.", "Mona Lind"),
        ("Mona Lind went home early, saying that the bridge was old.", "Mona Lind"),
        ("Mona Lind: “The bridge is old and has to go.”", "Mona Lind"),
        ("Her claim that the bridge was old is new.", "Her"),
    ],
)
def test_who_speaks(text: str, source: str) -> None:
    found = Doc(text).attributions
    assert source in [one.source.text for one in found if one.source is not None], found


def test_all_sentences_of_a_quotation_have_its_speaker() -> None:
    text = "Karl Lund left.\n\n“It is old. It must go,” Mona Lind shouted after the vote."
    (one,) = Doc(text).attributions
    assert one.content.text == "“It is old. It must go,”"


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("The inspectors found that the bridge was cracked.", "found"),
        ("The inspectors found the bridge was cracked.", "found"),
        ("A study by the harbour school found cracks in the bridge.", "found"),
        ("Many tenants see the toll as a burden.", "see"),
        ("Lind attacked the mayor for the toll.", "attacked"),
        ("The bridge is widely seen to be a burden.", "seen"),
        ("Lind spoke more often of the bridge.", "spoke"),
        ("Lund's decision to sell the bridge is old.", "decision"),
        ("The tenants' latest claim is that it is old.", "claim"),
        ("The council issued a short statement on Monday.", "statement"),
        ("There was much speculation in the port.", "speculation"),
        ("In a long Lund Daily interview the toll was a burden.", "interview"),
        ("The ferry sails amid growing fears.", "fears"),
        ("Lind is a staunch opponent of the toll.", "opponent of"),
        ("The editors publicly back the toll.", "back"),
        ("The mayor, however, questions the need for it.", "questions"),
    ],
)
def test_cues_by_what_stands_beside_them(text: str, cue: str) -> None:
    assert cue in kinds(text)


@pytest.mark.parametrize(
    "text",
    [
        "The divers found a purse under the bridge.",
        "They saw the lamp and left.",
        "He spoke on the steps of the mill.",
        "The Lund Harbour Plan has three parts.",
        "That pledge has a price.",
        "Monday's speech was short.",
        "The mayor did not respond to requests for comment.",
        "Imagine the noise of the ferry.",
        "Please ask at the gate.",
        "The shop went on to win a prize.",
        "They live by a stream known as the Lind.",
        "The case was sent back to the harbour court.",
        "It is no small reason to leave.",
    ],
)
def test_other_business_of_the_same_words(text: str) -> None:
    assert not kinds(text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The film is called “The Bridge of Long Sorrows” and lasts an hour.", False),
        ("The “carried freight” rule is old.", False),
        ("It is, in short, “a bridge of long sorrows” to the town.", True),
        ("Port police: Ferry was late by an hour", True),
        ("Analysis: Ferry was late by an hour", False),
    ],
)
def test_titles_words_set_apart_and_labels(text: str, said: bool) -> None:
    assert attributed(Doc(text).span(0, len(text))) is said


def test_the_turns_of_a_transcript_are_spoken() -> None:
    turns = "LIND: The bridge is old. It is long.\n\nOKORO: It is new.\n\nLIND: It was new in May."
    doc = Doc(turns + "\n\nOKORO: And long.\n\nThe bridge is open.")
    assert [attributed(one) for one in doc.sentences] == [True] * 5 + [False]
    once = Doc("UPDATE: The bridge is open again.\n\nIt is long and wide.")
    assert not any(attributed(one) for one in once.sentences)


def test_attributions_of_the_first_paragraphs_have_all_of_their_sources():
    text = (
        "The bridge is shut, Mona Lind said.\n\n“It is too old to mend.”\n\n"
        "The mayor denied it.\n\n“We shall mend it in May.”"
    )
    doc = Doc(text)
    second = doc.body[1]
    first = doc.attributions_before(second.start)
    assert first == doc.attributions[: len(first)]
    assert [one.source.text for one in first] == ["Mona Lind"]
    assert doc.attributions_before(len(text)) == doc.attributions
    later = [one.source for one in doc.attributions[len(first) :]]
    assert all(one.start > second.start for one in later if one != first[0].source)
