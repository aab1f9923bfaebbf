"""Generators of static sites: which one a folder is for, and what in it is never an article.

From the documentation of each: Hugo ("Directory structure"), Jekyll ("Directory Structure"),
Eleventy ("Configuration"), Astro ("Project structure"), Docusaurus ("Project structure"), Hexo
("Setup"), Pelican ("Settings"), Zola ("Directory structure"), Gatsby ("Gatsby Project Structure"),
MkDocs ("Configuration").
"""

from __future__ import annotations

import os.path
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from newslint.structs import Struct

DEEPEST = 3
"""Folders below the one that is looked at in which a site may begin."""
_MOST_FOLDERS = 2_000
"""Folders in which one is looked for."""


class Generator(Struct):
    """A generator.

    Args:
        name: As it calls itself.
        signs: Files and folders that tell it, in alternatives: of one, all must be there.
        templates: Folders that pages are made with.
        output: Folders that it writes its pages to.
    """

    name: str
    signs: tuple[tuple[str, ...], ...]
    templates: tuple[str, ...]
    output: tuple[str, ...] = ()


def _configured(stem: str, *endings: str) -> tuple[tuple[str, ...], ...]:
    return tuple((f"{stem}.{ending}",) for ending in endings)


GENERATORS = (
    Generator(
        "Hugo",
        (
            *_configured("hugo", "toml", "yaml", "yml", "json"),
            ("config/_default",),
            ("content", "archetypes"),
            ("content", "layouts"),
        ),
        ("archetypes", "assets", "i18n", "layouts", "themes"),
        ("resources/_gen",),
    ),
    Generator(
        "Jekyll",
        (("_config.yml", "_posts"), ("_config.yml", "_layouts"), ("_config.yml", "_includes")),
        ("_includes", "_layouts", "_plugins", "_sass"),
    ),
    Generator(
        "Eleventy",
        ((".eleventy.js",), *_configured("eleventy.config", "js", "mjs", "cjs", "ts")),
        ("_includes", "_layouts", "src/_includes", "src/_layouts"),
    ),
    Generator(
        "Astro",
        _configured("astro.config", "mjs", "js", "ts", "cjs", "mts"),
        ("src/components", "src/layouts"),
    ),
    Generator(
        "Docusaurus",
        _configured("docusaurus.config", "js", "ts", "mjs", "cjs"),
        ("src/components", "src/theme"),
    ),
    Generator("Hexo", (("_config.yml", "source/_posts"),), ("scaffolds", "themes")),
    Generator("Pelican", (("pelicanconf.py",),), ("templates", "theme", "themes"), ("output",)),
    Generator("Zola", (("config.toml", "content", "templates"),), ("templates", "themes")),
    Generator(
        "Gatsby",
        _configured("gatsby-config", "js", "ts", "mjs"),
        ("src/components", "src/templates"),
    ),
    Generator("MkDocs", (("mkdocs.yml",),), ("overrides",), ("site",)),
)


class Site(Struct):
    """A site in the folder, and those of its folders that hold no articles.

    Args:
        generator: What makes it.
        root: Where it begins; ``""`` for the folder itself.
    """

    generator: Generator
    root: str

    def folders(self) -> Iterator[tuple[str, str]]:
        """Give the folders that are no articles', and what each holds."""
        for kind, names in (
            ("templates", self.generator.templates),
            ("output", self.generator.output),
        ):
            for name in names:
                yield _below(self.root, name), f"{self.generator.name}'s {kind}"


def find_sites(files: Iterable[str]) -> tuple[Site, ...]:
    """Return the sites that files belong to, in the order of their folders.

    Args:
        files: Relative paths; their folders and those above are looked at.
    """
    folders = {""}
    for file in files:
        parents = [str(one) for one in PurePosixPath(file).parents if one.parts]
        folders.update(one for one in parents if one.count("/") < DEEPEST)
        if len(folders) >= _MOST_FOLDERS:
            break
    return tuple(
        Site(generator, root)
        for root in sorted(folders)
        if ".." not in root
        for generator in GENERATORS
        if any(all(_is_there(root, sign) for sign in signs) for signs in generator.signs)
    )


def _is_there(root: str, name: str) -> bool:
    return os.path.exists(_below(root, name))  # noqa: PTH110 - never raises


def _below(root: str, name: str) -> str:
    return f"{root}/{name}" if root else name
