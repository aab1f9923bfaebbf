import ast
import importlib
import inspect
import json
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import newslint

ROOT = Path(__file__).parent.parent


def kind_and_name(name: str) -> tuple[int, str]:
    """Constants, then classes, then functions, as ruff sorts ``__all__``."""
    return (0 if name.isupper() else 1 if name[0].isupper() else 2), name


def told_to_type_checkers() -> dict[str, str]:
    """Each name `newslint` imports for type checkers, and the module it is imported from."""
    tree = ast.parse(Path(newslint.__file__).read_text(encoding="utf-8"))
    (block,) = (one for one in tree.body if isinstance(one, ast.If) and "from " in ast.unparse(one))
    imports = [one for one in block.body if isinstance(one, ast.ImportFrom)]
    return {name.asname or name.name: one.module for one in imports for name in one.names}


def test_the_public_names_are_sorted_and_complete():
    assert newslint.__all__ == sorted(set(newslint.__all__), key=kind_and_name)
    assert set(newslint.__all__) == told_to_type_checkers().keys()
    assert set(newslint.__all__) <= set(dir(newslint))


@pytest.mark.parametrize(("name", "home"), told_to_type_checkers().items())
def test_a_public_name_is_at_run_time_what_type_checkers_take_it_for(name, home):
    assert getattr(newslint, name) is getattr(importlib.import_module(home), name)


def test_what_is_not_public_is_not_there():
    with pytest.raises(AttributeError, match="module 'newslint' has no attribute 'nothing'"):
        newslint.nothing  # noqa: B018
    with pytest.raises(ImportError):
        from newslint import nothing  # noqa: F401


# Constants, aliases and markers are explained where they are defined.
DOCUMENTED = [
    name
    for name in newslint.__all__
    if inspect.isclass(value := getattr(newslint, name))
    or inspect.isfunction(inspect.unwrap(value))
]


def test_most_public_names_can_have_documentation():
    assert {"Doc", "Span", "rule", "lexicon"} <= set(DOCUMENTED)


@pytest.mark.parametrize("name", DOCUMENTED)
def test_a_public_name_is_documented(name):
    value = getattr(newslint, name)
    assert inspect.getdoc(value)
    if inspect.isclass(value):
        for key, member in vars(value).items():
            plain = inspect.isfunction(member) or isinstance(member, property | classmethod)
            if plain and not key.startswith("_"):
                assert inspect.getdoc(member), f"{name}.{key}"


HEAVY = (
    "ahocorasick_rs", "asyncio", "click", "concurrent.futures", "dateparser", "ftfy",
    "hypothesis", "multiprocessing", "pathspec", "pytest", "regex", "yaml",
)  # fmt: skip


def loaded(*arguments: str) -> set[str]:
    program = (
        "import sys, json\n"
        f"{arguments[0]}\n"
        f"print(json.dumps([one for one in {HEAVY!r} if one in sys.modules]))"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=60
    )
    return set(json.loads(ran.stdout.splitlines()[-1]))


def test_importing_newslint_imports_nothing_heavy():
    assert loaded("import newslint") == set()


def test_asking_for_the_version_imports_no_engine():
    assert loaded("from newslint.cli import main; main(['--version'])") <= {"click"}


def test_checking_a_plain_text_imports_only_what_it_needs(tmp_path):
    (tmp_path / "a.txt").write_text("Nothing.\n")
    needed = loaded(
        f"from newslint.cli import main; main(['check', '--isolated', '{tmp_path}/a.txt'])"
    )
    assert not needed & {"dateparser", "yaml", "hypothesis", "pytest", "asyncio"}


def test_the_package_is_typed():
    assert (ROOT / "newslint" / "py.typed").exists()


def test_newslint_never_imports_the_bundled_rules():
    for file in (ROOT / "newslint").rglob("*.py"):
        text = file.read_text(encoding="utf-8")
        assert "import newslint_rules" not in text, file
        assert "from newslint_rules" not in text, file


def test_the_bundled_rules_import_only_the_public_api_and_their_own_family():
    for file in (ROOT / "rules" / "newslint_rules").rglob("*.py"):
        for line in file.read_text(encoding="utf-8").splitlines():
            words = line.split()
            if words[:1] in (["from"], ["import"]) and words[1].startswith("newslint"):
                family = f"newslint_rules.{file.parent.name}"
                assert words[1] == "newslint" or words[1].startswith(family), f"{file}: {line}"


def test_the_example_plugin_is_one_that_installs():
    table = tomllib.loads((ROOT / "examples/newslint-example/pyproject.toml").read_text())
    assert table["project"]["entry-points"]["newslint"] == {"example": "newslint_example"}
