"""Merged metadata, cut texts and repeated passages: the same with and without quick tests."""

from unittest.mock import patch

from hypothesis import given, settings
from hypothesis import strategies as st

from newslint import Doc
from newslint_rules.headline.lead import first_line
from newslint_rules.residue import merged_metadata, repeated_passage, truncated_text

SENTENCES = (
    "The council voted on Monday to close the harbour bridge until the spring, the mayor said.",
    "It was built in 1931 and carries about 9,000 cars a day, according to the county.",
    "Mr. Lund, of the U.S. team, did not see Mr. Costa.",
    "Residents asked for a ferry, and the mayor said that the",
    "Residents asked for a ferry (",
    "No.",
)
ENDS = ("", " REUTER", " (PTI)", " PTI ANC BA", " dpa", "AP", " Xinhua.", " Enditem")
LINES = (
    "Contact: Ben Adler 555-0117SOURCE Harlow Ferries",
    "REUTER 12:30",
    "AFP-12:30",
    "By Ana Costa | 3 March 2021",
    "NewsBy Ana Costa Reporter",
    "Posted by webdesk 12 March 2017 08:14",
    "Facebook",
    "Harbour works to go on until the",
)
LEADS = (
    "",
    "By Ana CostaForty people ",
    "BY Ana Costa and Ben Adler",
    "Published 3 May 2020, 3 PM",
)


class Everywhere:
    """A kind that any text may have."""

    def may_occur(self, _: Doc) -> bool:
        return True


def told(rule, doc: Doc) -> list[tuple[int, str, str]]:
    return [(one.span.start, one.span.text, one.message) for one in rule(doc)]


@st.composite
def articles(draw: st.DrawFn) -> str:
    stories = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4).map(" ".join)
    body = draw(st.lists(st.one_of(stories, st.sampled_from(LINES)), min_size=1, max_size=6))
    between = draw(st.sampled_from(("\n", "\n\n")))
    lead, end = draw(st.sampled_from(LEADS)), draw(st.sampled_from(ENDS))
    return f"{lead}{between.join(body)}{end}{draw(st.sampled_from(('', chr(10))))}"


@settings(max_examples=400)
@given(articles())
def test_merged_metadata_are_the_same_without_the_gates(text: str) -> None:
    gated = told(merged_metadata.merged_metadata, Doc(text))
    with (
        patch.object(merged_metadata, "_may_be_signed_off", lambda _: True),
        patch.object(merged_metadata, "_OPENINGS", ""),
        patch.object(merged_metadata, "_has_wire_stamp", lambda _: True),
        patch.object(merged_metadata, "_TELLING", Everywhere()),
    ):
        assert gated == told(merged_metadata.merged_metadata, Doc(text))


@settings(max_examples=400)
@given(articles())
def test_cut_texts_are_the_same_without_the_gate(text: str) -> None:
    gated = told(truncated_text.truncated_text, Doc(text, language="en"))
    with patch.object(truncated_text, "_is_closed", lambda _: False):
        assert gated == told(truncated_text.truncated_text, Doc(text, language="en"))


@settings(max_examples=400)
@given(articles())
def test_repeated_passages_are_the_same_whatever_is_told_twice(text: str) -> None:
    def all_pieces(doc: Doc, _: int) -> set[bytes]:
        return set(repeated_passage._pieces(doc, ".".join(one.text for one in doc.body)))

    gated = told(repeated_passage.repeated_passage, Doc(text))
    with patch.object(repeated_passage, "_told_twice", all_pieces):
        assert gated == told(repeated_passage.repeated_passage, Doc(text))


@given(st.text(" \n\tab", max_size=12), st.integers(0, 6))
def test_a_first_line_is_given_up_to_a_length(text: str, longest: int) -> None:
    whole, short = first_line(Doc(text)), first_line(Doc(text), longest)
    if whole is None or len(whole.text.strip()) > longest:
        assert short is None
    else:
        assert short is not None
        assert short.text == whole.text
