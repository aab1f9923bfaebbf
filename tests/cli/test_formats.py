"""The formats for CI, asked for on the command line (the rules are those of `newsroom`)."""

import json
from xml.etree import ElementTree as ET

import pytest

from newslint.book import Book
from newslint.cli.outputs import choose_outputs
from newslint.reporters import BUILTIN, builtin_reporter
from newslint.reporters.json_document import Json

FORMATS = sorted({*BUILTIN} - {"full", "concise"})
HARM = "::error file=x::oops \x1b[2J\n::add-mask::x ##[error]y badword [a](b) <b>`|%0A]]>\u202e\n"


@pytest.fixture(autouse=True)
def no_step(monkeypatch):
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)


@pytest.fixture
def check(run_newslint, newsroom):
    def run(*arguments, **keywords):
        return run_newslint("check", "--no-plugin", "bundled", *arguments, **keywords)

    return run


@pytest.mark.parametrize("name", BUILTIN)
def test_a_format_is_found_by_its_name(name):
    assert builtin_reporter(name).name == name


@pytest.mark.parametrize("name", FORMATS)
def test_the_bytes_do_not_hang_on_the_number_of_processes(newslint_process, newsroom, name):
    for number in range(8):
        (newsroom / f"{number}.txt").write_text("A risky badword, a badword.\n", encoding="utf-8")
    one, three = (
        newslint_process(
            "check", "--no-plugin", "bundled", ".", "--format", name, "--jobs", jobs, cwd=newsroom
        ).stdout
        for jobs in ("1", "3")
    )
    assert one == three
    assert one.count(b"LOC001") >= 8


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("path", ["a.txt", "a\nb.txt", "::error::x\x1b.txt", "##[error]x,y%.txt"])
def test_no_format_does_harm(check, newsroom, name, path):
    (newsroom / "rules" / "echo.py").write_text(
        "from newslint import rule\n\n"
        '@rule("LOC005")\ndef echo(doc):\n    """Words."""\n'
        "    related = [(doc.span(0, 9), doc.text)]\n"
        "    yield doc.span(0, len(doc.text)).flag(doc.text, related=related)\n",
        encoding="utf-8",
    )
    (newsroom / path).write_text(HARM, encoding="utf-8")
    ran = check(path, "--format", name)
    commands = [line for line in ran.out.split("\n") if line.lstrip().startswith("::")]
    assert len(commands) == (2 if name == "github" else 0)
    assert all(line.startswith(("::error title=LOC", "::warning title=LOC")) for line in commands)
    assert "##[" not in ran.out
    assert not any(ord(one) < 32 and one != "\n" for one in ran.out)
    assert "\u202e" not in ran.out


def test_quiet_leaves_the_sums_out(check):
    assert "Found" in check("bad.txt", "--format", "github").out
    assert "Found" not in check("bad.txt", "--format", "github", "--quiet").out


def test_the_step_summary_is_written(check, tmp_path, monkeypatch):
    file = tmp_path / "summary.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(file))
    check("bad.txt", "--format", "github")
    assert "- error LOC001 ` bad.txt:1 ` ` 'badword' is bad `" in file.read_text(encoding="utf-8")


def test_several_formats_are_written_at_once(check, newsroom):
    wanted = {name: newsroom / f"out.{name}" for name in ("sarif", "gitlab", "junit", "json")}
    given = (part for name in wanted for part in ("--output-format", f"{name}={wanted[name]}"))
    ran = check("bad.txt", "--format", "concise", *given)
    assert ran.out.count("\n") == 1
    text = {name: file.read_text(encoding="utf-8") for name, file in wanted.items()}
    assert json.loads(text["sarif"])["runs"][0]["results"][0]["ruleId"] == "LOC001"
    assert json.loads(text["gitlab"])[0]["check_name"] == "LOC001"
    assert json.loads(text["json"])["summary"]["flagged_files"] == 1
    assert ET.fromstring(text["junit"].encode())[0].get("name") == "bad.txt"


def test_code_scanning_is_told_of_the_rules_known_here(check):
    run = json.loads(check("good.txt", "--format", "sarif").out)["runs"][0]
    known = {one["id"]: one for one in run["tool"]["driver"]["rules"]}
    assert {"LOC001", "NLX001"} <= {*known}
    assert known["NLX002"]["shortDescription"]["text"] == "A file or record that cannot be read."


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.md", "---\ntitle: é\n---\n\nÉlan 𝒜 *risky* badword.\n"),
        ("a.csv", 'title,text\nÉ,"Élan ""𝒜"" badword."\n'),
        ("a.jsonl", '{"text": "Élan \\u00e9 𝒜 badword."}\n'),
        ("b.txt", "\ufeffÉlan badword.\r\nÉlan badword."),
    ],
)
def test_reviewdog_finds_every_place_by_its_bytes(check, newsroom, name, text):
    file = newsroom / name
    file.write_bytes(text.encode())
    written = [json.loads(line) for line in check(name, "--format", "rdjsonl").out.splitlines()]
    places = [one["location"]["range"] for one in written if one["code"]["value"] == "LOC001"]
    assert places
    lines = file.read_bytes().split(b"\n")
    for place in places:
        start, end = place["start"], place["end"]
        assert start["line"] == end["line"]
        line = lines[start["line"] - 1]
        assert line[start["column"] - 1 : end["column"] - 1] == b"badword"


def test_a_reporter_that_describes_rules_is_given_them():
    class Describing(Json):
        name = "describing"

        def with_rules(self, rules):
            assert [one.code for one in rules] == ["NLX001", "NLX002", "NLX003", "NLX004"]
            return builtin_reporter("junit")

    book = Book(rules=(), reporters=(Describing(),))
    assert choose_outputs("describing", (), "auto", book).screen.name == "junit"


def test_a_format_that_a_plugin_brings_goes_before_the_one_of_that_name():
    mine = Json(name="sarif")
    assert choose_outputs("sarif", (), "auto", Book(rules=(), reporters=(mine,))).screen is mine
