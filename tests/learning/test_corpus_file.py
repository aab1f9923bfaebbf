"""A corpus put together: the same bytes in whatever order, and nothing that is too rare."""

import random
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from teaching import counted, learned_file

from newslint.learned_file import open_learned
from newslint.learning import corpus_file
from newslint.learning.corpus_file import corpus_bytes
from newslint.learning.tables import CorpusCounts

ARTICLES = st.lists(
    st.tuples(
        st.sampled_from(["Quay Herald", "Dale Post", ""]),
        st.lists(st.sampled_from(["Zorvaq", "mayor", "Qwendle", "ferry", "\n", "7"])).map(" ".join),
    )
)

FOUND = [("HOU101", "Quay Herald", "a", 3), ("HOU101", "Quay Herald", "b", 4)]


@given(ARTICLES, st.integers(1, 5), st.randoms(use_true_random=False))
def test_no_order_and_no_batch_changes_a_byte(articles, at_once: int, chance: random.Random):
    expected = corpus_bytes(counted(articles), FOUND, "1.2.3")
    shuffled = [*articles]
    chance.shuffle(shuffled)
    assert corpus_bytes(counted(shuffled, at_once), FOUND[::-1], "1.2.3") == expected


@given(ARTICLES)
def test_words_are_counted_as_a_plain_program_would(tmp_path_factory, articles):
    known = learned_file(tmp_path_factory.mktemp("learned"), articles)
    for word in ("zorvaq", "mayor", "ferry", "qwendle"):
        of = [outlet for outlet, text in articles if word in text.lower().split()]
        use = known.word(word)
        assert use.articles == (len(of) if len(of) >= 3 else 0)
        if use.articles and word in {"zorvaq", "qwendle"}:
            assert use.outlets == len(set(of))
            assert (
                use.concentration * len(of)
                >= max(map(of.count, of))
                > ((use.concentration - 0.01) * len(of))
            )


def test_what_many_articles_print_in_one_line_stands_in_one_line(tmp_path: Path):
    corpus = [(f"Outlet {n}", "The plan was emphasizedthat day.") for n in range(6)]
    use = learned_file(tmp_path, [*corpus, ("Outlet 0", "emphasizedthat")]).word("emphasizedthat")
    assert (use.articles, use.outlets, use.lines) == (7, 6, 2)


def test_of_many_articles_a_word_must_have_more(tmp_path: Path, monkeypatch):
    monkeypatch.setattr(corpus_file, "WORDS_IN", 2)
    known = learned_file(tmp_path, [("A", f"mayor {'Zorvaq' * (n < 4)}") for n in range(10)])
    assert known.header.least_with_word == 5
    assert known.word("mayor").articles == 10
    assert known.word("zorvaq").articles == 0


def test_a_corpus_of_nothing_is_a_file(tmp_path: Path):
    (tmp_path / "corpus.newslint").write_bytes(corpus_bytes(CorpusCounts(), (), "1.2.3"))
    assert open_learned(tmp_path / "corpus.newslint").articles == 0
