"""Posts, pages, an export and a feed with planted defects, from the first check to pre-commit."""

import json
import re
import tomllib
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote
from xml.etree import ElementTree as ET

import pytest
import yaml
from jsonschema import Draft4Validator
from marks import NAMES, Planted, Planting

from newslint.raw import LineIndex

SCHEMA = Path(__file__).parents[2] / "shared" / "schemas" / "sarif-schema-2.1.0.json"
"""Of OASIS, beside the checkout; see `tests/reporters/test_sarif.py`."""

BASELINE = ".newslint-baseline.json"
NEW = {
    "posts": ("clean.md", "Adeyemi said the cellar"),
    "pages": ("clean.html", "the choir said"),
    "export": ("export.jsonl", "will close at the end"),
    "feed": ("news.json", "said the mild winter"),
}
"""Where in a clean article a ``the`` is planted twice."""
ARTICLE = {
    "export": '{"id": "n", "title": "Fog", "text": "Fog closed the port on Monday, it said."}\n\n',
    "feed": '\n{"uri": "n", "headline": "Fog", "body_text": "Fog closed the port, it said."},\n',
}
"""Clean records, with the blank lines around them."""


@pytest.fixture(params=NAMES)
def planting(request) -> Planting:
    return Planting(request.param)


@pytest.fixture
def content(planting, here) -> Path:
    """The working directory with the articles in it."""
    return write(here, planting.files())


@pytest.fixture
def check(content, run_newslint):
    def run(*arguments: str):
        return run_newslint("check", ".", "--no-cache", *arguments)

    return run


def write(root: Path, files: dict[str, str]) -> Path:
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(text.encode())
    return root


def read(root: Path, planting: Planting) -> dict[str, str]:
    return {path: (root / path).read_bytes().decode() for path in planting.files()}


def stands_at(root: Path, path: str, start: tuple[int, int], end: tuple[int, int]) -> str:
    """The characters of a file between two places, in lines and code points."""
    index = LineIndex((root / path).read_bytes().decode("utf-8-sig"))
    return index.source[index.offset(*start) : index.offset(*end)]


def found(root: Path, jsonl: str) -> list[Planted]:
    """What `--format jsonl` says was found."""
    records = [json.loads(line) for line in jsonl.splitlines()]
    return sorted(
        Planted(
            one["path"],
            one["record"] and one["record"]["index"],
            one["line"],
            one["column"],
            one["code"],
            stands_at(
                root,
                one["path"],
                (one["line"], one["column"]),
                (one["end_line"], one["end_column"]),
            ),
        )
        for one in records
    )


def parse(path: str, text: str) -> None:
    """Read a file by other means than newslint's; fails where it is broken."""
    if path.endswith(".json"):
        json.loads(text)
    elif path.endswith(".jsonl"):
        for line in text.splitlines():
            json.loads(line or "{}")
    elif path.endswith((".html", ".htm")):
        HTMLParser().feed(text)
        assert text.count("<p>") == text.count("</p>")
        for script in re.findall(r"ld\+json\">(.*?)</script>", text, re.DOTALL):
            json.loads(script)
    elif text.startswith("---"):
        yaml.compose(text.split("---\n")[1])
    elif text.startswith("+++"):
        tomllib.loads(text.split("+++\r\n")[1])


def test_what_is_planted_is_found_and_nothing_else(check, content, planting):
    ran = check("--format", "jsonl")
    assert found(content, ran.out) == planting.planted()
    assert ran.status == 1
    assert not any("clean" in one.path for one in planting.planted())
    assert len({one.code for one in planting.planted()}) >= 3


@pytest.mark.parametrize("unsafe", [False, True])
def test_fixes_mend_what_they_can_and_leave_the_rest(check, content, planting, unsafe):
    given = ["--fix", "--unsafe-fixes"] if unsafe else ["--fix"]
    left = planting.unfixable() if unsafe else planting.unsafe()
    ran = check(*given, "--format", "jsonl")
    mended = read(content, planting)
    assert mended == planting.mended(unsafe=unsafe)
    assert ran.out.count("\n") == left
    for path, text in mended.items():
        parse(path, text)
    assert check(*given, "--format", "jsonl") == ran
    assert read(content, planting) == mended


def test_every_report_names_every_place(check, content, planting):
    names = ("sarif", "gitlab", "junit", "rdjsonl", "json", "jsonl", "concise")
    given = (part for name in names for part in ("--output-format", f"{name}=out.{name}"))
    screen = check("--format", "github", *given).out
    report = {name: (content / f"out.{name}").read_text(encoding="utf-8") for name in names}
    planted = planting.planted()
    places = [(one.path, one.line, one.code) for one in planted]

    log = json.loads(report["sarif"])
    if SCHEMA.exists():
        Draft4Validator(json.loads(SCHEMA.read_text(encoding="utf-8"))).validate(log)
    assert sorted(in_sarif(content, one) for one in log["runs"][0]["results"]) == [
        (one.path, one.line, one.column, one.code, one.text) for one in planted
    ]
    assert sorted(
        (one["location"]["path"], one["location"]["positions"]["begin"]["line"], one["check_name"])
        for one in json.loads(report["gitlab"])
    ) == sorted(places)
    assert [
        (suite.get("name"), *re.search(r"^(\w+) .* (\d+):\d+$", case.get("name")).groups())
        for suite in ET.fromstring(report["junit"].encode())
        for case in suite
    ] == [(path, code, str(line)) for path, line, code in places]
    assert [in_rdjsonl(content, json.loads(line)) for line in report["rdjsonl"].splitlines()] == [
        (one.path, one.line, one.code, one.text) for one in planted
    ]
    assert found(content, report["jsonl"]) == planted
    assert len(json.loads(report["json"])["diagnostics"]) == len(planted)
    assert report["concise"].count("\n") == len(planted)
    annotated = re.findall(
        r"^::\w+ title=(\w+) [\w-]+,file=([^,]*),line=(\d+),", screen, re.MULTILINE
    )
    assert [(path, int(line), code) for code, path, line in annotated] == places


def in_sarif(root: Path, result: dict) -> tuple[str, int, int, str, str]:
    place = result["locations"][0]["physicalLocation"]
    path, region = unquote(place["artifactLocation"]["uri"]), place["region"]
    start = region["startLine"], region["startColumn"]
    text = stands_at(root, path, start, (region["endLine"], region["endColumn"]))
    return (path, *start, result["ruleId"], text)


def in_rdjsonl(root: Path, one: dict) -> tuple[str, int, str, str]:
    """Where a diagnostic of reviewdog stands, its columns taken for bytes of the line."""
    path, place = one["location"]["path"], one["location"]["range"]
    lines = (root / path).read_bytes().split(b"\n")
    assert place["start"]["line"] == place["end"]["line"]
    line = lines[place["start"]["line"] - 1]
    text = line[place["start"]["column"] - 1 : place["end"]["column"] - 1].decode()
    return path, place["start"]["line"], one["code"]["value"], text


@pytest.fixture
def baseline(content, run_newslint):
    def run(*arguments: str):
        return run_newslint("baseline", ".", "--no-cache", "--baseline", BASELINE, *arguments)

    return run


def test_what_is_found_today_is_accepted_and_what_is_new_is_not(check, baseline, content, planting):
    assert baseline().status == 0
    silent = check("--baseline", BASELINE, "--format", "jsonl")
    assert (silent.status, silent.out) == (0, "")

    path, clean = NEW[planting.name]
    doubled = clean.replace("the ", "the the ")
    text = (content / path).read_bytes().decode()
    assert text.count(clean) == 1
    write(content, {path: text.replace(clean, doubled)})
    ran = check("--baseline", BASELINE, "--format", "jsonl")
    (new,) = found(content, ran.out)
    assert (ran.status, new.path, new.code, new.text) == (1, path, "GAR004", "the the")


def test_what_moves_stays_accepted(check, baseline, content, planting):
    baseline()
    write(content, {path: moved(planting.name, text) for path, text in planting.files().items()})
    for path, text in read(content, planting).items():
        parse(path, text)
    lines = [json.loads(line)["line"] for line in check("--format", "jsonl").out.splitlines()]
    assert sorted(lines) != sorted(one.line for one in planting.planted())
    silent = check("--baseline", BASELINE, "--format", "jsonl")
    assert (silent.status, silent.out) == (0, "")


def moved(name: str, text: str) -> str:
    """A file with lines above what is planted that were not there."""
    if name == "pages":
        return f"<!-- Moved. -->\n\n\n{text}"
    if name == "export":
        return ARTICLE[name] + text
    if name == "feed":
        return text.replace('"items": [', f'"items": [{ARTICLE[name]}')
    given = {"---": "---\nweight: 3\n", "+++": "+++\r\nweight = 3\r\n"}.get(text[:3])
    if given is None:
        return text.replace("Author:", "Slug: market\nAuthor:")
    return given + text[3:].lstrip()


def test_a_baseline_shrinks_by_what_was_mended(check, baseline, content, planting):
    baseline()
    after = planting.mended(unsafe=True)
    write(content, after)
    stale = check("--baseline", BASELINE, "--format", "jsonl")
    told = [json.loads(line) for line in stale.out.splitlines()]
    changed = {path for path, text in planting.files().items() if text != after[path]}
    assert [(one["path"], one["code"]) for one in told] == [
        (path, "NLX004") for path in sorted(changed)
    ]
    assert baseline("--prune").status == 0
    kept = json.loads((content / BASELINE).read_text(encoding="utf-8"))["findings"]
    assert len(kept) == planting.unfixable()
    silent = check("--baseline", BASELINE, "--format", "jsonl")
    assert (silent.status, silent.out) == (0, "")


@pytest.mark.slow
def test_pre_commit_blocks_what_is_planted_until_it_is_accepted(repository, run_newslint, planting):
    content = repository("newslint-fix", "newslint")
    write(content.root, planting.files())
    content.git("add", "-A")
    blocked = content.pre_commit("run", "--all-files")
    assert blocked.returncode == 1
    said = blocked.stdout + blocked.stderr
    assert "files were modified by this hook" in said
    fixing, linting = said.split("hook id: newslint\n")
    assert read(content.root, planting) == planting.mended(unsafe=False)
    assert len(re.findall(r"^ *--> ", fixing, re.MULTILINE)) == planting.unsafe()
    assert len(re.findall(r"^ *--> ", linting, re.MULTILINE)) == planting.unsafe()
    assert "clean" not in said

    (content.root / "newslint.toml").write_text(f'baseline = "{BASELINE}"\n')
    assert run_newslint("baseline", ".", "--no-cache", cwd=content.root).status == 0
    content.git("add", "-A")
    passed = content.pre_commit("run", "--all-files")
    assert passed.returncode == 0, passed.stdout + passed.stderr
