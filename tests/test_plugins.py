import sys
from pathlib import Path
from textwrap import dedent

import pytest
from making import BAD_WORD, SHOUTING

from newslint import plugins
from newslint.book import Book
from newslint.engine_rules import ENGINE_FAMILY, ENGINE_RULES
from newslint.errors import PluginError
from newslint.installed import Entry
from newslint.plugins import RESERVED, load_book

RULE = '''
from newslint import rule

@rule("{code}")
def {name}(doc):
    """Words."""
    return ()
'''
TOML = """
[[rule]]
code = "{code}"
name = "{name}"
message = "m"
about = "Words."
forbid = ["x"]
"""


def python(code="HOU001", name="house_rule") -> str:
    return RULE.format(code=code, name=name)


def toml(code="HOU002", name="house-word") -> str:
    return TOML.format(code=code, name=name)


@pytest.fixture
def folder(tmp_path):
    """Write files into a rules folder: `folder({"a.py": ...})`."""

    def write(files: dict[str, str], name: str = "rules") -> Path:
        root = tmp_path / name
        for file, content in files.items():
            (root / file).parent.mkdir(parents=True, exist_ok=True)
            (root / file).write_text(dedent(content))
        return root

    return write


@pytest.fixture
def installed(tmp_path, monkeypatch):
    """Install packages: `installed(acme={"__init__.py": ...})`, as entry points of that name."""

    def install(**packages: dict[str, str]) -> None:
        entries = []
        for name, files in packages.items():
            for file, content in files.items():
                path = tmp_path / "site" / name / file
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(dedent(content))
            entries.append(Entry(name, name, name, "1.0"))
        monkeypatch.syspath_prepend(tmp_path / "site")
        monkeypatch.setattr(plugins, "entries", lambda group: entries)

    yield install
    for module in [one for one in sys.modules if one.split(".")[0] in {"acme", "other"}]:
        del sys.modules[module]


@pytest.fixture(autouse=True)
def _nothing_installed(monkeypatch):
    monkeypatch.setattr(plugins, "entries", lambda group: [])


def listed(book: Book) -> list[tuple[str, str, str]]:
    return [(one.code, one.name, one.family) for one in book.rules]


def test_a_folder_is_walked_for_rules_in_both_kinds_of_files(folder):
    root = folder(
        {
            "top.py": python("HOU001", "top"),
            "house_style/words.toml": toml("HOU002", "words"),
            "house_style/deep/far.py": python("HOU003", "far"),
        }
    )
    assert listed(load_book([root])) == [
        ("HOU001", "top", "local"),
        ("HOU002", "words", "house-style"),
        ("HOU003", "far", "deep"),
    ]


def test_the_family_of_a_folder_not_called_rules_is_its_name(folder):
    root = folder({"a.py": python(), "b.toml": toml()}, name="House_Rules")
    assert {family for *_, family in listed(load_book([root]))} == {"house-rules"}


def test_what_is_no_rule_file_is_not_run(folder):
    trap = "raise RuntimeError('ran')"
    names = ("conftest.py", "setup.py", "__main__.py", "tests/test_a.py", ".hidden/a.py")
    root = folder({**dict.fromkeys(names, trap), "pyproject.toml": "[x]", "a.py": python()})
    assert len(load_book([root]).rules) == 1


def test_modules_of_a_folder_may_import_each_other(folder):
    root = folder(
        {
            "helper.py": "WORD = 'x'",
            "a.py": "from .helper import WORD" + python(),
            "sub/b.py": "from ..helper import WORD" + python("HOU002", "other"),
        }
    )
    assert len(load_book([root]).rules) == 2


def test_a_rule_imported_into_another_module_is_one_rule(folder):
    root = folder({"a.py": python(), "b.py": "from .a import house_rule"})
    assert len(load_book([root]).rules) == 1


def test_two_folders_with_files_of_one_name_do_not_get_in_each_others_way(folder):
    one = folder({"a.py": python("HOU001", "first")}, name="one")
    other = folder({"a.py": python("HOU002", "second")}, name="two")
    path = list(sys.path)
    assert [code for code, *_ in listed(load_book([one, other]))] == ["HOU001", "HOU002"]
    assert sys.path == path


def test_a_folder_named_twice_is_read_once(folder):
    root = folder({"a.py": python()})
    assert len(load_book([root, root / ".." / "rules"]).rules) == 1


def test_a_single_file_can_be_read(folder):
    root = folder({"a.py": python(), "b.py": python("HOU002", "other")})
    assert [code for code, *_ in listed(load_book([root / "a.py"]))] == ["HOU001"]


def test_without_local_rules_data_is_read_and_nothing_is_run(folder):
    root = folder({"a.py": "raise RuntimeError('ran')", "b.toml": toml()})
    assert [code for code, *_ in listed(load_book([root], local_rules=False))] == ["HOU002"]


def test_a_missing_folder_is_an_error(tmp_path):
    with pytest.raises(PluginError, match="nowhere does not exist"):
        load_book([tmp_path / "nowhere"])


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("import nothing_of_that_name", "ModuleNotFoundError"),
        ("1 / 0", "ZeroDivisionError"),
        ("def (", "SyntaxError"),
        ("import sys; sys.exit(0)", "SystemExit"),
        ("from newslint import rule\n@rule('bad')\ndef a(doc): ''", "must look like 'ABC123'"),
        ("from newslint import rule\n@rule('HOU001')\ndef a(doc): return ()", "no docstring"),
    ],
)
def test_a_file_that_does_not_load_stops_the_run(folder, content, expected):
    root = folder({"broken.py": content})
    with pytest.raises(PluginError, match=expected) as caught:
        load_book([root])
    assert str(root) in str(caught.value)


def test_a_broken_toml_file_is_named(folder):
    root = folder({"broken.toml": "[[rule"})
    with pytest.raises(PluginError, match=r"broken\.toml: not valid TOML"):
        load_book([root])


def test_a_toml_file_that_is_not_utf8_is_named(folder):
    root = folder({"broken.toml": ""})
    (root / "broken.toml").write_bytes(b"\xff\xfe")
    with pytest.raises(PluginError, match=r"broken\.toml: cannot be read"):
        load_book([root])


@pytest.mark.parametrize(
    ("one", "other", "key"),
    [
        (python("HOU001", "one"), python("HOU001", "two"), "HOU001"),
        (python("HOU001", "one"), python("HOU002", "one"), "one"),
    ],
)
def test_two_rules_of_one_code_or_name_clash(folder, one, other, key):
    root = folder({"a.py": one, "b.py": other})
    with pytest.raises(PluginError, match=f"{key} is claimed by two rules: one "):
        load_book([root])


def test_a_rule_and_a_family_of_one_name_clash(folder):
    root = folder({"style/a.py": python("HOU001", "words"), "b.py": python("HOU002", "style")})
    with pytest.raises(PluginError, match=r"'style' is the name of a rule of .* and of a family"):
        load_book([root])


@pytest.mark.parametrize(
    ("file", "content"),
    [
        ("a.py", python("NLX001", "mine")),
        ("a.py", python("NLX900", "mine")),
        ("a.py", python("HOU001", "all")),
        ("a.toml", toml("HOU001", "rule-crashed")),
        ("engine/a.py", python()),
        ("all/a.toml", toml()),
    ],
)
def test_names_that_mean_something_else_are_reserved(folder, file, content):
    with pytest.raises(PluginError, match="newslint's own"):
        load_book([folder({file: content})])


def test_everything_the_engine_reports_is_reserved():
    assert {one.name for one in ENGINE_RULES} | {ENGINE_FAMILY} <= RESERVED
    assert all(one.code.startswith(plugins.RESERVED_PREFIX) for one in ENGINE_RULES)


def test_an_installed_package_is_walked_like_a_folder(installed):
    installed(
        acme={
            "__init__.py": "",
            "__main__.py": "raise RuntimeError('ran')",
            "house_style/words.py": python("ACM001", "words"),
            "house_style/style.toml": toml("ACM002", "style"),
            "top.py": python("ACM003", "top"),
        }
    )
    assert listed(load_book()) == [
        ("ACM001", "words", "house-style"),
        ("ACM002", "style", "house-style"),
        ("ACM003", "top", "acme"),
    ]


def test_a_plugin_left_out_is_not_even_imported(installed):
    installed(acme={"__init__.py": "raise RuntimeError('ran')"})
    assert load_book(without=["acme"]).rules == ()


def test_a_plugin_that_raises_on_import_stops_the_run(installed):
    installed(acme={"__init__.py": "raise RuntimeError('no licence')"})
    with pytest.raises(
        PluginError, match=r"plugin acme .*does not load: acme: RuntimeError: no lic"
    ):
        load_book()


def test_a_module_of_a_plugin_that_raises_stops_the_run(installed):
    installed(acme={"__init__.py": "", "a.py": "1/0"})
    with pytest.raises(PluginError, match=r"acme\.a: ZeroDivisionError"):
        load_book()


def test_a_package_may_name_its_modules_without_rules(installed):
    installed(
        acme={
            "__init__.py": 'HELPERS = {"style": "helper", "": "other"}',
            "other.py": "1/0",
            "style/__init__.py": "",
            "style/words.py": python(),
            "style/helper.py": "1/0",
        }
    )
    assert [(one.name, one.family) for one in load_book().rules] == [("house-rule", "style")]


def test_an_entry_point_that_is_no_module_is_refused(installed, monkeypatch):
    installed(acme={"__init__.py": "value = 3"})
    entry = Entry("acme", "acme:value", "acme", "1.0")
    monkeypatch.setattr(plugins, "entries", lambda group: [entry])
    with pytest.raises(PluginError, match="must name a module"):
        load_book()


HOOKS = """
from newslint import Rule, hookimpl, rule

@rule("ACM001")
def hooked(doc):
    "Words."
    return ()

class Reader:
    suffixes = (".abc",)
    def read(self, file):
        return iter(())

@hookimpl
def newslint_add_rules():
    return [hooked, Rule("ACM002", "built", "acme", "info", "Words.", lambda doc: ())]

@hookimpl
def newslint_add_readers():
    return [Reader()]
"""


def test_a_function_the_walk_finds_and_a_hook_gives_again_is_claimed_twice(installed):
    installed(acme={"__init__.py": HOOKS})
    with pytest.raises(PluginError, match="claimed by two"):
        load_book()


def test_hooks_add_rules_and_readers(installed):
    installed(acme={"__init__.py": HOOKS.replace("[hooked, ", "[")})
    book = load_book()
    assert [code for code, *_ in listed(book)] == ["ACM001", "ACM002"]
    assert [reader.suffixes for reader in book.readers] == [(".abc",)]


@pytest.mark.parametrize(
    ("body", "expected"),
    [("return [3]", "gave 3, which is no rule"), ("1/0", "newslint_add_rules: ZeroDivisionError")],
)
def test_a_hook_that_fails_stops_the_run(installed, body, expected):
    installed(
        acme={
            "__init__.py": f"from newslint import hookimpl\n@hookimpl\n"
            f"def newslint_add_rules():\n    {body}\n"
        }
    )
    with pytest.raises(PluginError, match=expected):
        load_book()


@pytest.mark.parametrize("hook", ["newslint_add_readers", "newslint_add_reporters"])
def test_another_hook_that_fails_stops_the_run_with_the_plugins_name(installed, hook):
    installed(
        acme={"__init__.py": f"from newslint import hookimpl\n@hookimpl\ndef {hook}():\n    1/0\n"}
    )
    with pytest.raises(PluginError, match=f"acme.*{hook}: ZeroDivisionError"):
        load_book()


def test_a_plugin_to_leave_out_must_be_there(installed):
    installed(acme={"__init__.py": ""})
    with pytest.raises(PluginError, match=r"--no-plugin amce: no such plugin.*did you mean 'acme'"):
        load_book(without=["amce"])


@pytest.fixture
def versioned(installed, monkeypatch):
    installed(acme={"__init__.py": ""})
    entry = Entry("acme", "acme", "Newslint_Acme", "1.4.2")
    monkeypatch.setattr(plugins, "entries", lambda group: [entry])


@pytest.mark.usefixtures("versioned")
@pytest.mark.parametrize(
    "requirement",
    [
        "newslint-acme", "newslint_acme>=1", "Newslint.Acme >= 1.4, < 2", "newslint-acme==1.4.2",
        "newslint-acme~=1.4", "newslint-acme~=1.4.1", "newslint-acme!=1.5", "newslint-acme>1.4.1",
        "newslint-acme<=1.4.2.0",
    ],
)  # fmt: skip
def test_a_requirement_that_is_met(requirement):
    load_book(required=[requirement])


@pytest.mark.usefixtures("versioned")
@pytest.mark.parametrize(
    ("requirement", "expected"),
    [
        ("newslint-acme>=1.10", "version 1.4.2 is installed"),
        ("newslint-acme<1.4.2", "version 1.4.2 is installed"),
        ("newslint-acme~=1.3.0", "version 1.4.2 is installed"),
        ("newslint-acme==1.4", "version 1.4.2 is installed"),
        ("newslint-other", r"not installed \(pip install 'newslint-other'\)"),
        ("newslint-acme=>1", "must look like"),
        ("", "must look like"),
    ],
)
def test_a_requirement_that_is_not_met_stops_the_run(requirement, expected):
    with pytest.raises(PluginError, match=expected):
        load_book(required=[requirement])


def test_a_book_finds_rules_by_code_and_name_however_written():
    book = Book((BAD_WORD, SHOUTING))
    for reference in ("TST001", "tst001", "bad-word", "bad_word", "Bad-Word", " bad-word "):
        assert book.find(reference) is BAD_WORD
    assert book.find("word") is None
    assert book.names == {"TST001", "TST002", "bad-word", "shouting", "local"}
