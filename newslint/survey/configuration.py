"""What was found in a folder as ``newslint.toml``: what fits, with a reason, and nothing else."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from newslint.survey.folder import TERMS, Left, Survey

_REASONS = {
    "text": "the longest prose of each record",
    "headline": "one line, whose words stand in the text",
    "date": "dates",
}


def configuration(survey: Survey) -> str:
    """Return the text of a configuration for a folder that was looked at."""
    return "\n".join(_lines(survey)) + "\n"


def _lines(survey: Survey) -> Iterator[str]:
    files = f"{survey.files:,} file{'s' * (survey.files != 1)}"
    yield f"# Written by 'newslint init' after a look at {files}. What is not here has its default;"
    yield "# 'newslint rules' lists the rules, 'newslint explain NAME' tells what each can be told."
    left = [one for one in survey.left if _can_be_written(one.path)]
    if left:
        yield "\n# No articles stand in these folders."
        yield "extend-exclude = ["
        yield from map(_excluded, left)
        yield "]"
    if survey.language:
        number = survey.languages[survey.language]
        yield f"\n# The language of all {number:,} articles looked at in which it can be told."
        yield f"language = {_string(survey.language)}"
    if survey.encoding:
        number = len(survey.not_utf8)
        files = f"{number:,} files looked at are" if number > 1 else "A file looked at is"
        yield f"\n# {files} not UTF-8 but what old Windows programs write, and none is UTF-8."
        yield f"encoding = {_string(survey.encoding)}"
    if survey.terms:
        yield "\n# Words accepted as they are (names, dialect), one a line."
        yield f"terms = [{_string(TERMS)}]"
    else:
        yield "\n# Words accepted as they are (names, dialect), one a line; make the file first."
        yield f"# terms = [{_string(TERMS)}]"
    yield from _fields(survey)


def _fields(survey: Survey) -> Iterator[str]:
    fields = {name: key for name, key in survey.fields.items() if _can_be_written(key)}
    doubtful = {
        name: keys for name, keys in survey.doubtful.items() if all(map(_can_be_written, keys))
    }
    if not fields and not doubtful:
        return
    yield "\n# Where the parts of an article are, told by their values."
    yield "[fields]"
    for name, key in fields.items():
        yield f"{name} = {_string(key)}  # {_REASONS[name]}"
    for name, (first, *others) in doubtful.items():
        rivals = ", ".join(map(_string, others))
        yield f"# {name} = {_string(first)}  # or {rivals}: which one, you know"


def _excluded(left: Left) -> str:
    files = f"{left.files:,} file{'s' * (left.files != 1)}"
    return f"    {_string(_glob(left.path))},  # {left.why} ({files})"


def _glob(folder: str) -> str:
    """Return the glob of what is in a folder; its name may hold signs that globs know."""
    return re.sub(r"([\\*?\[\]!#])", r"\\\1", folder) + "/**"


def _string(value: str) -> str:
    """Return a string as TOML has it, on one line, with every sign in it to be seen."""
    quoted = json.dumps(value, ensure_ascii=False)
    return "".join(one if one.isprintable() else f"\\U{ord(one):08x}" for one in quoted)


def _can_be_written(value: str) -> bool:
    """Tell whether a name is text; that of a file may be bytes that are none."""
    return not re.search(r"[\ud800-\udfff]", value)
