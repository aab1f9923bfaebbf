import pytest
from folders import fill

from newslint.survey.sites import GENERATORS, find_sites


def sites(here, *files: str) -> list[tuple[str, str]]:
    fill(here, dict.fromkeys(files, "x"))
    return [(one.generator.name, one.root) for one in find_sites(files)]


@pytest.mark.parametrize(
    ("files", "name"),
    [
        (("hugo.toml", "content/a.md"), "Hugo"),
        (("content/a.md", "archetypes/default.md"), "Hugo"),
        (("content/a.md", "layouts/index.html"), "Hugo"),
        (("_config.yml", "_posts/2024-03-12-a.md"), "Jekyll"),
        ((".eleventy.js", "posts/a.md"), "Eleventy"),
        (("eleventy.config.mjs", "posts/a.md"), "Eleventy"),
        (("astro.config.mjs", "src/content/a.md"), "Astro"),
        (("docusaurus.config.ts", "blog/a.mdx"), "Docusaurus"),
        (("_config.yml", "source/_posts/a.md"), "Hexo"),
        (("pelicanconf.py", "content/a.md"), "Pelican"),
        (("config.toml", "templates/page.html", "content/a.md"), "Zola"),
        (("gatsby-config.js", "content/a.md"), "Gatsby"),
        (("mkdocs.yml", "docs/a.md"), "MkDocs"),
    ],
)
def test_a_generator_is_told_by_its_files(here, files, name):
    assert sites(here, *files) == [(name, "")]


def test_every_generator_is_tried():
    assert len(GENERATORS) == len({one.name for one in GENERATORS}) == 10


def test_a_folder_of_articles_is_no_site(here):
    assert sites(here, "content/a.md", "_config.yml", "templates/a.html") == []


def test_a_site_may_stand_in_a_folder_below(here):
    found = sites(here, "a.txt", "www/hugo.yaml", "www/content/news/a.md", "www/layouts/i.html")
    assert found == [("Hugo", "www")]
    (site,) = find_sites(["www/content/news/a.md"])
    assert ("www/layouts", "Hugo's templates") in [*site.folders()]


def test_what_stands_too_deep_or_outside_is_not_looked_at(here):
    assert sites(here, "a/b/c/hugo.toml", "a/b/c/x.md") == [("Hugo", "a/b/c")]
    assert sites(here, "a/b/c/d/hugo.toml", "a/b/c/d/x.md") == [("Hugo", "a/b/c")]
    fill(here.parent, {"hugo.toml": ""})
    assert find_sites(["../a.md"]) == ()
