"""What the README and the rule page show is what happens."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
RULE_PAGE = (ROOT / "rules" / "README.md").read_text(encoding="utf-8")
SNIPPET = re.compile(
    r"^```(python|toml)\n# (newsroom/rules/\S+)\n(.*?)^```", re.MULTILINE | re.DOTALL
)


def test_two_commands_of_one_line_lead(run_newslint) -> None:
    first, second = re.findall(r"^```sh\n(.*)\n```$", README, re.MULTILINE)[:2]
    for command in (first, second):
        assert command.startswith("python3 -m venv .venv && ")
    assert "newslint check seeds" in first
    assert "pytest" in second


def test_the_output_shown_is_what_is_printed(run_newslint) -> None:
    shown = re.search(r"^```\n(GAR001.*?)^```", README, re.MULTILINE | re.DOTALL)
    assert shown is not None
    arguments = ("check", "seeds/fused_words_harbour.txt", "--select", "GAR001")
    assert shown[1] in run_newslint(*arguments, cwd=ROOT).out


def test_the_configuration_shown_is_valid(run_newslint, tmp_path: Path) -> None:
    shown = re.search(r"^```toml\n(.*?)^```", README, re.MULTILINE | re.DOTALL)
    assert shown is not None
    (tmp_path / "a.txt").write_text("The harbour was closed on Monday, the port said.\n")
    assert run_newslint("learn", "a.txt", "-o", "corpus.newslint", cwd=tmp_path).status == 0
    (tmp_path / "newslint.toml").write_text(shown[1])
    (tmp_path / "newsroom" / "rules").mkdir(parents=True)
    (tmp_path / "terms.txt").write_text("")
    assert run_newslint("baseline", "a.txt", cwd=tmp_path).status == 0
    ran = run_newslint("check", "a.txt", cwd=tmp_path)
    assert (ran.status, ran.err) == (0, "")


@pytest.mark.parametrize(("language", "name", "content"), SNIPPET.findall(RULE_PAGE))
def test_the_rules_shown_pass_their_own_examples(
    run_newslint, tmp_path: Path, language: str, name: str, content: str
) -> None:
    file = tmp_path / name
    file.parent.mkdir(parents=True)
    file.write_text(content)
    (tmp_path / "newslint.toml").write_text('rules = ["newsroom/rules"]\n')
    ran = run_newslint("test", "newsroom/rules", cwd=tmp_path)
    assert (ran.status, ran.err) == (0, ""), ran.out
    assert ran.out.startswith("1 rule, ")


def test_snippets_of_both_kinds_are_there() -> None:
    assert {found[0] for found in SNIPPET.findall(RULE_PAGE)} == {"python", "toml"}
