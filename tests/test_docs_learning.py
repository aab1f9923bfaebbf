"""What docs/learning.md shows is what happens."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from newslint.cli import main
from newslint.config import load_config
from newslint.learning import corpus_file
from newslint_rules.garbled import learned_words

PAGE = (Path(__file__).parent.parent / "docs" / "learning.md").read_text(encoding="utf-8")
BLOCKS = dict(re.findall(r"^```(\w+)\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL))


def test_the_configuration_shown_is_one(tmp_path: Path):
    (tmp_path / "newslint.toml").write_text(BLOCKS["toml"])
    assert load_config(tmp_path / "newslint.toml").learned == (tmp_path / "corpus.newslint",)


def test_the_rule_shown_passes_its_examples(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    (tmp_path / "rare_word.py").write_text(BLOCKS["python"])
    assert main(["test", "--isolated", str(tmp_path)]) == 0
    assert "1 rule, 2 examples: all pass" in capsys.readouterr().out


def test_the_numbers_told_are_those_of_the_code():
    assert "three or more *different* lines" in PAGE
    assert learned_words._LINES == corpus_file.LEAST == 3
    assert "one for every ten of its articles" in PAGE
    assert learned_words._LINES_AN_ARTICLE == 1 / 10
    assert "used by two or more outlets, and no outlet has more than nine tenths" in PAGE
    assert (learned_words._OUTLETS, learned_words._CONCENTRATION) == (2, 0.9)
    assert "one article for 500" in PAGE
    assert learned_words._RATIO == 1 / 500
    assert re.search(rf"one of every\s+{corpus_file.WORDS_IN:,}", PAGE)
