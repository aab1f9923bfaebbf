import os
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.reporters.github import GitHub, command
from newslint.reporters.step_summary import StepSummary
from newslint.reporters.terminal import neutral
from newslint.reporting import Tally
from newslint.structs import replace

ANY = st.text(alphabet=st.characters(codec=None))
HOSTILE = "x\r\n::error::100%0A, a:b <b>`|` ##[error]\x1b[2J\u202e"


def obeyed(line):
    """What the runner takes of a line: the command, its properties and the message."""
    match = re.fullmatch(r"::(\w+) (.*?)::(.*)", line)
    pairs = (one.split("=", 1) for one in match[2].split(","))
    properties = {name: unescaped(value, {"%3A": ":", "%2C": ","}) for name, value in pairs}
    return match[1], properties, unescaped(match[3], {})


def unescaped(text, more):
    for escape, character in {"%0D": "\r", "%0A": "\n", **more, "%25": "%"}.items():
        text = text.replace(escape, character)
    return text


def many(one, number):
    place = one.location
    return [
        replace(one, location=replace(place, line=line, end_line=line))
        for line in range(1, number + 1)
    ]


def test_a_diagnostic_is_a_command_that_names_its_place(render, said, in_record):
    first, second, *sums = render(GitHub(environ={}), said, in_record).splitlines()
    assert first == (
        "::error title=GAR001 fused-words,file=news/fair.txt,line=3,endLine=3,col=7,endColumn=16"
        "::news/fair.txt:3:7: GAR001 'openedthe' runs two words together"
    )
    assert second.startswith("::warning title=RES001 interface-text,file=corpus.jsonl,line=17,")
    assert sums[0].startswith("Found 2 problems")
    assert command(replace(said, severity="info"), "a").startswith("::notice ")


def test_columns_are_given_for_one_line_only(said):
    _, properties, _ = obeyed(
        command(replace(said, location=replace(said.location, end_line=5)), "a")
    )
    assert (properties["line"], properties["endLine"]) == ("3", "5")
    assert "col" not in properties


@given(ANY, ANY)
def test_the_runner_reads_back_what_was_said(said, path, message):
    one = replace(said, message=message, location=replace(said.location, path=path))
    line = command(one, path)
    assert line.splitlines() == [line]
    name, properties, text = obeyed(line)
    assert name == "error"
    assert properties["file"] == neutral(path)
    assert properties["title"] == "GAR001 fused-words"
    assert text == neutral(f"{path}:3:7: GAR001 {message}")


def test_what_is_beyond_the_limits_stays_in_the_log_and_is_counted(render, said, in_record):
    found = [*many(said, 12), *many(in_record, 11), *many(replace(said, severity="info"), 2)]
    lines = render(GitHub(environ={}), *found).splitlines()
    commands = [line.split(" ")[0] for line in lines if line.startswith("::")]
    assert (commands.count("::error"), commands.count("::warning")) == (10, 10)
    assert commands.count("::notice") == 2
    assert "news/fair.txt:12:7: GAR001 'openedthe' runs two words together" in lines
    assert lines[-1].startswith("3 more not annotated: ")


def test_nothing_is_said_of_limits_that_are_kept(render, said):
    assert "annotated" not in render(GitHub(environ={}), *many(said, 10))


def test_beyond_the_limits_nothing_is_obeyed_either(render, said):
    path = f"::error::{HOSTILE}"
    wicked = replace(said, message=HOSTILE, location=replace(said.location, path=path))
    output = render(GitHub(environ={}), *[wicked] * 12)
    assert sum(line.lstrip().startswith("::") for line in output.splitlines()) == 10
    assert not set(output) & set("\r\x1b\u202e")
    assert "##[" not in output


def test_the_sums_can_be_left_out_but_not_what_is_hidden(render, said):
    output = render(GitHub(sums=False, environ={}), *many(said, 11))
    assert "Found" not in output
    assert "1 more not annotated" in output


# --- the step summary


@pytest.fixture
def page(tmp_path, render):
    def write(*diagnostics, before="made before"):
        file = tmp_path / "summary.md"
        file.write_text(before)
        render(GitHub(environ={"GITHUB_STEP_SUMMARY": str(file)}), *diagnostics)
        text = file.read_text(encoding="utf-8")
        assert text.startswith(before)
        return text.removeprefix(before)

    return write


def test_the_summary_is_appended_for_the_step(page, said, in_record):
    assert page(in_record, said, in_record).splitlines() == [
        "",
        "## newslint",
        "",
        "Found 3 problems (1 error, 2 warnings) in 2 of 24 files.",
        "1 fixable with --fix --unsafe-fixes.",
        "",
        "| problems | rule | |",
        "| ---: | --- | --- |",
        "| 2 | RES001 | interface-text |",
        "| 1 | GAR001 | fused-words |",
        "",
        "- error GAR001 ` news/fair.txt:3 ` ` 'openedthe' runs two words together `",
        *["- warning RES001 ` corpus.jsonl:17 ` ` 'Share' is a button, not a part of the article `"]
        * 2,
        "",
    ]
    assert page().splitlines()[3:] == ["No problems in 24 files.", ""]


def test_the_summary_lists_the_gravest_and_counts_the_rest(page, said, in_record):
    text = page(*many(in_record, 150), *many(said, 30))
    listed = [line.split()[1] for line in text.splitlines() if line.startswith("- ")]
    assert (listed.count("error"), listed.count("warning")) == (30, 70)
    assert text.endswith("- … and 80 more, in the log\n\n")


def test_the_summary_stays_below_what_a_step_may_have(page, said):
    wide = replace(
        said, message="𝒜" * 5000, location=replace(said.location, path="\U000e0001" * 4000)
    )
    assert len(page(*[wide] * 500).encode()) < 1024 * 1024


def spans(line):
    """The code spans of a line as CommonMark reads them, and what stands outside of them."""
    outside, inside = "", []
    while match := re.search("`+", line):
        fence = match[0]
        close = re.search(f"(?<!`){fence}(?!`)", line[match.end() :])
        assert close, "a run of backticks that opens nothing"
        outside += line[: match.start()]
        content = line[match.end() :][: close.start()]
        inside.append(content[1:-1] if content.strip(" ") else content)
        line = line[match.end() + close.end() :]
    return inside, outside + line


@given(st.text(alphabet="`<b>|*[]()@#\\ a\n\x1b:", max_size=40))
def test_nothing_of_an_article_is_markdown(said, text):
    wicked = replace(said, message=f"a{text}", location=replace(said.location, path=f"a{text}"))
    page, tally = StepSummary(), Tally()
    list(page.watch(tally.count([wicked])))
    markdown = page.markdown(tally.summary(files=1, articles=1))
    (line,) = (one for one in markdown.splitlines() if one.startswith("- "))
    inside, outside = spans(line)
    assert inside == [f"{neutral(f'a{text}')}:3", neutral(f"a{text}")]
    assert outside == "- error GAR001  "


def test_a_summary_that_cannot_be_written_hides_nothing(render, said, tmp_path):
    output = render(GitHub(environ={"GITHUB_STEP_SUMMARY": str(tmp_path)}), said)
    assert output.startswith("::error ")
    assert "The step summary cannot be written: " in output


def test_a_summary_without_room_is_left_as_it_is(render, said, tmp_path):
    file = tmp_path / "summary.md"
    file.write_bytes(b"x" * (1024 * 1024 - 50))
    output = render(GitHub(environ={"GITHUB_STEP_SUMMARY": str(file)}), said)
    assert "The step summary cannot be written: the step has one of nearly 1 MiB" in output
    assert file.stat().st_size == 1024 * 1024 - 50


def test_the_environment_is_that_of_the_process():
    assert GitHub().environ is os.environ
