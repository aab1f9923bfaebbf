"""``newslint init``: a configuration for the folder one is in, from a look at what is there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from importlib.metadata import version
from os.path import commonpath
from pathlib import Path, PurePosixPath

import click

from newslint.config import FILE_NAMES, find_config
from newslint.diagnostic import SEVERITIES
from newslint.errors import InputError
from newslint.files import write_atomically
from newslint.reporters.terminal import neutral
from newslint.survey.configuration import configuration
from newslint.survey.folder import Survey, survey_folder

_KEYS_SHOWN = 12
_NAMES_SHOWN = 3

NEXT = """next:
  newslint check .       everything that is found
  newslint baseline .    takes what is found today for known, so that only what is new fails
  in .pre-commit-config.yaml, under repos:
    - repo: <the address newslint was installed from>
      rev: v{version}
      hooks:
        - id: newslint
        - id: newslint-corpus
"""


@click.command("init", context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--stdout", "to_stdout", is_flag=True, help="Print it; write nothing.")
def command(*, to_stdout: bool) -> int:
    """Look at this folder and write the newslint.toml it needs.

    An existing configuration, here or in a folder above, is never touched.
    """
    target = Path.cwd() / FILE_NAMES[0]
    governing = find_config(Path.cwd())
    if governing and not to_stdout:
        where = "is already here" if governing.parent == target.parent else "governs this folder"
        raise InputError(
            f"{governing} {where}; nothing was written. "
            "newslint init --stdout shows what it would write"
        )
    survey = survey_folder(Path())
    written = configuration(survey)
    said = "".join(f"{neutral(line)}\n" for line in findings(survey))
    if to_stdout:
        click.echo(written, nl=False)
        click.echo(said, nl=False, err=True)
        return 0
    write_atomically(target, written.encode())
    click.echo(f"{said}wrote {target.name}\n\n{NEXT.format(version=version('newslint'))}", nl=False)
    return 0


def findings(survey: Survey) -> Iterator[str]:
    """Say what was found, a line for each kind of thing."""
    yield from _articles(survey)
    for site in survey.sites:
        yield f"site: {site.generator.name}{f' in {site.root}' if site.root else ''}"
    if survey.left:
        yield f"left out: {_listed([f'{one.path} ({one.why})' for one in survey.left])}"
    if survey.front_matter:
        yield f"front matter: {_counted(survey.front_matter, _KEYS_SHOWN)}"
    if survey.fields:
        yield "fields: " + ", ".join(f"{name} in {key!r}" for name, key in survey.fields.items())
    for name, keys in survey.doubtful.items():
        yield f"fields: {name} may be in {' or '.join(map(repr, keys))}: settle it in [fields]"
    for path, key in survey.elsewhere[:_NAMES_SHOWN]:
        yield (
            f"not read: {path} seems to have its texts in {key!r}; "
            "not settled, for [fields] holds for all files of records"
        )
    if survey.languages:
        named = {code or "not told": number for code, number in survey.languages.items()}
        yield f"language: {_counted(named)}"
    if survey.not_utf8:
        yield from _encodings(survey)
    if survey.looked or survey.findings:
        yield from _first_look(survey)


def _articles(survey: Survey) -> Iterator[str]:
    if not survey.files:
        yield "no articles here yet"
        return
    parts = [f"{len(paths):,} {suffix}{_place(paths)}" for suffix, paths in survey.formats.items()]
    if not survey.articles:
        yield f"no articles found in {', '.join(parts)}"
        return
    about = "" if survey.exact else "about "
    noun = "article" if survey.articles == 1 else "articles"
    cut_off = " (there are more files; these are the first)" if survey.cut_off else ""
    yield f"{about}{survey.articles:,} {noun}: {', '.join(parts)}{cut_off}"


def _place(paths: Sequence[str]) -> str:
    folder = commonpath([str(PurePosixPath(path).parent) for path in paths])
    return f" in {folder}" if folder not in {"", "."} else ""


def _encodings(survey: Survey) -> Iterator[str]:
    names = _listed(survey.not_utf8)
    if survey.encoding:
        yield f"encoding: {survey.encoding} ({names})"
    else:
        yield f"encoding: not UTF-8: {names}; one 'encoding' is not right for all, so convert them"


def _first_look(survey: Survey) -> Iterator[str]:
    articles = f"{survey.looked:,} article{'s' * (survey.looked != 1)}"
    total = sum(survey.findings.values())
    if not total:
        yield f"first look at {articles}: nothing found"
        return
    kinds = ", ".join(
        f"{one} {number:,}" for one in SEVERITIES if (number := survey.severities.get(one))
    )
    yield f"first look at {articles}: {total:,} found ({kinds}): {_counted(survey.findings)}"


def _listed(names: Sequence[str]) -> str:
    more = f" and {len(names) - _NAMES_SHOWN:,} more" if len(names) > _NAMES_SHOWN else ""
    return ", ".join(names[:_NAMES_SHOWN]) + more


def _counted(numbers: Mapping[str, int], most: int | None = None) -> str:
    ordered = sorted(numbers.items(), key=lambda pair: (-pair[1], pair[0]))
    shown = ", ".join(f"{name} {number:,}" for name, number in ordered[:most])
    more = f" and {len(ordered) - most:,} more" if most and len(ordered) > most else ""
    return shown + more
