import dataclasses
import re

import pytest

from newslint.diagnostic import ByHand, Location, Record, SourceEdit, SourceFix
from newslint.reporters.full import Full, summary_text
from newslint.reporting import Summary

COLOR = re.compile(r"\x1b\[\d+m")


def test_a_diagnostic_is_shown_with_its_line_its_fix_and_its_notes(render, said):
    assert render(Full(), said).splitlines() == [
        "GAR001 fused-words [error] 'openedthe' runs two words together",
        " --> news/fair.txt:3:7",
        "  |",
        "3 | Mayor openedthe fair on Monday.…",
        "  |       ^^^^^^^^^",
        "  = help: write 'opened the' (unsafe, look at it: --fix --unsafe-fixes)",
        "  = note: see news/fair.txt:5:2: written apart here",
        "",
        "Found 1 problem (1 error) in 1 of 24 files.",
        "1 fixable with --fix --unsafe-fixes.",
    ]


@pytest.mark.parametrize(
    ("text", "help_"),
    [
        ("opened the", "write 'opened the' by hand: markup stands inside"),
        ("\x1b[1m" + "y" * 90, "write '\\x1b[1m" + "y" * 52 + "…' by hand: markup stands inside"),
        ("", "remove it by hand: markup stands inside"),
        (None, "mend it by hand: markup stands inside"),
    ],
)
def test_a_fix_that_was_refused_is_told_to_people(render, said, text, help_):
    by_hand = ByHand(text, "markup stands inside")
    refused = dataclasses.replace(said, fix=None, by_hand=by_hand)
    assert f"  = help: {help_}" in render(Full(), refused).splitlines()


def test_a_record_is_named_by_its_id_or_else_its_number(render, in_record):
    assert "--> corpus.jsonl:17:30 (record abc-17, /text 2:4)" in render(Full(), in_record)
    place = dataclasses.replace(in_record.location, record=Record(16, None, "/text", 2, 4))
    nameless = dataclasses.replace(in_record, location=place)
    assert "--> corpus.jsonl:17:30 (record number 16, /text 2:4)" in render(Full(), nameless)
    place = dataclasses.replace(in_record.location, record=Record(16, None, "", 1, 1))
    broken = dataclasses.replace(in_record, location=place)
    assert "--> corpus.jsonl:17:30 (record number 16, 1:1)" in render(Full(), broken)


def test_a_finding_about_the_whole_article_has_no_excerpt(render, said):
    whole = dataclasses.replace(said, location=Location("a.txt", None, 1, 1, 1, 1), text="")
    assert "|" not in render(Full(), whole)


def test_of_many_related_places_the_first_few_are_shown_and_the_others_counted(render, said):
    place = said.related[0]
    many = tuple(
        dataclasses.replace(place, location=dataclasses.replace(place.location, line=line))
        for line in range(10, 22)
    )
    shown = render(Full(), dataclasses.replace(said, related=many))
    assert re.findall(r"see news/fair.txt:(\d+)", shown) == ["10", "11", "12", "13", "14"]
    assert "  = note: and 7 more places\n" in shown


@pytest.mark.parametrize(
    ("edits", "help_"),
    [
        ([SourceEdit(3, 7, 3, 16, "")], "remove it (safe: --fix)"),
        ([SourceEdit(3, 1, 4, 1, "")], "remove line 3 (safe: --fix)"),
        ([SourceEdit(3, 1, 5, 1, "")], "remove lines 3-4 (safe: --fix)"),
        ([SourceEdit(2, 9, 3, 2, "")], "remove 2:9 to 3:2 (safe: --fix)"),
        ([SourceEdit(3, 7, 3, 16, "a\x1b\nb")], r"write 'a\x1b\nb' (safe: --fix)"),
        ([SourceEdit(3, 13, 3, 16, "The")], "write 'The' for 'the' (safe: --fix)"),
        ([SourceEdit(3, 13, 3, 16, "")], "remove 'the' (safe: --fix)"),
        ([SourceEdit(2, 1, 2, 1, "a ")], "write 'a ' at 2:1 (safe: --fix)"),
        (
            [SourceEdit(line, 1, line, 2, "x") for line in (1, 2, 3, 4)],
            "change 4 places, 1:1, 2:1, 3:1, … (safe: --fix)",
        ),
    ],
)
def test_the_help_says_what_the_fix_would_write(render, said, edits, help_):
    fixable = dataclasses.replace(said, fix=SourceFix(safe=True, edits=tuple(edits)))
    assert f"  = help: {help_}\n" in render(Full(), fixable)


def test_nothing_of_an_article_reaches_the_terminal_raw(render, said):
    wicked = "\x1b]0;x\x07\n::error::\u202e"
    record = Record(0, wicked, wicked, 1, 2)
    location = Location(wicked, record, 1, 2, 1, 3)
    excerpt = dataclasses.replace(said.excerpt, before=wicked, text=wicked, after=wicked)
    fix = SourceFix(safe=True, edits=(SourceEdit(1, 2, 1, 3, wicked),))
    related = (dataclasses.replace(said.related[0], location=location, message=wicked),)
    output = render(
        Full(),
        dataclasses.replace(
            said, location=location, message=wicked, excerpt=excerpt, fix=fix, related=related
        ),
    )
    assert not set(output) & set("\x1b\x07\u202e")
    assert not any(line.lstrip().startswith("::") for line in output.splitlines())


def test_colour_changes_nothing_but_the_colour(render, said, in_record):
    plain = render(Full(), said, in_record)
    assert "\x1b" not in plain
    assert COLOR.sub("", render(Full(), said, in_record, color=True)) == plain


def test_the_sums_can_be_left_out(render, said):
    assert "Found" not in render(Full(sums=False), said)


@pytest.mark.parametrize(
    ("summary", "text"),
    [
        (Summary(1, 1, 0, {}), ["No problems in 1 file."]),
        (Summary(2, 2084, 0, {}), ["No problems in 2 files (2,084 articles)."]),
        (
            Summary(24, 24, 2, {"error": 1, "warning": 2, "info": 0}, 1, 2),
            [
                "Found 3 problems (1 error, 2 warnings) in 2 of 24 files.",
                "1 fixable with --fix (2 more with --unsafe-fixes).",
            ],
        ),
        (
            Summary(3, 3, 1, {"info": 2}, 2),
            ["Found 2 problems (2 info) in 1 of 3 files.", "2 fixable with --fix."],
        ),
        (
            Summary(3, 3, 1, {"error": 1}, fixed=4),
            ["Fixed 4 problems. Found 1 problem (1 error) in 1 of 3 files."],
        ),
        (Summary(3, 3, 0, {}, fixed=1), ["Fixed 1 problem. No problems left in 3 files."]),
    ],
)
def test_the_sums_in_words(summary, text):
    assert summary_text(summary).splitlines() == text
