import tomllib
from pathlib import Path

from folders import FRENCH, STORY, fill, post
from hypothesis import given
from hypothesis import strategies as st

from newslint.config import load_config
from newslint.globs import Globs
from newslint.survey.configuration import _excluded, _string, configuration
from newslint.survey.folder import Left, survey_folder


def written(here, files) -> str:
    fill(here, files)
    return configuration(survey_folder(Path()))


def test_nothing_to_say_is_a_file_of_comments(here):
    text = written(here, {"a.txt": STORY})
    assert tomllib.loads(text) == {}
    assert '# terms = ["terms.txt"]' in text


def test_every_line_that_says_something_has_a_reason(here):
    text = written(here, {
        "hugo.toml": "", "archetypes/a.md": post("x"), "terms.txt": "arle\n",
        **{f"content/{n}.md": post("A", FRENCH).encode("cp1252") for n in range(12)},
    })  # fmt: skip
    assert tomllib.loads(text) == {
        "extend-exclude": ["archetypes/**"],
        "language": "fr",
        "encoding": "cp1252",
        "terms": ["terms.txt"],
    }
    lines = text.splitlines()
    keys = [n for n, line in enumerate(lines) if " = " in line and not line.startswith("#")]
    assert all("#" in lines[n] or lines[n - 1].startswith("#") for n in keys)
    (here / "newslint.toml").write_text(text)
    config = load_config(here / "newslint.toml")
    assert config.terms == (here / "terms.txt",)


def test_rivals_are_named_and_none_is_taken(here):
    rows = "".join(
        f'"{STORY} {n}",A bridge {n} over the river Arle,The bridge {n} over the Arle\n'
        for n in range(6)
    )
    text = written(here, {"a.csv": f"brodtext,rubrik,seo\n{rows}"})
    assert tomllib.loads(text) == {"fields": {"text": "brodtext"}}
    assert '# headline = "rubrik"  # or "seo"' in text


def test_folders_whose_names_globs_would_misread_are_left_out_exactly(here):
    names = ["a[1]", "b*", "!c", "#d", "e?", "f\\g", 'h"i', "j k"]
    lines = [_excluded(Left(name, "x", 1)) for name in names]
    globs = tomllib.loads("all = [\n" + "\n".join(lines) + "\n]")["all"]
    for name, one in zip(names, globs, strict=True):
        assert [other for other in names if Globs([one], here).match(f"{other}/x.md")] == [name]
    assert not Globs(globs, here).match("a1/x.md")


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_string_is_written_as_toml_on_one_visible_line(value):
    line = _string(value)
    assert tomllib.loads(f"v = {line}") == {"v": value}
    assert line.isprintable()
