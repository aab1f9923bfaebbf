"""The hooks, run by the real pre-commit on a real repository."""

import re

import pytest

pytestmark = pytest.mark.slow

FUSED = "The mayor announcedthat the bridge will close on Monday for repairs.\n"
HIDDEN = "The mayor said the bri\u200bdge will close for repairs.\n"
CLEAN = "The mayor said the bridge will close for repairs.\n"


def test_a_commit_with_a_garbled_word_is_blocked(repository):
    content = repository("newslint")
    blocked = content.commit(fair=FUSED)
    said = blocked.stdout + blocked.stderr
    assert blocked.returncode == 1
    assert "GAR001" in said
    assert "announcedthat" in said
    assert "\x1b" not in said
    assert content.git("log").returncode != 0

    passed = content.commit(fair=CLEAN)
    assert passed.returncode == 0, passed.stdout + passed.stderr


def test_a_file_whose_name_looks_like_an_option_is_read(repository):
    content = repository("newslint", "newslint-fix")
    blocked = content.commit(**{"--isolated.md": FUSED, "-q": FUSED})
    said = blocked.stdout + blocked.stderr
    assert blocked.returncode == 1
    assert "--> --isolated.md:1:11" in said
    assert "--> -q.txt:1:11" in said


def test_excluded_files_and_what_is_never_an_article_pass(repository):
    content = repository("newslint")
    (content.root / "newslint.toml").write_text('extend-exclude = ["drafts/"]\n')
    settings = {"data/site.json": '{"title": "News", "menu": ["About"]}\n', "a.xml": "<map/>\n"}
    passed = content.commit(**{"drafts/a": FUSED, "requirements": FUSED, **settings})
    assert passed.returncode == 0, passed.stdout + passed.stderr


def test_records_and_feeds_are_read(repository):
    content = repository("newslint")
    feed = f"<rss><channel><item><title>News</title><description>{FUSED}</description></item>"
    table = f'title,text\nNews,"{FUSED}"\n'
    for name, text in {"a.csv": table, "a.rss": f"{feed}</channel></rss>\n"}.items():
        blocked = content.commit(**{name: text})
        assert blocked.returncode == 1
        assert "announcedthat" in blocked.stdout + blocked.stderr
        content.git("rm", "-q", "--cached", name)
        (content.root / name).unlink()


def test_the_fixing_hook_mends_the_file_and_asks_to_look(repository):
    content = repository("newslint-fix")
    blocked = content.commit(fair=HIDDEN)
    assert blocked.returncode == 1
    assert "files were modified by this hook" in blocked.stdout + blocked.stderr
    assert (content.root / "fair.txt").read_text(encoding="utf-8") == CLEAN
    content.git("add", "-A")
    passed = content.git("commit", "-m", "news")
    assert passed.returncode == 0, passed.stdout + passed.stderr


SAME_TEXT = '''
from newslint import Fact, rule


def texts(doc):
    yield Fact(doc.text.strip(), doc.span(0, 3))


@rule("LOC101", gather=texts, min_articles=2)
def same_text(group):
    """Two articles of one text."""
    first, *others = group.uses
    for use in others:
        yield use.flag(f"the text of {first.place.path} again", related=[first])
'''


def with_a_rule_across_articles(content) -> None:
    (content.root / "newsroom").mkdir()
    (content.root / "newsroom" / "same.py").write_text(SAME_TEXT)
    (content.root / "newslint.toml").write_text('rules = ["newsroom"]\n')


def test_the_corpus_hook_sees_what_the_commit_does_not_bring(repository):
    content = repository("newslint", "newslint-corpus")
    with_a_rule_across_articles(content)
    first = content.commit(old=CLEAN)
    assert first.returncode == 0, first.stdout + first.stderr

    blocked = content.commit(new=CLEAN, other=FUSED)
    said = blocked.stdout + blocked.stderr
    assert blocked.returncode == 1
    assert said.count("LOC101 same-text") == said.count("GAR001 fused-words") == 1
    assert "old.txt:1:1" in said
    assert "new.txt:1:1" in said
    assert "1 rule across articles not run: only 2 of 3 files given; use the hook" in said


def test_the_corpus_hook_without_such_rules_passes_whatever_the_articles_are(repository):
    content = repository("newslint-corpus")
    passed = content.commit(fair=FUSED)
    assert passed.returncode == 0, passed.stdout + passed.stderr
    assert "newslint (across articles)" in passed.stdout + passed.stderr


def test_the_corpus_hook_sees_all_where_pre_commit_splits_the_files(repository):
    content = repository("newslint", "newslint-corpus")
    with_a_rule_across_articles(content)
    names = [f"{number:03}-{'a-long-slug-' * 18}" for number in range(800)]  # 170 kB of names
    texts = {name: f"The mayor said bridge {name[:3]} will close for repairs.\n" for name in names}
    blocked = content.commit(**texts, zz=texts[names[0]])
    said = blocked.stdout + blocked.stderr
    assert blocked.returncode == 1
    assert said.count("LOC101 same-text") == 1
    assert "in 1 of 801 files" in said

    split = content.pre_commit("run", "newslint", "--all-files", "--verbose")
    assert split.returncode == 0
    given = re.findall(r"not run: only (\d+) of 801 files given", split.stdout)
    assert len(given) > 1
    assert sum(map(int, given)) == 801
