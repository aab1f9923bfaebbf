from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.config import Config, _TableReader, find_config, load_config
from newslint.errors import ConfigError


@pytest.fixture
def load(tmp_path):
    def read(content: str, name: str = "newslint.toml") -> Config:
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content, encoding="utf-8")
        return load_config(file)

    return read


def test_every_key_is_read(load, tmp_path):
    config = load(
        """
        rules = ["newsroom/rules"]
        required-plugins = ["newslint-acme>=1"]
        select = ["dates"]
        extend-select = ["quality"]
        ignore = ["DAT006"]
        extend-ignore = ["titles"]
        fail-on = "never"
        min-severity = "warning"
        include = ["*.txt"]
        exclude = []
        extend-exclude = ["drafts/**"]
        terms = ["terms.txt"]
        learned = ["corpus.newslint"]
        language = "en"
        encoding = "latin-1"
        max-article-size = 1000
        [severity]
        vague-source = "error"
        [options.fused-words]
        min-length = 6
        [[overrides]]
        paths = ["archive/19*/**"]
        ignore = ["residue"]
        severity = { fused-words = "info" }
        [fields]
        text = "body_html"
        """
    )
    assert config.rules == (tmp_path / "newsroom/rules",)
    assert config.required_plugins == ("newslint-acme>=1",)
    assert (config.select, config.extend_select) == (("dates",), ("quality",))
    assert (config.ignore, config.extend_ignore) == (("DAT006",), ("titles",))
    assert (config.fail_on, config.min_severity) == ("never", "warning")
    assert (config.include, config.exclude) == (("*.txt",), ())
    assert config.extend_exclude == ("drafts/**",)
    assert config.terms == (tmp_path / "terms.txt",)
    assert config.learned == (tmp_path / "corpus.newslint",)
    assert (config.language, config.encoding) == ("en", "iso8859-1")
    assert config.max_article_size == 1000
    assert config.severity == {"vague-source": "error"}
    assert config.options == {"fused-words": {"min-length": 6}}
    assert config.overrides[0].paths == ("archive/19*/**",)
    assert config.overrides[0].ignore == ("residue",)
    assert config.overrides[0].severity == {"fused-words": "info"}
    assert config.fields == {"text": "body_html"}
    assert (config.file, config.root) == (tmp_path / "newslint.toml", tmp_path)


def test_an_override_may_name_records_without_paths(load):
    (one,) = load("[[overrides]]\nrecords = ['abc-17', 17]\nignore = ['residue']").overrides
    assert (one.paths, one.records, one.ignore) == ((), ("abc-17", 17), ("residue",))


def test_underscores_are_accepted(load):
    assert load('fail_on = "info"').fail_on == "info"


def test_a_byte_order_mark_is_no_error(load):
    assert load('\ufefffail-on = "info"').fail_on == "info"


def test_pyproject_has_a_section(load):
    config = load('[tool.newslint]\nfail-on = "info"\n[tool.other]\nx = 1', "pyproject.toml")
    assert config.fail_on == "info"


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("fail-no = 1", "unknown key 'fail-no'; did you mean 'fail-on'?"),
        (
            "fail-on = 'fatal'",
            "'fail-on' must be one of error, warning, info or never, not 'fatal'",
        ),
        (
            "min-severity = 'never'",
            "'min-severity' must be one of error, warning, info, not 'never'",
        ),
        ("select = 'dates'", "'select' must be a list of strings: ['dates'], not 'dates'"),
        ("select = [1]", "'select' must be a list of strings"),
        ("ignore = ['']", "'ignore' must be a list of strings"),
        ("severity = 'error'", "'severity' must be a table"),
        ("severity = { a = 'loud' }", "'severity': 'a' must be one of"),
        ("options = { a = 3 }", "'options' must be tables"),
        ("overrides = { paths = ['a'] }", "must be [[overrides]] tables"),
        ("[[overrides]]\nignore = ['a']", "'overrides' 1: 'paths' is missing"),
        ("[[overrides]]\npaths = []", "'paths' is missing"),
        ("[[overrides]]\npaths = []\nrecords = [1]", "'paths' is missing"),
        ("[[overrides]]\nrecords = 17", "'records' must be a list of ids (strings) and numbers"),
        ("[[overrides]]\nrecords = []", "'records' must be a list"),
        ("[[overrides]]\nrecords = [-1]", "not [-1]"),
        ("[[overrides]]\nrecords = [true]", "'records' must be a list"),
        ("[[overrides]]\nrecords = ['']", "'records' must be a list"),
        (
            "[[overrides]]\npaths = ['a']\n[[overrides]]\npath = ['a']",
            "'overrides' 2: unknown key 'path'",
        ),
        ("[fields]\nbody = 'x'", "unknown key 'body'"),
        ("[fields]\ntext = 3", "'fields': 'text' must be a string"),
        ("language = 3", "'language' must be"),
        ("language = 'English'", "'language' must be the code of a language, like 'en'"),
        ("encoding = 'klingon'", "'klingon' is no encoding"),
        ("max-article-size = true", "'max-article-size' must be a whole number"),
        ("max-article-size = 0", "'max-article-size' must be a whole number"),
        ("fail-on = 'info'\nfail_on = 'error'", "twice"),
        ("[[overrides]]\npaths = ['a']\nextend-select = ['a']\nextend_select = ['b']", "twice"),
        ("extend = 3", "'extend' must be a string"),
        ("extend = 'nowhere.toml'", "newslint.toml: 'extend': there is no file "),
        ("format = 'concise'", "unknown key 'format'; known are rules, required-plugins, select"),
        ("baseline = ''", "'baseline' must not be empty"),
        ("extend = 'newslint.toml'", "'extend' goes in a circle"),
        ("= 3", "not valid TOML"),
    ],
)
def test_what_cannot_be_used_is_named_with_its_file(load, content, expected):
    with pytest.raises(ConfigError, match=r"\.toml: ") as caught:
        load(content)
    assert expected in str(caught.value)


@pytest.mark.parametrize("content", ["tool = 3", "[tool]\nnewslint = 3"])
def test_a_pyproject_without_tables_is_named(load, content):
    with pytest.raises(ConfigError, match=r"pyproject\.toml: 'tool\.newslint' must be a table"):
        load(content, "pyproject.toml")


def test_a_file_that_is_not_utf8_is_named(tmp_path):
    file = tmp_path / "newslint.toml"
    file.write_bytes(b"fail-on = '\xff'")
    with pytest.raises(ConfigError, match=r"newslint\.toml: not valid TOML"):
        load_config(file)


def test_the_language_is_a_code_in_any_case(load):
    assert load("language = 'EN'").language == "en"


def test_extend_adds_lists_and_tables_and_replaces_values(load, tmp_path):
    load(
        "fail-on = 'info'\nignore = ['a']\nextend-ignore = ['a']\nterms = ['t.txt']\n"
        "learned = ['t.newslint']\n"
        "[severity]\na = 'error'\nb = 'error'\n[[overrides]]\npaths = ['x']",
        "base/base.toml",
    )
    config = load(
        "extend = 'base/base.toml'\nignore = ['b']\nextend-ignore = ['b']\nterms = ['u.txt']\n"
        "learned = ['u.newslint']\n"
        "[severity]\nb = 'info'\n[[overrides]]\npaths = ['y']"
    )
    assert config.fail_on == "info"
    assert config.ignore == ("b",)
    assert config.extend_ignore == ("a", "b")
    assert config.terms == (tmp_path / "base/t.txt", tmp_path / "u.txt")
    assert config.learned == (tmp_path / "base/t.newslint", tmp_path / "u.newslint")
    assert config.severity == {"a": "error", "b": "info"}
    assert [one.paths for one in config.overrides] == [("x",), ("y",)]


def test_extend_through_two_files_may_not_go_in_a_circle(load):
    with pytest.raises(ConfigError):
        load("extend = 'b.toml'", "a.toml")
    with pytest.raises(ConfigError, match="circle"):
        load("extend = 'a.toml'", "b.toml")


@pytest.fixture
def tree(tmp_path):
    def write(**files: str) -> Path:
        for name, content in files.items():
            path = tmp_path / name.replace("__", "/").replace("_toml", ".toml")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(content)
        return tmp_path

    return write


def test_the_nearest_configuration_upwards_governs(tree):
    root = tree(newslint_toml="", a__newslint_toml="", a__b__c__x_toml="")
    assert find_config(root / "a/b/c") == root / "a/newslint.toml"
    assert find_config(root / "a") == root / "a/newslint.toml"
    assert find_config(root) == root / "newslint.toml"


def test_a_configuration_below_does_not_govern(tree):
    root = tree(top__newslint_toml="", top__a__x_toml="", top__a__b__newslint_toml="")
    assert find_config(root / "top/a") == root / "top/newslint.toml"


def test_in_one_folder_the_file_of_its_own_comes_first(tree):
    root = tree(newslint_toml="", pyproject_toml="[tool.newslint]")
    (root / ".newslint.toml").write_text("")
    assert find_config(root) == root / "newslint.toml"
    (root / "newslint.toml").unlink()
    assert find_config(root) == root / ".newslint.toml"


@pytest.mark.parametrize(
    ("content", "counts"),
    [
        ("[tool.newslint]", True),
        ("[tool.newslint.severity]", True),
        ("[[tool.newslint.overrides]]", True),
        ("  [ tool . newslint ]", True),
        ("[tool.newslint-other]", False),
        ("# [tool.newslint]", False),
        ("[project]", False),
    ],
)
def test_a_pyproject_counts_only_with_a_section(tree, content, counts):
    root = tree(newslint_toml="", a__pyproject_toml=content)
    assert find_config(root / "a") == root / ("a/pyproject.toml" if counts else "newslint.toml")


def test_a_folder_called_like_the_file_is_none(tree):
    root = tree(newslint_toml="", a__newslint_toml__x_toml="")
    assert find_config(root / "a") == root / "newslint.toml"


def test_values_given_on_the_command_line_replace_others():
    config = Config(fail_on="info").with_values(fail_on=None, min_severity="error")
    assert (config.fail_on, config.min_severity) == ("info", "error")


@given(
    st.dictionaries(
        st.sampled_from(["select", "fail-on", "severity", "options", "overrides", "fields", "terms",
                         "language", "encoding", "max-article-size", "extend", "rules", "x"]),
        st.recursive(st.none() | st.booleans() | st.integers() | st.text(max_size=3),
                     lambda inner: st.lists(inner, max_size=2)
                     | st.dictionaries(st.text(max_size=3), inner, max_size=2), max_leaves=4),
        max_size=3,
    )
)  # fmt: skip
def test_whatever_a_file_holds_it_is_read_or_refused(table):
    with suppress(ConfigError):  # any other exception would be a traceback for the user
        _TableReader(Path("newslint.toml")).read(table)


def test_the_baseline_lies_where_its_configuration_does(tmp_path: Path) -> None:
    (tmp_path / "house.toml").write_text('baseline = "known.json"\n')
    (tmp_path / "desk").mkdir()
    file = tmp_path / "desk" / "newslint.toml"
    file.write_text('extend = "../house.toml"\n')
    assert load_config(file).baseline == tmp_path.resolve() / "known.json"
    file.write_text('extend = "../house.toml"\nbaseline = "own.json"\n')
    assert load_config(file).baseline == tmp_path.resolve() / "desk" / "own.json"
    for value in ("3", "true", "['a.json']"):
        file.write_text(f"baseline = {value}\n")
        with pytest.raises(ConfigError, match="'baseline' must be a string"):
            load_config(file)
