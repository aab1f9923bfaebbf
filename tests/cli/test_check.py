"""`newslint check`, as its users rely on it (the rules are those of the `newsroom` fixture)."""

import gzip
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
import zstandard
from teaching import learned_file

ESCAPE = "\x1b]0;owned\x07\x1b[2J"
KEYS = [
    "path", "record", "line", "column", "end_line", "end_column", "code", "rule", "family",
    "severity", "message", "text", "fix", "related", "fingerprint",
]  # fmt: skip


@pytest.fixture
def check(run_newslint, newsroom):
    """Run `check` in the newsroom without the bundled rules."""

    def run(*arguments: str, **keywords):
        return run_newslint("check", "--no-plugin", "bundled", *arguments, **keywords)

    return run


@pytest.fixture
def process(newslint_process, newsroom):
    """The same as a process of its own."""

    def run(*arguments: str, **keywords):
        keywords.setdefault("cwd", newsroom)
        return newslint_process("check", "--no-plugin", "bundled", *arguments, **keywords)

    return run


def concise(ran) -> list[str]:
    return ran.out.splitlines()


def records(ran) -> list[dict]:
    return [json.loads(line) for line in ran.out.splitlines()]


def found(check, *arguments: str) -> list[tuple[str, str]]:
    return [(one["path"], one["code"]) for one in records(check(*arguments, "--format", "jsonl"))]


# --- exit status


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (("good.txt",), 0),
        (("bad.txt",), 1),
        ((".",), 1),
        (("bad.txt", "--fail-on", "never"), 0),
        (("risky.txt",), 1),
        (("risky.txt", "--fail-on", "error"), 0),
        (("long.txt",), 0),
        (("long.txt", "--fail-on", "info"), 1),
        (("risky.txt", "--min-severity", "error"), 0),
        (("bad.txt", "missing.txt"), 2),
        (("bad.txt", "--fail-on", "never", "missing.txt"), 2),
        (("bad.txt", "--format", "no-format"), 2),
        (("bad.txt", "--fail-on", "fatal"), 2),
        (("bad.txt", "--no-such-option"), 2),
        (("bad.txt", "--jobs", "0"), 2),
        (("bad.txt", "--select", "nothing"), 2),
        (("bad.txt", "--no-plugin", "nothing"), 2),
        (("bad.txt", "--config", "nowhere.toml"), 2),
        (("bad.txt", "--config", "newslint.toml", "--isolated"), 2),
        ((), 2),
    ],
)
def test_exit_status(check, newsroom, arguments, status):
    (newsroom / "risky.txt").write_text("A risky step.\n")
    (newsroom / "long.txt").write_text("One.\n\n\nTwo.\n")
    ran = check(*arguments)
    assert ran.status == status
    assert "Traceback" not in ran.out + ran.err
    if status == 2:
        assert ran.err


def test_an_unknown_verb_names_the_nearest(run_newslint):
    ran = run_newslint("chekc", ".")
    assert ran.status == 2
    assert "did you mean 'check'?" in ran.err


def test_help_and_version_are_no_errors(run_newslint):
    assert run_newslint("--help").status == 0
    assert run_newslint("check", "-h").status == 0
    assert run_newslint("--version").out.startswith("newslint ")


# --- what is printed


def test_jsonl_is_schema_version_1(check):
    ran = check("bad.txt", "--format", "jsonl")
    (one,) = records(ran)
    assert list(one) == KEYS
    fingerprint = one.pop("fingerprint")
    assert len(fingerprint) == 16
    assert one == {
        "path": "bad.txt", "record": None, "line": 1, "column": 3, "end_line": 1, "end_column": 10,
        "code": "LOC001", "rule": "bad-word", "family": "local", "severity": "error",
        "message": "'badword' is bad", "text": "badword",
        "fix": {"safe": True, "edits": [
            {"line": 1, "column": 3, "end_line": 1, "end_column": 10, "text": "goodword"}]},
        "related": [],
    }  # fmt: skip


def test_jsonl_of_a_record(check, newsroom):
    rows = '{"id": "x", "text": "One."}\n{"id": "abc-17", "text": "A\\nbadword."}\n'
    (newsroom / "all.jsonl").write_text(rows)
    (one,) = records(check("all.jsonl", "--format", "jsonl"))
    assert one["record"] == {"index": 1, "id": "abc-17", "field": "/text", "line": 2, "column": 1}
    assert list(one["record"]) == ["index", "id", "field", "line", "column"]
    assert (one["line"], one["column"]) == (2, 30)


def test_jsonl_of_a_whole_article(check, newsroom):
    (newsroom / "long.txt").write_text("One.\n\n\nTwo.\n")
    (one,) = records(check("long.txt", "--format", "jsonl"))
    assert [one[key] for key in KEYS[2:6]] == [1, 1, 1, 1]
    assert (one["text"], one["fix"], one["related"]) == ("", None, [])


def test_nothing_but_records_is_on_standard_output(check, newsroom):
    (newsroom / "broken.txt").write_bytes(b"\xff")
    ran = check(".", "missing.txt", "--format", "jsonl", "--statistics", "--timings")
    assert [one["code"] for one in records(ran)] == ["LOC001", "NLX002"]


def test_diagnostics_are_on_standard_output_and_the_rest_is_not(check):
    ran = check("bad.txt", "missing.txt", "--format", "concise")
    assert concise(ran) == ["bad.txt:1:3: LOC001 [error] 'badword' is bad"]
    assert "missing.txt: no such file or folder" in ran.err


def test_quiet_leaves_notes_out_but_no_errors(check, newsroom):
    (newsroom / "empty").mkdir()
    assert "no articles found" in check("empty").err
    assert check("empty", "--quiet").err == ""
    assert "no such file" in check("missing.txt", "--quiet").err


@pytest.mark.parametrize("jobs", ["1", "2", "3"])
@pytest.mark.parametrize("paths", [(".",), ("sub", "good.txt", "bad.txt"), ("bad.txt", "sub", ".")])
def test_output_does_not_hang_on_processes_or_order_of_arguments(process, newsroom, jobs, paths):
    (newsroom / "sub").mkdir()
    for number in (10, 9, 1):
        (newsroom / "sub" / f"{number}.txt").write_text("risky badword badword\n\n\n\n")
    expected = process("bad.txt", "sub", "--format", "jsonl", "--jobs", "1").stdout
    assert expected.count(b"\n") == 13
    assert process(*paths, "--format", "jsonl", "--jobs", jobs).stdout == expected


def test_output_formats_go_to_files_beside(check, newsroom):
    ran = check(
        "bad.txt", "--format", "concise", "--output-format", "jsonl=out.jsonl",
        "--output-format", "concise=out.txt",
    )  # fmt: skip
    assert json.loads((newsroom / "out.jsonl").read_text())["code"] == "LOC001"
    assert (newsroom / "out.txt").read_text().splitlines() == concise(ran)


@pytest.mark.parametrize("target", ["jsonl=no/such/folder.jsonl", "jsonl=rules"])
def test_an_output_file_that_cannot_be_written_is_an_error(check, target):
    ran = check("bad.txt", "--output-format", target)
    assert ran.status == 2
    assert "cannot be written" in ran.err


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_an_output_file_without_room_on_its_disk_is_named(check):
    ran = check("bad.txt", "--format", "concise", "--output-format", "jsonl=/dev/full")
    assert ran.status == 2
    assert len(concise(ran)) == 1
    assert "newslint: /dev/full: cannot be written: No space left on device" in ran.err


@pytest.mark.parametrize("value", ["jsonl", "jsonl=", "=x", "jsnol=x"])
def test_an_output_format_that_is_none_is_an_error(check, value):
    assert check("bad.txt", "--output-format", value).status == 2


def test_an_old_report_is_kept_where_another_cannot_be_written(check, newsroom):
    (newsroom / "old.json").write_text("{}\n")
    given = ("--output-format", "json=old.json", "--output-format", "sarif=no/such/folder")
    assert check("bad.txt", *given).status == 2
    assert (newsroom / "old.json").read_text() == "{}\n"
    assert check("bad.txt", *given[:2], "--output-format", "jsonl=/dev/null").status == 1
    assert json.loads((newsroom / "old.json").read_text())["summary"]["files"] == 1


def test_a_report_is_not_linted_at_the_next_run(check, newsroom):
    given = [
        part
        for name in ("jsonl=out.jsonl", "full=out.txt", "json=out.json", "gitlab=./sub/../gl.json")
        for part in ("--output-format", name)
    ]
    (newsroom / "sub").mkdir()
    first = check(".", *given, "--format", "jsonl")
    assert check(".", *given, "--format", "jsonl") == first
    assert {json.loads(line)["path"] for line in first.out.splitlines()} == {"bad.txt"}
    assert "out." not in first.err
    assert "out." not in check(".", *given, "--show-files").out


def test_a_report_of_another_run_is_no_article(check, newsroom):
    for number in range(3):
        (newsroom / f"{number}.txt").write_text("A risky badword, a badword.\n")
    first = check(".", "--format", "jsonl", "--output-format", "jsonl=out.jsonl")
    check(".", "--output-format", "json=out.json")
    assert check(".", "--format", "jsonl").out == first.out


@pytest.mark.parametrize("target", ["bad.txt", "./rules/../bad.txt"])
def test_what_is_to_be_linted_is_not_overwritten(check, newsroom, target):
    before = (newsroom / "bad.txt").read_bytes()
    ran = check("bad.txt", "--output-format", f"jsonl={target}")
    assert ran.status == 2
    assert "bad.txt is to be linted and would be overwritten" in ran.err
    assert (newsroom / "bad.txt").read_bytes() == before


def test_two_formats_do_not_share_a_file(check, newsroom):
    ran = check("bad.txt", "--output-format", "json=out", "--output-format", "sarif=./out")
    assert ran.status == 2
    assert "./out is given twice" in ran.err
    assert not (newsroom / "out").exists()


# --- files


def test_show_files_prints_what_would_be_read(check):
    ran = check(".", "--show-files")
    assert (ran.status, ran.out) == (0, "bad.txt\ngood.txt\n")


def test_a_missing_path_does_not_stop_the_others(check):
    ran = check("missing.txt", "bad.txt", "--format", "concise")
    assert ran.status == 2
    assert len(concise(ran)) == 1


@pytest.mark.parametrize(
    ("content", "column", "expected"),
    [(b"caf\xe9", 4, "byte 3 (0xe9) is not UTF-8"), (b"PK\x03\x04\0\0", 1, "binary file")],
)
def test_a_file_that_is_no_text_is_told_and_the_others_are_read(
    check, newsroom, content, column, expected
):
    (newsroom / "a.txt").write_bytes(content)
    ran = check("a.txt", "bad.txt", "--format", "concise")
    assert ran.status == 2
    first, second = concise(ran)
    assert first.startswith(f"a.txt:1:{column}: NLX002 [error] ")
    assert expected in first
    assert second.startswith("bad.txt:1:3: LOC001")


def test_a_file_found_in_a_folder_that_is_no_text_is_a_finding(check, newsroom):
    (newsroom / "a.txt").write_bytes(b"\xff\xfe\xfd")
    assert check(".").status == 1


def test_a_file_that_goes_away_is_told(check, newsroom, monkeypatch):
    real = Path.read_bytes

    def read_bytes(path: Path) -> bytes:
        if path.name == "good.txt":
            raise PermissionError(13, "Permission denied")
        return real(path)

    monkeypatch.setattr(Path, "read_bytes", read_bytes)
    ran = check("good.txt", "bad.txt", "--format", "concise")
    assert ran.status == 2
    assert concise(ran)[1] == "good.txt:1:1: NLX002 [error] cannot be read: Permission denied"


def test_an_empty_file_is_fine(check, newsroom):
    (newsroom / "empty.txt").write_text("")
    assert check("empty.txt").status == 0


def test_a_broken_record_does_not_hide_the_others(check, newsroom):
    (newsroom / "a.jsonl").write_text('{"text": "badword"}\n{"text"\n{"text": "badword"}\n')
    assert [code for _, code in found(check, "a.jsonl")] == ["LOC001", "NLX002", "LOC001"]


def test_records_without_text_are_an_error_only_when_named(check, newsroom):
    (newsroom / "log.jsonl").write_text('{"event": 1}\n')
    assert check("log.jsonl").status == 2
    ran = check(".", "--ignore", "LOC001")
    assert ran.status == 0
    assert "log.jsonl: " in ran.err


def test_globs_say_which_files(check, newsroom):
    (newsroom / "drafts").mkdir()
    (newsroom / "drafts" / "b.txt").write_text("badword\n")
    everything = [("bad.txt", "LOC001"), ("drafts/b.txt", "LOC001")]
    assert found(check, ".") == everything
    assert found(check, ".", "--extend-exclude", "drafts/**") == everything[:1]
    assert found(check, ".", "--exclude", "bad.txt") == everything[1:]
    assert found(check, ".", "--include", "drafts/*") == everything[1:]
    assert found(check, "drafts/b.txt", "--extend-exclude", "drafts/**") == everything[1:]


def test_force_exclude_leaves_named_files_out_and_says_so(check, newsroom):
    ran = check("bad.txt", "README.md", "--force-exclude", "--extend-exclude", "bad.txt")
    assert ran.status == 2  # README.md is missing
    (newsroom / "README.md").write_text("badword\n")
    ran = check("bad.txt", "README.md", "--force-exclude", "--extend-exclude", "bad.txt")
    assert ran.status == 0
    assert "bad.txt left out: excluded by the configuration" in ran.err
    assert "README.md left out: never an article by its name" in ran.err


def test_gitignore_is_respected(check, newsroom):
    (newsroom / ".gitignore").write_text("bad.txt\n")
    assert found(check, ".") == []
    assert found(check, "bad.txt") == [("bad.txt", "LOC001")]


# --- standard input


def test_standard_input(check):
    ran = check("-", "--format", "concise", stdin=b"A badword.")
    assert (ran.status, ran.out) == (1, "-:1:3: LOC001 [error] 'badword' is bad\n")


def test_standard_input_has_the_format_and_the_overrides_of_its_name(check, newsroom):
    row = b'{"text": "A badword."}'
    (one,) = records(check("-", "--stdin-filename", "x/a.jsonl", "--format", "jsonl", stdin=row))
    assert (one["path"], one["record"]["index"]) == ("x/a.jsonl", 0)


ONE_BADWORD = {
    "a.txt": b"A badword.",
    "a.md": b"---\ntitle: x\n---\nA badword.",
    "a.mdx": b"A *bad*word.",
    "a.html": b"<html><body><article><p>A bad&#119;ord.</p></article></body></html>",
    "a.jsonl": b'{"text": "A badword."}',
    "a.json": b'[{"text": "A bad\\u0077ord stands in this line of an article."}]',
    "a.csv": b"id,text\n1,A badword stands in this line of an article.\n",
    "a.tsv": b"id\ttext\n1\tA badword stands in this line of an article.\n",
    "a.xml": b"<rss><channel><item><title>x</title><description>A badword.</description>"
    b"</item></channel></rss>",
    "a.jsonl.gz": gzip.compress(b'{"text": "A badword."}\n'),
    "a.txt.zst": zstandard.compress(b"A badword."),
}


@pytest.mark.parametrize("name", ONE_BADWORD)
def test_standard_input_is_read_as_its_name_says(check, name):
    line = ("-", "--stdin-filename", f"x/{name}", "--format", "jsonl", "--select", "LOC001")
    (one,) = records(check(*line, stdin=ONE_BADWORD[name]))
    assert (one["path"], one["message"]) == (f"x/{name}", "'badword' is bad")


def test_overrides_hold_for_the_name_of_standard_input_however_it_is_written(check, newsroom):
    with (newsroom / "newslint.toml").open("a") as file:
        file.write('[[overrides]]\npaths = ["archive/**"]\nignore = ["LOC001"]\n')
    for name, status in (
        ("archive/a.txt", 0),
        ("./x/../archive/a.txt", 0),
        (str(newsroom / "archive" / "a.txt"), 0),
        (str(newsroom / "a.txt"), 1),
    ):
        ran = check("-", "--stdin-filename", name, "--format", "concise", stdin=b"A badword.")
        assert ran.status == status
        if status:
            assert ran.out.startswith("a.txt:1:3: ")


def test_of_hundreds_of_files_left_out_three_are_named(check, newsroom):
    names = [f"draft-{number}.txt" for number in range(100, 400)]
    for name in names:
        (newsroom / name).write_text("A badword.\n")
    ran = check(*names, "--force-exclude", "--extend-exclude", "draft-*")
    assert ran.status == 0
    first = "draft-100.txt, draft-101.txt, draft-102.txt and 297 more"
    assert f"newslint: {first} left out: excluded by the configuration\n" in ran.err
    assert ran.err.count("left out") == 1


def test_exclusions_hold_for_the_name_of_standard_input_when_forced(check, newsroom):
    line = ("-", "--stdin-filename", "drafts/a.txt", "--extend-exclude", "drafts/")
    assert check(*line, stdin=b"A badword.").status == 1
    ran = check(*line, "--force-exclude", stdin=b"A badword.")
    assert (ran.status, "LOC001" in ran.out) == (0, False)
    assert "drafts/a.txt left out: in a folder that is left out" in ran.err
    ran = check(*line, "--force-exclude", "--diff", stdin=b"A badword.")
    assert (ran.status, ran.out) == (0, "")
    ran = check(*line, "--force-exclude", "bad.txt", "--format", "concise", stdin=b"A badword.")
    assert [one.split(":")[0] for one in concise(ran)] == ["bad.txt"]
    ran = check("-", "--stdin-filename", "new/a.txt", "--force-exclude", stdin=b"A badword.")
    assert ran.status == 1  # it need not be there


def test_standard_input_stands_in_the_order_of_paths(check):
    ran = check(
        "bad.txt", "-", "--stdin-filename", "c.txt", "--format", "concise", stdin=b"badword"
    )
    assert [line.split(":")[0] for line in concise(ran)] == ["bad.txt", "c.txt"]
    ran = check(
        "-", "bad.txt", "--stdin-filename", "a.txt", "--format", "concise", stdin=b"badword"
    )
    assert [line.split(":")[0] for line in concise(ran)] == ["a.txt", "bad.txt"]


def test_standard_input_cannot_be_fixed_but_shown(check):
    assert check("-", "--fix", stdin=b"A badword.").status == 2
    ran = check("-", "--diff", "--stdin-filename", "a.txt", stdin=b"A badword.\n")
    assert ran.status == 1
    assert "+A goodword." in ran.out.splitlines()


def test_binary_standard_input_is_told(check):
    ran = check("-", stdin=b"\0\1")
    assert ran.status == 2
    assert "NLX002" in ran.out


# --- fixes


def test_fix_applies_safe_fixes_and_reports_what_is_left(check, newsroom):
    file = newsroom / "bad.txt"
    file.write_bytes(b"\xef\xbb\xbfA badword,\r\na risky step.\r\n")
    ran = check("bad.txt", "--fix", "--format", "concise")
    assert file.read_bytes() == b"\xef\xbb\xbfA goodword,\r\na risky step.\r\n"
    assert ran.status == 1
    assert [line.split()[1] for line in concise(ran)] == ["LOC002"]
    again = file.read_bytes()
    check("bad.txt", "--fix")
    assert file.read_bytes() == again


def test_unsafe_fixes_are_applied_when_asked_for(check, newsroom):
    (newsroom / "bad.txt").write_text("A badword, a risky step.\n")
    assert check("bad.txt", "--fix", "--unsafe-fixes").status == 0
    assert (newsroom / "bad.txt").read_text() == "A goodword, a bold step.\n"


def test_diff_shows_and_writes_nothing(check, newsroom):
    before = (newsroom / "bad.txt").read_bytes()
    ran = check(".", "--diff")
    assert ran.status == 1
    assert "-A badword stands here." in ran.out.splitlines()
    assert "+A goodword stands here." in ran.out.splitlines()
    assert check(".", "--diff", "--fix").status == 1
    assert (newsroom / "bad.txt").read_bytes() == before


def test_diff_with_nothing_to_change_is_clean(check, newsroom):
    (newsroom / "bad.txt").write_text("A risky step.\n")
    ran = check("bad.txt", "--diff")
    assert (ran.status, ran.out) == (0, "")
    assert check("bad.txt", "--diff", "--unsafe-fixes").status == 1


@pytest.mark.parametrize("how", ["--fix", "--diff"])
def test_what_cannot_be_read_cannot_be_fixed(check, newsroom, how):
    (newsroom / "a.txt").write_bytes(b"badword \xff")
    ran = check("a.txt", "bad.txt", how)
    assert ran.status == 2
    assert "not UTF-8" in ran.out + ran.err
    assert (newsroom / "a.txt").read_bytes() == b"badword \xff"


def test_a_diff_says_which_record_could_not_be_read(check, newsroom):
    good = '{"text": "A badword stands here, in a line that is long enough."}'
    (newsroom / "a.jsonl").write_text(f"{good}\n{{broken\n[]\n{good}\n")
    ran = check("a.jsonl", "--diff")
    assert ran.status == 1
    assert sum(line.startswith('+{"text": "A goodword') for line in ran.out.splitlines()) == 2
    assert [line.split(": ")[1] for line in ran.err.splitlines()] == ["a.jsonl:2:2", "a.jsonl:3:1"]


def test_what_cannot_be_written_is_reported_as_it_is(check, newsroom, monkeypatch):
    (newsroom / "other.txt").write_text("A badword, too.\n")
    may_write = os.access
    monkeypatch.setattr(
        "newslint.files.os.access",  # a superuser may write anything
        lambda path, mode: Path(path).name != "bad.txt" and may_write(path, mode),
    )
    ran = check("bad.txt", "other.txt", "--fix", "--format", "concise")
    assert ran.status == 2
    assert "newslint: bad.txt: cannot be written: it is read-only\n" in ran.err
    assert [line.split(":")[0] for line in concise(ran)] == ["bad.txt"]
    assert (newsroom / "bad.txt").read_text() == "A badword stands here.\n"
    assert (newsroom / "other.txt").read_text() == "A goodword, too.\n"


def test_a_linked_article_is_fixed_where_it_is(check, newsroom):
    (newsroom / "link.txt").symlink_to("bad.txt")
    assert check("link.txt", "--fix").status == 0
    assert (newsroom / "link.txt").is_symlink()
    assert (newsroom / "bad.txt").read_text() == "A goodword stands here.\n"


def test_a_crash_under_diff_is_told(check, newsroom):
    (newsroom / "rules" / "crash.py").write_text(CRASHING)
    ran = check("bad.txt", "--diff")
    assert ran.status == 2
    assert "no such luck" in ran.err


# --- configuration and rules


CRASHING = '''
from newslint import rule


@rule("LOC007")
def crashing(doc):
    """Words."""
    raise RuntimeError("no such luck")
'''


def test_a_rule_that_crashes_keeps_the_other_findings(check, newsroom):
    (newsroom / "rules" / "crash.py").write_text(CRASHING)
    ran = check("bad.txt", "--format", "concise")
    assert ran.status == 2
    first, second = concise(ran)
    assert first == (
        "bad.txt:1:1: NLX001 [error] rule crashing (LOC007) crashed: RuntimeError: no such luck"
    )
    assert "LOC001" in second


@pytest.mark.parametrize(
    ("toml", "expected"),
    [
        ("fail-no = 'info'", "newslint.toml: unknown key 'fail-no'; did you mean 'fail-on'?"),
        (
            "ignore = ['bad-wrod']",
            "no rule or family is called 'bad-wrod'; did you mean 'bad-word'?",
        ),
        ("[options.risky-word]\nword = 3", "'word' must be a string, not 3"),
        (
            "[options.risky-word]\nwrod = 'x'",
            "risky-word has no option 'wrod'; did you mean 'word'?",
        ),
        ("[severity]\nLOC001 = 'info'\nbad-word = 'error'", "name the same rule; keep one"),
        ("[severity\n", "newslint.toml: not valid TOML"),
        ("required-plugins = ['newslint-acme']", "pip install 'newslint-acme'"),
        ("terms = ['nowhere.txt']", "newslint.toml: 'terms': "),
        ("terms = ['latin.txt']", "latin.txt cannot be read: byte 3 (0xe9) is not UTF-8"),
        ("learned = ['nowhere.newslint']", "newslint.toml: 'learned': "),
        ("learned = ['latin.txt']", "latin.txt is no file that 'newslint learn' wrote; learn one"),
        ("extend = 'no.toml'", "newslint.toml: 'extend': there is no file "),
    ],
)
def test_a_configuration_that_cannot_be_used_stops_the_run(check, newsroom, toml, expected):
    (newsroom / "latin.txt").write_bytes(b"caf\xe9\n")
    (newsroom / "newslint.toml").write_text(f'rules = ["rules"]\n{toml}\n')
    ran = check("bad.txt")
    assert ran.status == 2
    assert ran.out == ""
    assert expected in ran.err
    assert "Traceback" not in ran.err


def test_a_rules_folder_that_is_not_there_is_told_with_the_file_and_the_key(check, newsroom):
    (newsroom / "newslint.toml").write_text('rules = ["newsrom"]\n')
    ran = check("bad.txt")
    assert ran.status == 2
    assert f"{newsroom / 'newslint.toml'}: 'rules': there is no folder {newsroom}" in ran.err


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("import nothing_of_that_name", "ModuleNotFoundError"),
        ("raise SystemExit(0)", "SystemExit"),
        (CRASHING.replace("LOC007", "LOC001"), "LOC001 is claimed by two rules"),
        (CRASHING.replace("def crashing", "def bad_word"), "bad-word is claimed by two rules"),
        (CRASHING.replace("LOC007", "NLX001"), "newslint's own"),
        (CRASHING.replace("def crashing", "def all"), "newslint's own"),
    ],
)
def test_rules_that_cannot_be_loaded_stop_the_run(check, newsroom, content, expected):
    (newsroom / "rules" / "more.py").write_text(content)
    ran = check("bad.txt")
    assert ran.status == 2
    assert ran.out == ""
    assert expected in ran.err


def test_a_toml_rule_with_a_mistake_stops_the_run(check, newsroom):
    (newsroom / "rules" / "house.toml").write_text('[[rule]]\ncode = "HOU001"\n')
    ran = check("bad.txt")
    assert ran.status == 2
    assert "house.toml" in ran.err


def test_a_pattern_without_end_is_ended(check, newsroom):
    (newsroom / "rules" / "house.toml").write_text(
        '[[rule]]\ncode = "HOU001"\nname = "endless"\nmessage = "m"\nabout = "Words."\n'
        "pattern = '(a|aa)+$'\n"
    )
    (newsroom / "bad.txt").write_text("badword " + "a" * 5000 + "!\n")
    started = time.monotonic()
    ran = check("bad.txt", "--format", "concise")
    assert time.monotonic() - started < 20
    assert ran.status == 2
    assert "NLX001" in ran.out
    assert "TimeoutError" in ran.out
    assert "LOC001" in ran.out


def test_options_severities_and_overrides_are_used(check, newsroom):
    (newsroom / "newslint.toml").write_text(
        'rules = ["rules"]\nselect = ["local"]\n'
        "[severity]\nbad_word = 'info'\n[options.risky_word]\nword = 'stands'\n"
        "[[overrides]]\npaths = ['archive/**']\nignore = ['risky-word']\n"
    )
    (newsroom / "archive").mkdir()
    (newsroom / "archive" / "old.txt").write_text("It stands.\n")
    ran = check(".", "--format", "jsonl")
    got = [(one["path"], one["code"], one["severity"]) for one in records(ran)]
    assert got == [
        ("bad.txt", "LOC001", "info"),
        ("bad.txt", "LOC002", "warning"),
        ("good.txt", "LOC002", "warning"),
    ]


def test_isolated_uses_no_configuration(check):
    ran = check("bad.txt", "--isolated")
    assert (ran.status, ran.out.count("LOC001")) == (0, 0)


def test_the_language_is_settled_by_the_configuration_and_others_are_noted(check, newsroom):
    (newsroom / "rules" / "german.py").write_text(
        CRASHING.replace('"LOC007"', '"LOC007", languages=("de",)')
    )
    (newsroom / "newslint.toml").write_text('rules = ["rules"]\nlanguage = "fr"\n')
    ran = check(".")
    assert "2 articles were not read by rules that do not know the language (fr 2)" in ran.err
    assert ran.status == 1


def test_terms_reach_the_rules(check, newsroom):
    (newsroom / "rules" / "terms.py").write_text(
        "from newslint import rule\n\n"
        '@rule("LOC006")\ndef terms(doc):\n    """Words."""\n'
        "    yield doc.flag(','.join(sorted(doc.terms)))\n"
    )
    (newsroom / "terms.txt").write_text("# ours\nFerry\n")
    (newsroom / "newslint.toml").write_text('rules = ["rules"]\nterms = ["terms.txt"]\n')
    ran = check("good.txt", "--format", "concise", "--jobs", "2")
    assert concise(ran) == ["good.txt:1:1: LOC006 [warning] ferry"]


def test_what_was_learned_reaches_the_rules_of_every_process(check, newsroom):
    (newsroom / "rules" / "learned.py").write_text(
        "from newslint import rule\n\n"
        '@rule("LOC006")\ndef learned(doc):\n    """Words."""\n'
        "    use = doc.learned.word('Zorvaq')\n"
        "    yield doc.flag(f'{use.articles} of {doc.learned.articles}')\n"
    )
    learned_file(newsroom, [("Quay Herald", f"Zorvaq, {n}") for n in range(4)])
    (newsroom / "newslint.toml").write_text('rules = ["rules"]\nlearned = ["corpus.newslint"]\n')
    ran = check("good.txt", "bad.txt", "--format", "concise", "--jobs", "2", "--select", "LOC006")
    assert concise(ran) == [
        "bad.txt:1:1: LOC006 [warning] 4 of 4",
        "good.txt:1:1: LOC006 [warning] 4 of 4",
    ]


def test_statistics_count(check):
    ran = check("bad.txt", "--format", "concise", "--statistics")
    assert "LOC001" in ran.out.splitlines()[-1]


# --- rules across articles


ACROSS = '''
from newslint import Fact, rule


def lines(doc):
    yield Fact(doc.text.strip(), doc.span(0, 1))


@rule("LOC101", gather=lines, min_articles=2)
def repeated_text(group):
    """Words."""
    for use in group.uses:
        if "crash" in group.key:
            raise RuntimeError("no such luck")
        yield use.flag("again")
'''


@pytest.fixture
def across(newsroom):
    (newsroom / "rules" / "across.py").write_text(ACROSS)
    for name in ("a.txt", "b.txt"):
        (newsroom / name).write_text("Same.\n")
    return newsroom


def test_rules_across_articles_run_on_whole_folders_only(check, across):
    assert found(check, ".") == [
        ("a.txt", "LOC101"), ("b.txt", "LOC101"), ("bad.txt", "LOC001"),
    ]  # fmt: skip
    ran = check("a.txt", "b.txt", "--format", "concise")
    assert ran.out == ""
    assert (
        "1 rule across articles not run: only 2 of 4 files given; "
        "use the hook newslint-corpus or 'newslint check .'" in ran.err
    )


@pytest.mark.parametrize("cache", [(), ("--cache-dir", "kept")])
def test_rules_across_articles_see_a_folder_from_wherever_it_is_named(check, across, cache):
    deep = across / "deep"
    deep.mkdir()
    for name in ("c.txt", "d.txt"):
        (deep / name).write_text("Same.\n")
    both = [("deep/c.txt", "LOC101"), ("deep/d.txt", "LOC101")]
    for _ in "twice":
        assert found(check, "deep", *cache) == both
        assert [one for one in found(check, ".", "deep", *cache) if one in both] == both
        ran = check(".", "--format", "concise", *cache, cwd=deep)
        assert ran.out.splitlines() == [
            "c.txt:1:1: LOC101 [warning] again", "d.txt:1:1: LOC101 [warning] again",
        ]  # fmt: skip
    assert found(check, ".", "--select", "LOC101", "--jobs", "2") == [
        (name, "LOC101") for name in ("a.txt", "b.txt", "deep/c.txt", "deep/d.txt")
    ]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ((".", "a.txt"), "only a part of the files given"),
        (("rules", "-"), "only 1 of 4 files given"),
        ((".", "--include", "*.txt"), "only a part of the files given"),
        ((".", "--exclude", "b.txt"), "only a part of the files given"),
        ((".", "--extend-exclude", "b.txt"), "only a part of the files given"),
        ((".", "--fix"), "with --fix each article is read by itself"),
        (("a.txt", "--fix"), "only 1 of 4 files given"),
    ],
)
def test_rules_across_articles_do_not_judge_a_part(check, across, line, said):
    ran = check(*line, "--format", "concise", stdin=b"Same.\n")
    assert "LOC101" not in ran.out
    assert f"1 rule across articles not run: {said}" in ran.err
    assert "across articles" not in check(*line, "--quiet", stdin=b"Same.\n").err


def test_a_file_does_not_miss_what_is_on_anyway(run_newslint, here):
    (here / "a.txt").write_text(
        "The council voted on Monday to close the bridge, the mayor said.\n"
    )
    assert "across articles" not in run_newslint("check", "a.txt").err
    ran = run_newslint("check", "a.txt", "--select", "shared-boilerplate")
    assert "1 rule across articles not run" in ran.err


def test_what_the_configuration_leaves_out_is_no_part(check, across):
    with (across / "newslint.toml").open("a") as file:
        file.write('extend-exclude = ["bad.txt"]\n')
    ran = check(".", "--format", "concise")
    assert [line[:5] for line in ran.out.splitlines()] == ["a.txt", "b.txt"]
    assert "not run" not in ran.err


HOOK = ("--extend-ignore", "document-rules", ".")


def test_rules_across_articles_can_run_alone(check, across):
    assert found(check, *HOOK) == [("a.txt", "LOC101"), ("b.txt", "LOC101")]
    (across / "bad.txt").write_bytes(b"\xff\n")
    assert ("bad.txt", "NLX002") in found(check, *HOOK)


def test_without_rules_across_articles_nothing_is_read(check, newsroom):
    (newsroom / "bad.txt").write_bytes(b"\xff\n")
    ran = check(*HOOK)
    assert (ran.status, ran.err) == (0, "newslint: no rule is on: nothing was read\n")
    assert ran.out == "No problems in 0 files.\n"
    assert check(*HOOK, "--quiet").err == ""
    assert check(*HOOK, "no-such.txt").status == 2


def test_a_crash_across_articles_keeps_the_other_findings(check, across):
    for name in ("a.txt", "b.txt"):
        (across / name).write_text("crash\n")
    ran = check(".", "--format", "concise")
    assert ran.status == 2
    assert "NLX001" in concise(ran)[0]
    assert "LOC001" in concise(ran)[1]


# --- trust


TRAP = "from pathlib import Path\nPath('{0}').write_text('ran')\n"


@pytest.fixture
def strange(newsroom, tmp_path):
    """A stranger's folder with a configuration and Python rules of its own."""
    folder = tmp_path / "strange"
    (folder / "rules").mkdir(parents=True)
    (folder / "rules" / "trap.py").write_text(TRAP.format(tmp_path / "ran"))
    (folder / "newslint.toml").write_text('rules = ["rules"]\nselect = []\nfail-on = "never"\n')
    (folder / "a.txt").write_text("A badword.\n")
    return folder


def test_a_strangers_configuration_beside_a_path_is_never_read(check, strange, tmp_path):
    for path in (str(strange), str(strange / "a.txt")):
        ran = check(path)
        assert ran.status == 1
        assert "LOC001" in ran.out
    assert not (tmp_path / "ran").exists()


def test_a_configuration_that_is_named_is_read(check, strange, tmp_path):
    ran = check(str(strange / "a.txt"), "--config", str(strange / "newslint.toml"))
    assert ran.status == 0
    assert (tmp_path / "ran").exists()


def test_without_local_rules_no_python_is_run(run_newslint, strange, tmp_path):
    ran = run_newslint("check", "--no-plugin", "bundled", "a.txt", "--no-local-rules", cwd=strange)
    assert ran.status == 0
    assert not (tmp_path / "ran").exists()


# --- text that means harm


def hostile(text: str) -> bool:
    return any(ord(c) < 32 and c not in "\n\t" for c in text) or any(
        line.lstrip().startswith("::") or "##[" in line for line in text.split("\n")
    )


HARM = (
    f"::error file=x::oops {ESCAPE}\n::add-mask::x ##[error]y badword {ESCAPE}\n  ::error::\u202e\n"
)


@pytest.mark.parametrize("name", ["a.txt", f"::error::{ESCAPE}.txt", "a\nb.txt", "##[error]x.txt"])
@pytest.mark.parametrize(
    "arguments",
    [
        ("--format", "full"), ("--format", "concise"), ("--format", "jsonl"), ("--diff",),
        ("--show-files",), ("--fix",), ("--format", "full", "--statistics", "--timings"),
    ],
)  # fmt: skip
def test_no_output_does_harm(check, newsroom, name, arguments):
    (newsroom / "rules" / "echo.py").write_text(
        "from newslint import rule\n\n"
        '@rule("LOC005")\ndef echo(doc):\n    """Words."""\n'
        "    related = [(doc.span(0, 9), doc.text)]\n"
        "    yield doc.span(0, len(doc.text)).flag(doc.text, related=related)\n"
    )
    (newsroom / name).write_text(HARM)
    ran = check(name, *arguments)
    assert ran.out
    assert not hostile(ran.out)
    assert not hostile(ran.err)


def test_error_messages_do_no_harm(check, newsroom):
    ran = check(f"::error::{ESCAPE}", "--format", "concise")
    assert ran.status == 2
    assert not hostile(ran.err)
    ran = check("bad.txt", "--select", f"x\n::error::{ESCAPE}")
    assert ran.status == 2
    assert not hostile(ran.err)
    ran = check("bad.txt", f"--fail-on=\n::error::{ESCAPE}")
    assert ran.status == 2
    assert not hostile(ran.err)


@pytest.mark.parametrize("arguments", [(), ("--diff",), ("--show-files",), ("--format", "concise")])
def test_a_terminal_that_knows_ascii_only_is_no_trouble(process, newsroom, arguments):
    (newsroom / "café.txt").write_text("Ein “badword” 𝒮.\n")
    ran = process("café.txt", *arguments, PYTHONIOENCODING="ascii")
    assert ran.returncode in (0, 1)
    assert b"Traceback" not in ran.stderr
    assert b"caf\\xe9.txt" in ran.stdout


def test_a_file_name_that_is_no_utf8_is_shown_harmlessly(process, newsroom):
    name = os.fsdecode(b"caf\xe9.txt")
    (newsroom / name).write_text("A badword.\n")
    for arguments in ((), ("--format", "jsonl"), ("--show-files",), ("--diff",)):
        ran = process(".", *arguments)
        assert ran.returncode in (0, 1)
        assert b"Traceback" not in ran.stderr
        ran.stdout.decode()


# --- how it ends


def test_a_reader_that_has_seen_enough_is_no_trouble(newsroom):
    (newsroom / "many.txt").write_text("badword\n" * 20_000)
    command = [sys.executable, "-m", "newslint", "check", "--no-plugin", "bundled", "many.txt"]
    with subprocess.Popen(
        [*command, "--format", "concise"], cwd=newsroom, stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as running:  # fmt: skip
        assert running.stdout
        assert running.stderr
        assert b"many.txt:" in running.stdout.readline()
        running.stdout.close()
        errors = running.stderr.read().decode()
        status = running.wait(timeout=60)
    assert "Traceback" not in errors
    assert "Exception ignored" not in errors
    assert status in (1, 2)


def test_output_closed_before_the_first_byte_is_no_trouble(newsroom):
    read, write = os.pipe()
    os.close(read)
    command = [sys.executable, "-m", "newslint", "check", "--no-plugin", "bundled", "bad.txt"]
    buffered = {**os.environ, "PYTHONUNBUFFERED": ""}  # so that it is written when it ends
    ran = subprocess.run(
        command, cwd=newsroom, stdout=write, stderr=subprocess.PIPE, timeout=60, env=buffered
    )
    os.close(write)
    assert b"Traceback" not in ran.stderr
    assert b"Exception ignored" not in ran.stderr
    assert ran.returncode in (1, 2)


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_an_interrupt_ends_it_without_a_traceback(newsroom, jobs):
    (newsroom / "rules" / "slow.py").write_text(
        "import time\nfrom pathlib import Path\nfrom newslint import rule\n\n"
        '@rule("LOC004")\ndef slow(doc):\n    """Words."""\n'
        "    Path('started').write_text('')\n    time.sleep(2)\n    return ()\n"
    )
    command = [sys.executable, "-m", "newslint", "check", "--no-plugin", "bundled", "--jobs", jobs]
    with subprocess.Popen(
        [*command, "bad.txt", "good.txt"], cwd=newsroom, stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as running:  # fmt: skip
        deadline = time.monotonic() + 60
        while not (newsroom / "started").exists() and time.monotonic() < deadline:
            time.sleep(0.05)
        running.send_signal(signal.SIGINT)
        _, errors = running.communicate(timeout=60)
    assert running.returncode == 130
    assert b"newslint: interrupted" in errors
    assert b"Traceback" not in errors


def test_a_format_without_a_reader_is_not_read_as_plain_text(run_newslint, tmp_path):
    (tmp_path / "page.pdf").write_text("<p>One.</p>")
    ran = run_newslint("check", "page.pdf", "--format", "concise", cwd=tmp_path)
    assert ran.status == 2
    assert "NLX002 [error] no reader for .pdf files" in ran.out


def test_check_knows_the_version_too(run_newslint, tmp_path):
    assert run_newslint("check", "--version", cwd=tmp_path).out.startswith("newslint 0.")
