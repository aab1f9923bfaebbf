import os
import re
import tomllib
from pathlib import Path

import pytest

from newslint.cli.plain import read_check

STORY = (
    "The council of Hartley on Tuesday approved a plan to build a bridge over the river Arle. "
    "Mayor Ellen Marsh saidthat the work would begin in the spring and take about two years. "
    "Those who live near the old bridge have had to take a detour since last autumn."
)


@pytest.fixture
def site(here):
    """A site as a newsroom has it, with two garbled words, and a template that is no article."""
    for name, text in {
        "hugo.toml": "title = 'News'\n",
        "archetypes/default.md": "---\ntitle: '{{ .Name }}'\n---\n",
        **{
            f"content/news/{n}.md": f"---\ntitle: Bridge {n}\nkicker: x\n---\n{text}\n"
            for n, text in enumerate([STORY] * 2 + [STORY.replace("saidthat", "said that")] * 10)
        },
    }.items():
        file = here / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
    return here


def test_a_site_gets_a_configuration_and_its_editor_is_told_what_was_found(run_newslint, site):
    ran = run_newslint("init")
    assert (ran.status, ran.err) == (0, "")
    found, _, following = ran.out.partition("wrote newslint.toml\n")
    assert found.splitlines() == [
        "12 articles: 12 .md in content/news",
        "site: Hugo",
        "left out: archetypes (Hugo's templates)",
        "front matter: kicker 12, title 12",
        "language: en 12",
        "first look at 12 articles: 2 found (error 2): garbled 2",
    ]
    assert tomllib.loads((site / "newslint.toml").read_text()) == {
        "extend-exclude": ["archetypes/**"],
        "language": "en",
    }
    assert "newslint check ." in following
    assert "id: newslint-corpus" in following


def test_the_configuration_works_at_once(run_newslint, site):
    run_newslint("init")
    ran = run_newslint("check", ".", "--format", "concise", "--extend-ignore", "corpus-rules")
    assert ran.status == 1
    assert [line.partition(" ")[0] for line in ran.out.splitlines()] == [
        "content/news/0.md:5:108:", "content/news/1.md:5:108:",
    ]  # fmt: skip
    assert "archetypes" not in run_newslint("check", ".", "--show-files").out


def test_what_to_do_next_can_be_done(run_newslint, site):
    lines = re.findall(r"^  newslint (.*?)  ", run_newslint("init").out, re.MULTILINE)
    assert [line.split()[0] for line in lines] == ["check", "baseline"]
    assert read_check(lines[0].split()) is not None
    assert run_newslint(*lines[1].split()).status == 0
    assert run_newslint(*lines[0].split(), "--baseline", ".newslint-baseline.json").status == 0


def test_the_same_folder_gives_the_same_configuration(newslint_process, site):
    first, second = (
        newslint_process("init", "--stdout", cwd=site, PYTHONHASHSEED=seed) for seed in "12"
    )
    assert (first.stdout, first.stderr) == (second.stdout, second.stderr)


def test_it_can_be_seen_without_being_written(run_newslint, site):
    shown = run_newslint("init", "--stdout")
    assert shown.status == 0
    assert not (site / "newslint.toml").exists()
    assert "12 articles" in shown.err
    run_newslint("init")
    assert (site / "newslint.toml").read_text() == shown.out
    assert run_newslint("init", "--stdout").out == shown.out


@pytest.mark.parametrize("name", ["newslint.toml", ".newslint.toml", "pyproject.toml"])
@pytest.mark.parametrize("above", [False, True])
def test_no_configuration_is_overwritten_or_hidden(run_newslint, site, name, above):
    file = (site.parent if above else site) / name
    text = "[tool.newslint]\nignore = ['dates']\n" if "project" in name else "ignore = ['dates']\n"
    file.write_text(text)
    ran = run_newslint("init")
    assert (ran.status, ran.out) == (2, "")
    assert f"{file} {'governs this folder' if above else 'is already here'}" in ran.err
    assert file.read_text() == text
    assert above or name == "newslint.toml" or not (site / "newslint.toml").exists()


def test_a_pyproject_of_something_else_is_no_configuration(run_newslint, site):
    (site / "pyproject.toml").write_text("[tool.other]\n")
    assert run_newslint("init").status == 0
    assert (site / "newslint.toml").exists()


def test_an_empty_folder_gets_a_configuration_to_begin_with(run_newslint, here):
    ran = run_newslint("init")
    assert ran.status == 0
    assert ran.out.startswith("no articles here yet\nwrote newslint.toml\n")
    checked = run_newslint("check", ".")
    assert (checked.status, checked.err) == (0, "newslint: no articles found\n")


def test_files_without_articles_are_counted_and_long_lists_cut_short(run_newslint, here):
    (here / "settings.json").write_text('{"rows": 3}')
    for folder in "abcd":
        (here / folder).mkdir()
        for n in range(3):
            (here / folder / f"{n}.json").write_text('{"rows": 3}')
    said = run_newslint("init").out.splitlines()
    assert said[0] == "no articles found in 1 .json"
    folders = ", ".join(f"{folder} (data without articles)" for folder in "abc")
    assert said[1] == f"left out: {folders} and 1 more"


def test_where_nothing_can_be_written_it_says_so(run_newslint, site, monkeypatch):
    (site / "newslint.toml").mkdir()  # a folder of that name is no configuration
    ran = run_newslint("init")
    assert ran.status == 2
    assert "newslint.toml: cannot be written: " in ran.err


def test_a_full_disk_leaves_no_half_of_a_configuration(run_newslint, site, monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("newslint.files.os.fsync", full)
    before = sorted(site.iterdir())
    ran = run_newslint("init")
    assert ran.status == 2
    assert "newslint.toml: cannot be written: No space left on device" in ran.err
    assert sorted(site.iterdir()) == before


def test_names_of_files_and_fields_cannot_write_to_the_terminal(run_newslint, here):
    (here / "a\x1b[2J").mkdir()
    for n in range(12):
        (here / "a\x1b[2J" / f"{n}.md").write_text(f"---\n'k\x9b1m\\e': x\n---\n{STORY}\n")
    ran = run_newslint("init")
    assert ran.status == 0
    assert "a\\x1b[2J" in ran.out
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", ran.out)


@pytest.mark.skipif(os.name == "nt", reason="names are text there")
def test_a_folder_whose_name_is_no_text_does_not_end_it(newslint_process, here):
    raw = os.fsencode(here) + b"/sit\xe9"
    Path(os.fsdecode(raw + b"/layouts")).mkdir(parents=True)
    for name in (b"/hugo.toml", b"/layouts/a.html", b"/a.md"):
        Path(os.fsdecode(raw + name)).write_text(STORY)
    done = newslint_process("init", cwd=here)
    assert done.returncode == 0, done.stderr
    assert tomllib.loads((here / "newslint.toml").read_text()) == {}
    assert newslint_process("check", ".", cwd=here).returncode == 1


def test_a_field_that_is_right_for_some_files_only_is_named_and_not_settled(run_newslint, here):
    (here / "a.csv").write_text("nr,brodtext\n" + "".join(f'{n},"{STORY}"\n' for n in range(4)))
    (here / "b.csv").write_text(f'nr,text\n1,"{STORY}"\n')
    ran = run_newslint("init")
    assert "not read: a.csv seems to have its texts in 'brodtext'; not settled" in ran.out
    assert "fields" not in tomllib.loads((here / "newslint.toml").read_text())


def test_files_in_several_encodings_are_named_and_none_is_settled(run_newslint, here):
    for n in range(5):
        text = "Le maire a été réélu dans la ville par les habitants, a dit le conseil."
        (here / f"{n}.txt").write_bytes(text.encode("cp1252" if n else "utf-8"))
    ran = run_newslint("init")
    assert "encoding: not UTF-8: 1.txt, 2.txt, 3.txt and 1 more; one 'encoding' is not" in ran.out
    assert "encoding" not in tomllib.loads((here / "newslint.toml").read_text())
