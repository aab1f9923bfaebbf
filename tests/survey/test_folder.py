import json
from pathlib import Path

import pytest
from folders import FRENCH, STORY, fill, post

from newslint.survey import folder
from newslint.survey.folder import Left, survey_folder

FUSED = STORY.replace("said that", "saidthat")


def survey(here, files):
    fill(here, files)
    return survey_folder(Path())


def test_a_site_is_looked_at(here):
    posts = {f"content/news/{n}.md": post(f"Bridge {n}", date="2024-03-12") for n in range(12)}
    found = survey(here, {
        "hugo.toml": "", ".gitignore": "ignored/\n", "ignored/a.md": post("A"),
        "archetypes/default.md": post("{{ .Title }}"), "layouts/a/index.html": "<p>{{ . }}</p>",
        "public/index.html": STORY, "README.md": STORY, **posts,
    })  # fmt: skip
    assert [*found.formats] == [".md"]
    assert found.files == found.articles == found.looked == 12
    assert found.exact
    assert found.left == (
        Left("archetypes", "Hugo's templates", 1), Left("layouts", "Hugo's templates", 1),
    )  # fmt: skip
    assert found.front_matter == {"date": 12, "title": 12}
    assert (found.language, found.encoding, found.fields) == ("en", None, {})
    assert (found.findings, found.severities) == ({}, {})


def test_what_is_found_in_the_sample_is_counted(here):
    found = survey(here, {"a.txt": FUSED, "b.txt": b"\xff\xfe\x00", "c.md": post("A")})
    assert found.findings == {"garbled": 1, "engine": 1}
    assert found.severities == {"error": 2}


def test_records_are_reckoned_from_the_beginning_of_a_large_file(here):
    record = json.dumps({"id": "x", "text": STORY}) + "\n"
    found = survey(here, {"a.jsonl": record * 5000, "b.jsonl": record * 3})
    assert found.articles == pytest.approx(5003, rel=0.01)
    assert not found.exact
    found = survey(here, {"a.jsonl": record * 7, "b.jsonl": record * 3})
    assert (found.articles, found.exact) == (10, True)


def test_two_languages_are_told_article_by_article(here):
    many = {f"{n}.txt": STORY for n in range(20)}
    assert survey(here, many).language == "en"
    found = survey(here, {"f.txt": FRENCH})
    assert (found.language, found.languages) == (None, {"en": 20, "fr": 1})


def test_few_articles_or_many_in_no_language_settle_none(here):
    assert survey(here, {f"{n}.txt": STORY for n in range(9)}).language is None
    found = survey(here, {f"{n}{n}.txt": "Arle 3, Melford 1" for n in range(9)} | {"10.txt": STORY})
    assert found.languages == {"en": 10, "": 9}
    assert found.language is None


def test_fields_are_told_by_their_values(here):
    rows = [
        {"rubrik": f"Bridge {n} over the river to be built", "datum": "2024-03-12",
         "brodtext": f"{STORY} {n}"}
        for n in range(6)
    ]  # fmt: skip
    found = survey(here, {"a.jsonl": "".join(json.dumps(one) + "\n" for one in rows)})
    assert found.fields == {"text": "brodtext", "headline": "rubrik", "date": "datum"}
    assert found.articles == 6


def test_fields_in_other_fields_are_told_too(here):
    posts = [
        {"id": n, "date": "2024-03-12", "title": {"rendered": f"Bridge {n} over the river Arle"},
         "content": {"rendered": f"<p>{STORY}</p>\n<p>{n}</p>"},
         "excerpt": {"rendered": "<p>The council approved a plan.</p>"}}
        for n in range(6)
    ]  # fmt: skip
    found = survey(here, {"posts.json": json.dumps(posts)})
    assert found.fields == {"text": "/content/rendered", "headline": "/title/rendered"}
    assert found.articles == 6


def test_metadata_that_some_file_has_by_a_usual_name_is_not_settled(here):
    rows = [{"rubrik": f"Bridge {n} over the river Arle", "text": f"{STORY} {n}"} for n in range(9)]
    lines = "".join(json.dumps(one) + "\n" for one in rows)
    assert survey(here, {"a.jsonl": lines}).fields == {"headline": "rubrik"}
    assert survey(here, {"b.md": post("A bridge over the river")}).fields == {}


def test_an_old_archive_is_in_one_encoding(here):
    found = survey(here, {f"{n}.txt": FRENCH.encode("cp1252") for n in range(10)})
    assert (found.encoding, found.language) == ("cp1252", "fr")
    assert len(found.not_utf8) == 10
    assert "engine" not in found.findings


def test_a_list_of_words_is_used_and_no_article(here):
    found = survey(here, {"terms.txt": "saidthat\n", "a.txt": FUSED})
    assert found.terms
    assert (found.files, found.findings) == (1, {})


def test_no_more_files_are_listed_than_a_few_seconds_allow(here, monkeypatch):
    monkeypatch.setattr(folder, "MOST_FILES", 5)
    fill(here, {f"{n}.txt": STORY for n in range(5)})
    assert not survey_folder(Path()).cut_off
    found = survey(here, {"9.txt": STORY})
    assert (found.files, found.cut_off, found.exact) == (5, True, False)


def test_an_empty_folder_has_nothing(here):
    found = survey_folder(Path())
    assert (found.files, found.articles, found.looked, found.left) == (0, 0, 0, ())


def test_rules_and_configurations_that_lie_about_are_left_alone(here, tmp_path):
    trap = f"from pathlib import Path\nPath({str(tmp_path / 'ran')!r}).write_text('x')\n"
    survey(here, {"rules/a.py": trap, "newslint.toml": 'rules = ["rules"]\n', "a.txt": STORY})
    assert not (tmp_path / "ran").exists()
