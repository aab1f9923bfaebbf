"""The bundled rules: their examples, and what every one of them must say about itself."""

import re
from functools import cache
from pathlib import Path

import pytest

from newslint.book import Book
from newslint.examples import parse_about
from newslint.plugins import load_book
from newslint.rulebook import Rule
from newslint.trial import try_rule
from newslint_rules import HELPERS

RULES = Path(__file__).parents[2] / "rules" / "newslint_rules"


@cache
def book() -> Book:
    return load_book(awake=True)


def bundled() -> list[Rule]:
    return [one for one in book().rules if RULES in Path(one.file or "/").parents]


CODES = [one.code for one in bundled()]


@pytest.mark.parametrize("one", bundled(), ids=CODES)
def test_a_page_says_what_the_rule_misses_and_where_it_errs(one):
    """Editors trust a rule whose limits they know."""
    prose = parse_about(one.about).prose
    assert re.search(r"\bmiss(?:es)?\b", prose)
    assert re.search(r"\berrs\b", prose)


def test_the_book_is_not_empty():
    assert len(CODES) > 8


@pytest.fixture(params=CODES)
def rule(request) -> Rule:
    return book().by_code[request.param]


def test_its_examples_hold(rule):
    count, failures = try_rule(rule, book())
    assert failures == [], "\n".join(map(str, failures))
    assert count


def test_it_has_a_bad_and_a_good_example(rule):
    kinds = {example.kind for example in parse_about(rule.about).examples}
    assert kinds == {"bad", "good"}


def test_it_says_what_it_finds_and_where_it_errs(rule):
    summary, *prose = parse_about(rule.about).prose.split("\n\n")
    assert summary.rstrip().endswith(".")
    assert len(" ".join(prose).split()) >= 10, "tell why it matters and where it errs"


def test_its_family_is_its_folder(rule):
    assert rule.family == Path(rule.file).parent.name.replace("_", "-")


def test_its_file_is_called_like_it(rule):
    if Path(rule.file).suffix == ".py":
        assert Path(rule.file).stem == rule.name.replace("-", "_")


def test_its_options_are_explained(rule):
    assert [option.name for option in rule.options if not option.help] == []


def test_its_name_reads_after_allow(rule):
    assert not re.match(r"(check|find|detect|avoid|forbid)-", rule.name)


def test_what_it_supersedes_exists(rule):
    planned = {code for code in rule.supersedes if code not in book().by_code}
    assert planned == set()


def test_codes_of_a_family_begin_alike():
    letters: dict[str, set[str]] = {}
    for one in bundled():
        letters.setdefault(one.family, set()).add(one.code[:3])
    assert all(len(found) == 1 for found in letters.values()), letters


def test_every_module_without_rules_is_named():
    named = [f"{family}/{name}.py" for family, names in HELPERS.items() for name in names.split()]
    unmarked = [
        file.relative_to(RULES).as_posix()
        for file in RULES.rglob("*.py")
        if file.name != "__init__.py" and "@rule(" not in file.read_text(encoding="utf-8")
    ]
    assert sorted(named) == sorted(unmarked)
