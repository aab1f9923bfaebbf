"""Quick tests before a rule of residue looks closely: they may never miss what it would find."""

import re
from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint import Article, Doc, Finding, Role
from newslint_rules.headline import headline_is_metadata, headline_variants, lead
from newslint_rules.residue import (
    interface_text,
    merged_metadata,
    not_an_article,
    repeated_passage,
    runs,
    truncated_text,
)

SENTENCES = (
    "The council voted on Monday to close the harbour bridge until the spring, the mayor said.",
    "The U.S. and the U.K. told Mr. Adler of St. Elsa vs. Dr. Lind that it is late.",
    "“Two of its cables are worn” – says a report that the county published last week.",
    '"Two of its cables are worn" - says a report that the County published last week!',
    "Residents asked for a ferry…",
    "She left.",
    "PORT ELSA, March 3. /HARBOUR NEWS/. The pilots went out at night and came back with no fish.",
    "The pilots went out at night and came back with no fish.",
)


def places(findings: Iterable[Finding]) -> list[tuple[int, int, str]]:
    return [(one.span.start, one.span.end, one.message) for one in findings]


@given(
    st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=9),
    st.lists(st.sampled_from(("\n\n", "\n", " ", "  ", " ")), min_size=9, max_size=9),
    st.sampled_from((10, 4)),
)
def test_no_passage_that_stands_twice_is_missed(
    sentences: list[str], gaps: list[str], min_words: int
) -> None:
    doc = Doc("".join(one + gap for one, gap in zip(sentences, gaps, strict=False)))
    found = places(repeated_passage.repeated_passage(doc, min_words=min_words))
    close = repeated_passage._repeated(doc, list(doc.body), min_words)
    decks = repeated_passage._decks(doc, min_words)
    assert found == places((*close, *decks))


@pytest.mark.parametrize("end", [
    "the", "said.", "said.”", "said (see page 5.", "said ...", "said…", "said [...", "said. MORE",
    "said:", "said [+204 chars]", "said. [", "said!", "said?'", "said.)", "said,", "Elsa",
])  # fmt: skip
@pytest.mark.parametrize(
    "tail",
    [
        "",
        "\n",
        "\n\nShare this story",
        "\n\n\n  ",
        "\n\nThe pilots of the harbour and the",
        "\n\nHarbour news\n\nThe pilots went out to the\n\nPhoto: Ana Costa",
        "\n\nPort of Elsa",
        "\n\nBy Ana Costa\n\nShare this story",
        "\n\nWrite to the newsroom at desk@example.org",
    ],
)
def test_no_text_that_breaks_off_is_missed(
    end: str, tail: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    story = f"{SENTENCES[0]}\n\n{SENTENCES[0][:-12]} and the mayor {end}"
    rule = truncated_text.truncated_text
    found = places(rule(Doc(story + tail)))
    monkeypatch.setattr(truncated_text, "_is_closed", lambda _: False)
    assert places(rule(Doc(story + tail))) == found


@pytest.mark.parametrize("end", [
    "said. REUTER", "said. Reuters", "said. (PTI)", "said. dpa.", "said. PTI ANC BA", "said.",
    "said. Enditem", "said. - Xinhua", "said to the AP.",
])  # fmt: skip
def test_no_sign_off_is_missed(end: str, monkeypatch: pytest.MonkeyPatch) -> None:
    doc = Doc(f"The tin price fell on Monday as buyers stayed away, dealers in the port {end}")
    found = places(merged_metadata.merged_metadata(doc))
    monkeypatch.setattr(merged_metadata, "_IN_SMALL", ("",))
    assert places(merged_metadata.merged_metadata(doc)) == found


@pytest.mark.parametrize("stamp", ["REUTER 12:30 03-04", "AFP12:30", "Reut 12:30", "AP AP 09:15"])
def test_no_hour_of_sending_is_missed(stamp: str) -> None:
    doc = Doc(f"{SENTENCES[0]}\n\n{stamp}\n\n{SENTENCES[7]}")
    found = list(merged_metadata.merged_metadata(doc))
    assert [one.span.text for one in found] == [stamp] * (stamp != "Reut 12:30")


@given(
    st.lists(
        st.sampled_from(
            (*SENTENCES, "Share this story", "ADVERTISEMENT", "Read more: Ferry strike", "Log in",
             "Sign up for our newsletter", "Photo: Ana Costa", "3 hours ago", "What comes next")
        ),
        min_size=1, max_size=14,
    ),
    st.sampled_from(("\n\n", "\n", "\n \n")),
)  # fmt: skip
def test_runs_are_those_that_all_lines_tell(lines: list[str], gap: str) -> None:
    doc = Doc(gap.join(lines))
    found: list[list[int]] = [[]]
    for line in doc.lines:
        if line.role is Role.RESIDUE:
            found[-1].append(line.start)
        elif line.role in {Role.BODY, Role.SUBHEAD, Role.CAPTION, Role.HEADLINE, Role.DECK}:
            found.append([])
    told = [[line.start for line in run] for run in runs.runs(doc)]
    assert told == [run for run in found if run]


@pytest.mark.parametrize("deck", [
    "The pilots went out at night and came back with no fish at all.",
    "At night, THE PILOTS WENT OUT AT NIGHT AND CAME BACK with no fish, and they were glad of it.",
    "The pilots went out in the morning and came back with no fish.",
    "Nobody knows why they went out at night and came back with no fish after all these years.",
])  # fmt: skip
def test_no_deck_is_missed(deck: str) -> None:
    doc = Doc(f"Harbour Pilots Catch No Fish\n\n{deck}\n\nPORT ELSA, March 3. - {SENTENCES[7]}")
    assert [one.text for one in doc.deck] == [deck]
    words = [word.casefold() for word in re.findall(r"\w+", deck)]
    size = max(10, round(0.6 * len(words)))
    again = repeated_passage._again(words, doc.body[0], size) is not None
    assert bool(list(repeated_passage._decks(doc, 10))) == again


def test_no_wall_is_missed() -> None:
    walls = not_an_article._wall_phrases()
    for wording in walls.literals:
        doc = Doc(f"{SENTENCES[0]} {wording.capitalize()}.")
        assert not_an_article._says_what_walls_do(doc) == bool(doc.hits(walls)) is True


def test_a_story_is_told_without_making_all_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    def forbidden(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr(Article, "lines", property(forbidden))
    doc = Doc("\n\n".join(SENTENCES), meta={"headline": "Bridge stays closed"})
    for rule in (
        headline_is_metadata.headline_is_metadata, headline_variants.headline_variants,
        interface_text.interface_text, merged_metadata.merged_metadata,
        not_an_article.not_an_article, repeated_passage.repeated_passage,
        truncated_text.truncated_text,
    ):  # fmt: skip
        list(rule(doc))


@given(st.text(st.sampled_from(" \n\t\u00a0\u2028ab"), max_size=12))
def test_the_first_line_is_that_of_all(text: str) -> None:
    doc = Doc(text)
    first = next((line for line in doc.lines if line.text.strip()), None)
    found = lead.first_line(doc)
    assert (found and (found.start, found.text)) == (first and (first.start, first.text))


def test_a_story_without_a_notice_is_no_page(monkeypatch: pytest.MonkeyPatch) -> None:
    def forbidden(_: Doc) -> None:
        raise AssertionError

    monkeypatch.setattr(not_an_article, "_read", forbidden)
    assert not list(not_an_article.not_an_article(Doc(SENTENCES[0])))
