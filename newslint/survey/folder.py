"""A folder looked at: which articles it holds, and what newslint has to be told of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import islice
from pathlib import Path

from newslint.config import Config
from newslint.discovery import walked
from newslint.raw import RawArticle
from newslint.results import FileResult
from newslint.session import Session, SessionOptions
from newslint.stretches import make_doc
from newslint.structs import Struct
from newslint.survey.encodings import WINDOWS
from newslint.survey.looks import (
    Look,
    folders_of_data,
    front_matter,
    look,
    one_encoding,
    read_all,
    samples,
)
from newslint.survey.metadata import guess_fields
from newslint.survey.sampling import MOST_FILES, by_format, pieces
from newslint.survey.sites import Site, find_sites

ENOUGH_ARTICLES = 10
"""Articles whose language is known, from which on it is settled for all."""
NEARLY_ALL = 0.8
"""Share of the articles whose language must be known for that."""
TERMS = "terms.txt"
"""What a list of accepted words is called in the documentation."""


class Left(Struct):
    """A folder that is left out: its path, why, and how many files it has."""

    path: str
    why: str
    files: int


class Survey(Struct):
    """What a folder holds.

    Args:
        formats: Its files by their ending, without those in folders that are left out.
        cut_off: Whether there are more files than were listed.
        sites: The static sites in it.
        left: Folders that hold no articles.
        looked: How many articles were linted.
        articles: How many articles there are; ``exact`` unless that is reckoned from a sample.
        front_matter: In how many Markdown files each key of the front matter has a value.
        languages: How many of the articles looked at are in each; ``""`` where it is not known.
        language: The one of all of them.
        not_utf8: Files looked into that are not UTF-8 and do not say what they are.
        encoding: The one that all of those are in.
        fields: What parts of an article are called where the usual names do not tell.
        doubtful: Parts that may be one of several fields.
        elsewhere: Files of records with texts in a field that is in ``fields`` for none.
        terms: Whether there is a list of accepted words.
        findings: What the rules find in what was looked at, by family.
        severities: The same, by severity.
    """

    formats: Mapping[str, Sequence[str]]
    cut_off: bool
    sites: tuple[Site, ...]
    left: tuple[Left, ...]
    looked: int
    articles: int
    exact: bool
    front_matter: Mapping[str, int]
    languages: Mapping[str, int]
    language: str | None
    not_utf8: tuple[str, ...]
    encoding: str | None
    fields: Mapping[str, str]
    doubtful: Mapping[str, tuple[str, ...]]
    elsewhere: tuple[tuple[str, str], ...]
    terms: bool
    findings: Mapping[str, int]
    severities: Mapping[str, int]

    @property
    def files(self) -> int:
        """How many files there are."""
        return sum(map(len, self.formats.values()))


def survey_folder(folder: Path) -> Survey:
    """Look at a folder: list its files, look into a sample, lint that.

    Nothing hangs on a clock, on chance or on the order of the file system. No configuration is
    read, and none of the folder's own rules are run.
    """
    config = Config(root=folder)
    if (folder / TERMS).is_file():
        config = config.with_values(terms=(folder / TERMS,))
    engine = Session(SessionOptions(config)).engine
    listed = list(islice(walked(folder, config, engine.suffixes), MOST_FILES + 1))
    cut_off, files = len(listed) > MOST_FILES, listed[:MOST_FILES]
    sites = find_sites(files)
    left = list(_left_by_sites(sites, files))
    files = _without(files, left)
    looks = look(pieces(files, engine.readers))
    encoding = one_encoding(looks)
    text = read_all(looks, engine.readers, encoding)
    data = [
        Left(path, "data without articles", number)
        for path, number in folders_of_data(looks, files).items()
    ]
    files, left = _without(files, data), left + data
    articles = [one for seen in looks for one in seen.articles]
    guessed = guess_fields([*samples(looks, encoding, text.key)])
    fields = {"text": text.key} if text.key else {}
    fields |= {name: keys[0] for name, keys in guessed.items() if len(keys) == 1}
    languages = Counter(map(_language, articles))
    language = _one_language(languages)
    told = config.with_values(language=language, encoding=encoding, fields=fields)
    looks = [one for one in looks if one.piece.path in {*files}]
    results = _first_look(looks, told)
    diagnostics = [one for result in results for one in result.diagnostics]
    number, exact = _reckon(looks, results, files)
    return Survey(
        formats=by_format(files),
        cut_off=cut_off,
        sites=sites,
        left=tuple(left),
        looked=sum(result.articles for result in results),
        articles=number,
        exact=exact and not cut_off,
        front_matter=front_matter(looks),
        languages=languages,
        language=language,
        not_utf8=tuple(one.piece.path for one in looks if one.encoding in {None, WINDOWS}),
        encoding=encoding,
        fields=fields,
        doubtful={name: keys for name, keys in guessed.items() if len(keys) > 1},
        elsewhere=text.elsewhere,
        terms=bool(config.terms),
        findings=Counter(one.family for one in diagnostics),
        severities=Counter(one.severity for one in diagnostics),
    )


def _left_by_sites(sites: Iterable[Site], files: Sequence[str]) -> Iterable[Left]:
    for path, why in dict(pair for site in sites for pair in site.folders()).items():
        if number := sum(file.startswith(f"{path}/") for file in files):
            yield Left(path, why, number)


def _without(files: Iterable[str], left: Iterable[Left]) -> list[str]:
    folders = tuple(f"{one.path}/" for one in left)
    return [file for file in files if not file.startswith(folders)]


def _language(article: RawArticle) -> str:
    doc = make_doc(article, "")
    found = doc.language or ""
    doc.close()
    return found


def _one_language(languages: Mapping[str, int]) -> str | None:
    """Return the language that all articles are in of which it is known."""
    known = {code: number for code, number in languages.items() if code}
    if len(known) != 1:
        return None
    ((code, number),) = known.items()
    enough = number >= max(ENOUGH_ARTICLES, NEARLY_ALL * sum(languages.values()))
    return code if enough else None


def _first_look(looks: Iterable[Look], config: Config) -> list[FileResult]:
    engine = Session(SessionOptions(config)).engine
    return [engine.lint_bytes(one.piece.name, one.piece.data, named=False) for one in looks]


def _reckon(
    looks: Sequence[Look], results: Sequence[FileResult], files: Sequence[str]
) -> tuple[int, bool]:
    """Return how many articles there are, and whether that is more than reckoned."""
    total, exact = 0.0, True
    for suffix, paths in by_format(files).items():
        seen = [pair for pair in zip(looks, results, strict=True) if pair[0].suffix == suffix]
        shares = [one.piece.share for one, _ in seen]
        number = sum(result.articles / (one.piece.share or 1) for one, result in seen)
        one_each = bool(seen) and all(result.articles == 1 for _, result in seen)
        exact = exact and (one_each or (len(seen) == len(paths) and set(shares) <= {1.0}))
        total += number * len(paths) / len(seen) if seen else 0
    return round(total), exact
