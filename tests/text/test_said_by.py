"""Source and content of attributions, by the order of words: exact places."""

import pytest

from newslint import Doc

SAID = [
    (
        "Tenants were worried that the bridge was old.",
        "Tenants",
        "worried",
        "the bridge was old.",
    ),
    (
        "The bridge is old, said Mona Lind, who lives beside it.",
        "Mona Lind",
        "said",
        "The bridge is old",
    ),
    (
        "The mayor said on Monday that the bridge was safe.",
        "The mayor",
        "said",
        "the bridge was safe.",
    ),
    ("The bridge was safe, she said.", "she", "said", "The bridge was safe"),
    ("“The bridge is safe,” he said.", "he", "said", "“The bridge is safe,”"),
    ("“The bridge is safe,” said he.", "he", "said", "“The bridge is safe,”"),
    (
        "“The bridge is safe,” said Mona Lind, a clerk at the port of Lund.",
        "Mona Lind",
        "said",
        "“The bridge is safe,”",
    ),
    (
        "“The bridge is safe,” Mona Lind, a clerk at the port of Lund, said on Monday.",
        "Mona Lind",
        "said",
        "“The bridge is safe,”",
    ),
    (
        "Mona Lind, a clerk at the port of Lund, said the bridge was safe.",
        "Mona Lind",
        "said",
        "the bridge was safe.",
    ),
    (
        "Mona Lind, 52, a clerk at the port, and a tenant of the mill, said the bridge was safe.",
        "Mona Lind",
        "said",
        "the bridge was safe.",
    ),
    (
        "According to Mona Lind, a clerk at the port, the bridge is safe.",
        "Mona Lind",
        "According to",
        "the bridge is safe.",
    ),
    (
        "The bridge is safe, according to a report by the Lund harbour office.",
        "a report by the Lund harbour office",
        "according to",
        "The bridge is safe",
    ),
    (
        "Mona Lind told reporters that the bridge was safe.",
        "Mona Lind",
        "told",
        "the bridge was safe.",
    ),
    (
        "Mona Lind told the Lund Daily in an interview that the bridge was safe.",
        "Mona Lind",
        "told",
        "the bridge was safe.",
    ),
    (
        "The tenants were told by the mayor that the bridge was safe.",
        "the mayor",
        "told",
        "the bridge was safe.",
    ),
    ("The council was told that the bridge was safe.", None, "told", "the bridge was safe."),
    ("Bridge is safe, says mayor", "mayor", "says", "Bridge is safe"),
    ("The bridge, the mayor said, was safe.", "the mayor", "said", "was safe."),
    (
        "The mayor, who owns a mill by the river, believes the bridge is safe.",
        "The mayor",
        "believes",
        "the bridge is safe.",
    ),
    (
        "The mayor did not say whether the bridge was safe.",
        "The mayor",
        "say",
        "whether the bridge was safe.",
    ),
    ("It is believed that the bridge is safe.", None, "believed", "the bridge is safe."),
    ("The bridge was described by engineers as safe.", "engineers", "described", "as safe."),
    (
        "Asked about the bridge, the mayor replied that it was safe.",
        "the mayor",
        "replied",
        "it was safe.",
    ),
    (
        "The mayor went home and later wrote that the bridge was safe.",
        "The mayor",
        "wrote",
        "the bridge was safe.",
    ),
    (
        "Her claim that the bridge was safe is new.",
        "Her",
        "claim",
        "that the bridge was safe is new.",
    ),
    (
        "Mona Lind's warning that the bridge was old came too late.",
        "Mona Lind",
        "warning",
        "that the bridge was old came too late.",
    ),
    (
        "But some engineers fear that the bridge is old.",
        "some engineers",
        "fear",
        "the bridge is old.",
    ),
    (
        "On Monday, the mayor announced that the bridge was safe.",
        "the mayor",
        "announced",
        "the bridge was safe.",
    ),
    (
        "In a letter to the council, Mona Lind wrote that the bridge was safe.",
        "Mona Lind",
        "wrote",
        "the bridge was safe.",
    ),
    ("The mayor accused the port of neglect.", "The mayor", "accused", "the port of neglect."),
    (
        "Mayor Mona Lind and her deputy Karl Lund both said the bridge was safe.",
        "Mayor Mona Lind and her deputy Karl Lund",
        "said",
        "the bridge was safe.",
    ),
    ("Police said they had closed the bridge.", "Police", "said", "they had closed the bridge."),
    (
        "The bridge is safe, officials from the port and the town said Monday.",
        "officials from the port and the town",
        "said",
        "The bridge is safe",
    ),
    (
        "“It is old. It has to go,” added Ms. Lind.",
        "Ms. Lind",
        "added",
        "“It is old. It has to go,”",
    ),
    (
        "Port chief Dr. Mona Lind said the bridge was safe.",
        "Port chief Dr. Mona Lind",
        "said",
        "the bridge was safe.",
    ),
    (
        "The mayor says it will reopen, but the port disagrees.",
        "The mayor",
        "says",
        "it will reopen, but the port disagrees.",
    ),
    ("The bridge was safe, the mayor told Lund Radio.", "the mayor", "told", "The bridge was safe"),
    (
        "“The bridge is safe,” the mayor told Lund Radio.",
        "the mayor",
        "told",
        "“The bridge is safe,”",
    ),
    (
        "The bridge is safe, a spokeswoman for the mayor, Ida Lund, said.",
        "Ida Lund",
        "said",
        "The bridge is safe",
    ),
    ("As the mayor put it, the bridge is safe.", "the mayor", "put it", "the bridge is safe."),
    (
        "The engineer, who had warned of cracks for years, was right.",
        "who",
        "warned",
        "of cracks for years, was right.",
    ),
    (
        "The council issued a statement that the bridge was safe.",
        "The council",
        "statement",
        "that the bridge was safe.",
    ),
    (
        "On Monday, Mona Lind spoke at the mill, warning that the bridge was old.",
        "Mona Lind",
        "warning",
        "the bridge was old.",
    ),
    (
        "Karl Lund, a tenant of the mill, said few neighbours use the bridge now.",
        "Karl Lund",
        "said",
        "few neighbours use the bridge now.",
    ),
    (
        "Karl Lund, at a meeting in May, said, “The bridge is too old for us.”",
        "Karl Lund",
        "said",
        "“The bridge is too old for us.”",
    ),
    (
        "The clerk pointed out that the bridge was safe.",
        "The clerk",
        "pointed",
        "the bridge was safe.",
    ),
]


@pytest.mark.parametrize(("text", "source", "cue", "content"), SAID)
def test_who_says_what(text: str, source: str | None, cue: str, content: str) -> None:
    found = [
        (
            one.source.text if one.source else None,
            one.cue.text if one.cue else None,
            one.content.text,
        )
        for one in Doc(text).attributions
    ]
    assert (source, cue, content) in found


def test_places_are_those_of_the_text() -> None:
    for text, *_ in SAID:
        for one in Doc(text).attributions:
            for place in (one.source, one.cue, one.content):
                assert place is None or text[place.start : place.end] == place.text


def test_nobody_carries_what_there_is() -> None:
    (one,) = Doc("In Lund there was speculation about the bridge.").attributions
    assert one.source is None


def test_the_turns_of_a_transcript_have_their_speaker() -> None:
    doc = Doc("LIND: It is old.\n\nOKORO: It is new.\n\nLIND: No.\n\nOKORO: It is long and wide.")
    found = {one.content.text: one.source.text for one in doc.attributions if one.source}
    assert found["It is old."] == "LIND"
    assert found["It is long and wide."] == "OKORO"


@pytest.mark.parametrize("mark", ["and ", "said ", "his, ", "by the ", "on a ", "Lind, who "])
def test_long_runs_cost_little(mark: str) -> None:
    text = f"Mona Lind {mark * 3000} said that it was old."
    assert isinstance(Doc(text).attributions, tuple)
