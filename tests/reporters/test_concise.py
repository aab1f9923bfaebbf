import dataclasses

from newslint.diagnostic import Location
from newslint.reporters.concise import Concise


def test_one_line_a_diagnostic_and_nothing_else(render, said, in_record):
    assert render(Concise(), said, in_record).splitlines() == [
        "news/fair.txt:3:7: GAR001 [error] 'openedthe' runs two words together",
        "corpus.jsonl:17:30: RES001 [warning] 'Share' is a button, not a part of the article",
    ]
    assert render(Concise()) == ""


def test_names_and_messages_cannot_make_lines_or_commands(render, said):
    wicked = dataclasses.replace(
        said,
        location=Location("::error file=x::\n\x1b[2J.txt", None, 1, 1, 1, 2),
        message="says\n::warning::x",
    )
    output = render(Concise(), wicked)
    assert output.count("\n") == 1
    assert output.startswith(r"\x3a:error file=x::\n\x1b[2J.txt:1:1: ")


def test_colour_is_only_added_when_asked_for(render, said):
    plain, colored = render(Concise(), said), render(Concise(), said, color=True)
    assert "\x1b" not in plain
    assert "[\x1b[31merror\x1b[0m]" in colored
