import json

from hypothesis import given
from hypothesis import strategies as st

from newslint.reporters.gitlab import GitLab
from newslint.reporters.terminal import neutral
from newslint.structs import replace

SEVERITIES = {"info", "minor", "major", "critical", "blocker"}


def read(report):
    """What GitLab's schema (codeclimate.json) and documentation demand; at the first issue without
    it GitLab stops reading."""
    issues = json.loads(report)
    assert isinstance(issues, list)
    for one in issues:
        assert {"description", "check_name", "fingerprint", "severity", "location"} <= set(one)
        assert isinstance(one["description"], str)
        assert isinstance(one["fingerprint"], str)
        assert one["severity"] in SEVERITIES
        place = one["location"]
        assert place["path"]
        assert not place["path"].startswith(("./", "/"))
        assert isinstance(place["positions"]["begin"]["line"], int)
    assert len({one["fingerprint"] for one in issues}) == len(issues)
    return issues


def test_an_issue_has_what_the_documentation_demands(render, said, in_record):
    first, second = read(render(GitLab(), said, in_record))
    assert first == {
        "description": "'openedthe' runs two words together",
        "check_name": "GAR001",
        "fingerprint": first["fingerprint"],
        "severity": "major",
        "categories": ["Style"],
        "location": {
            "path": "news/fair.txt",
            "positions": {"begin": {"line": 3, "column": 7}, "end": {"line": 3, "column": 16}},
        },
    }
    assert len(first["fingerprint"]) == 32
    assert int(first["fingerprint"], 16)
    assert second["severity"] == "minor"


def test_no_two_issues_have_one_fingerprint_and_moved_lines_change_none(render, said):
    copy = replace(said, location=replace(said.location, path="news/copy.txt"))
    moved = replace(said, location=replace(said.location, line=9, end_line=9))
    issues = read(render(GitLab(), said, copy, said))
    assert len({one["fingerprint"] for one in issues}) == 3
    assert read(render(GitLab(), moved))[0]["fingerprint"] == issues[0]["fingerprint"]


def test_a_run_that_found_nothing_is_an_empty_report(render):
    assert read(render(GitLab())) == []


@given(st.text())
def test_the_description_is_the_message_with_what_is_hidden_shown(render, said, message):
    (issue,) = read(render(GitLab(), replace(said, message=message)))
    assert issue["description"] == neutral(message)


def test_a_name_that_is_no_text_does_not_break_the_report(render, said):
    odd = replace(said, location=replace(said.location, path="caf\udce9\u200b é.txt"))
    report = render(GitLab(), odd)
    assert "\\ud" not in report
    assert read(report)[0]["location"]["path"] == "caf?\u200b é.txt"
