"""What every measure is given: articles, a linter, chance with a seed, a place for flags."""

from __future__ import annotations

import random
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

from measures.articles import EDITED, SCRAPED, Article, read_articles
from measures.linting import Flag, Selection, lint
from measures.verdicts import Verdicts


class Bench:
    """One run of the bench.

    Args:
        data: The folder with ``articles/`` and ``gold/``.
        families: The families that are measured; empty for all.
        seed: For everything that is left to chance.
        jobs: Number of processes.
        limit: Articles taken of each file, at most; for a quick look while a rule is written.
    """

    def __init__(
        self,
        data: Path,
        families: tuple[str, ...] = (),
        *,
        seed: int = 1,
        jobs: int = 1,
        limit: int | None = None,
    ) -> None:
        self.data = data
        self.families = families
        self.seed = seed
        self.jobs = jobs
        self.limit = limit
        self.verdicts = Verdicts()
        self.shown: list[tuple[str, Flag]] = []
        """What is written to the file of flagged places: heading and flag."""
        self._articles: dict[str, list[Article]] = {}

    def articles(self, *names: str) -> list[Article]:
        """Return the articles of files such as ``articles/afp``."""
        for name in names:
            if name not in self._articles:
                self._articles[name] = read_articles(self.data, name)[: self.limit]
        return [article for name in names for article in self._articles[name]]

    def chance(self, name: str) -> random.Random:
        """Return chance of its own for a measure, so that no measure stirs another."""
        return random.Random(f"{self.seed} {name}")

    def lint(
        self,
        articles: Sequence[Article],
        select: Selection,
        extend: tuple[str, ...] = (),
        learned: tuple[Path, ...] = (),
    ) -> list[tuple[Flag, ...]]:
        """Return what newslint says of each article, in their order."""
        return lint(articles, select=select, extend=extend, learned=learned, jobs=self.jobs)

    @cached_property
    def natural(self) -> dict[tuple[str, str], tuple[Flag, ...]]:
        """What newslint says of all articles as they are, by file and id.

        All rules run, or those of the families measured, the ones that are off among them.
        """
        articles = self.articles(*EDITED, *SCRAPED)
        flags = self.lint(articles, self.families or ("all",))
        return {(a.file, a.id): found for a, found in zip(articles, flags, strict=True)}

    def show(self, heading: str, flags: Sequence[Flag]) -> None:
        """Keep flagged places for the file that people read."""
        self.shown += [(heading, flag) for flag in flags]
