"""Accepted findings stay accepted while the text around them is edited, and no others are."""

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from making import BAD_WORD, SHOUTING, lint

from newslint.baseline.entry import Entry, entry_of, parts
from newslint.baseline.match import pair

ARTICLE = """Harbour master quits

The harbour master of Ostrava Quay resigned on Monday after nine years.

Dana Weld said the badword had cost her the trust of the crews. "It was a hard year," she said. \
The council will name a successor in May. Two of the pilots wrote to the mayor last week, and the \
letter was read out at the meeting before the vote was taken.

The quay was built in 1904. It takes six ships a day.
"""


def entries(text: str, name: str = "a.txt"):
    return [entry_of(one, name) for one in lint(text, BAD_WORD, SHOUTING, name=name).diagnostics]


def woken(before: str, after: str, name: str = "a.txt") -> list[str]:
    """What is reported in a text after an edit of one whose findings were accepted."""
    found = entries(after, name)
    paired, _ = pair(found, entries(before, name))
    return [one.excerpt for one, old in zip(found, paired, strict=True) if old is None]


def fingerprints_changed(before: str, after: str) -> bool:
    return {one.fingerprint for one in entries(before)} != {
        one.fingerprint for one in entries(after)
    }


HOLDS = {
    "lines above": ARTICLE.replace("Harbour master quits", "Correction below.\n\nMaster quits"),
    "paragraphs moved": "\n\n".join(reversed(ARTICLE.strip().split("\n\n"))) + "\n",
    "far away in the line": ARTICLE.replace("before the vote was taken", "before the ballot"),
    "windows line ends": ARTICLE.replace("\n", "\r\n"),
}
"""Edits that leave the fingerprint as it is."""

CHANGES = {
    "the sentence after": ARTICLE.replace('"It was a hard year,"', '"A hard year it was,"'),
    "later in the line": ARTICLE.replace("The council will", "The town council will"),
    "a comma beside it": ARTICLE.replace("the badword had", "the badword, had"),
    "the word before it": ARTICLE.replace("the badword had", "a badword had"),
    "the word after it": ARTICLE.replace("the badword had", "the badword has"),
    "a sentence before": ARTICLE.replace("Dana Weld said", "It rained. Dana Weld said"),
    "paragraphs joined": ARTICLE.replace("years.\n\nDana", "years. Dana"),
    "paragraphs split": ARTICLE.replace('crews. "It', 'crews.\n\n"It'),
    "both neighbour sentences": ARTICLE.replace('"It was a hard year," she said.', "").replace(
        "years.\n\nDana", "years. She told the crews. Dana"
    ),
    "lines wrapped": ARTICLE.replace("said the badword had cost", "said the\nbadword had cost"),
}
"""Edits within 160 characters of the place, which change it."""


@pytest.mark.parametrize("edited", HOLDS.values(), ids=HOLDS)
def test_a_fingerprint_holds(edited):
    assert edited != ARTICLE
    assert not fingerprints_changed(ARTICLE, edited)
    assert woken(ARTICLE, edited) == []


@pytest.mark.parametrize("edited", CHANGES.values(), ids=CHANGES)
def test_where_it_does_not_hold_the_words_beside_tell(edited):
    assert fingerprints_changed(ARTICLE, edited)
    assert woken(ARTICLE, edited) == []


def test_front_matter_may_grow_and_paragraphs_be_wrapped_again():
    front = "---\ntitle: Harbour master quits\n---\n\n"
    grown = front.replace("---\n\n", "tags: [harbour]\nauthor: Dana Weld\n---\n\n")
    wrapped = ARTICLE.replace("the badword had cost her", "the badword\nhad cost\nher")
    before, after = entries(front + ARTICLE, "a.md"), entries(grown + wrapped, "a.md")
    assert [one.fingerprint for one in before] == [one.fingerprint for one in after]
    assert before[0].excerpt != after[0].excerpt


@pytest.mark.parametrize(
    ("excerpt", "expected"),
    [
        ("the >>badword<< had", ("the ", "badword", " had")),
        ("<p>>>badword<<</p>", ("<p>", "badword", "</p>")),
        ("a >><b>x</b><< b", ("a ", "<b>x</b>", " b")),
        ("the article has no text", None),
        (">>half", None),
    ],
)
def test_an_excerpt_comes_apart_again(excerpt, expected):
    assert parts(excerpt) == expected


def test_tags_beside_a_finding_are_no_part_of_it():
    page = "<html><body><article><h1>News</h1>\n<p>badword</p>\n<p>Rain.</p></article></body>"
    (one,) = entries(page, "a.html")
    assert one.excerpt == "<p>>>badword<<</p>"
    assert one.around[1] == "badword"
    edited = page.replace("<p>badword</p>", "<p><b>badword</b></p>")
    assert woken(page, edited, "a.html") == []


def test_words_that_are_flagged_tell_too():
    def entry(excerpt: str, fingerprint: str) -> Entry:
        return Entry("a.txt", None, "ATT004", "anonymous-source", fingerprint * 16, excerpt)

    known = entry("A >>senior town official<< told the paper on Monday.", "0")
    assert pair([entry("A >>senior town official<< told us so.", "1")], [known])[1] == []
    assert pair([entry("One >>senior town official<< told us so.", "1")], [known])[1] == [known]
    known = entry("A >>official<< told the paper on Monday.", "0")
    assert pair([entry("A >>official<< told us so.", "1")], [known])[1] == [known]


def test_a_sentence_that_was_rewritten_is_reported():
    edited = ARTICLE.replace("said the badword had cost her", "blamed one badword for losing")
    (one,) = woken(ARTICLE, edited)
    assert one.startswith("Dana Weld blamed one >>badword<< for losing the trust of the crews.")


@pytest.mark.parametrize(
    "edited",
    [
        ARTICLE.replace("The quay was", "The badword was"),
        ARTICLE.replace("The quay was", "Her badword was").replace("on Monday", "on Tuesday"),
        ARTICLE.replace("Dana", "It rained. Dana").replace("six ships", "six badword ships"),
        ARTICLE + "\nDana Weld said the badword had cost her the trust of the crews.\n",
        ARTICLE.replace("said the badword had cost", "said the badword had badword cost"),
    ],
)
def test_one_more_of_the_same_kind_is_reported(edited):
    assert len(woken(ARTICLE, edited)) == 1


def test_one_mended_and_another_made_elsewhere_is_reported():
    edited = ARTICLE.replace("the badword had", "the row had").replace("The quay", "The badword")
    assert woken(ARTICLE, edited) == [
        ">The >>badword<< was built in 1904. It takes six ships a day."[1:]
    ]


def test_equal_lines_are_counted():
    line = "A badword here.\n"
    assert woken(line * 2, line * 3) == ["A >>badword<< here."]
    assert woken(line * 3, line * 2) == []


def test_marks_alone_tell_nothing():
    entry = entries("One LOUD word.")[0]
    one = type(entry)("a.txt", None, "TYP001", "r", "0" * 16, "Yes. >>,<< No.")
    other = type(entry)("a.txt", None, "TYP001", "r", "1" * 16, "Two. >>,<< Six.")
    assert pair([one], [other]) == ([None], [other])


@pytest.mark.parametrize("known", ["a", None])
def test_records_may_move_but_not_change_their_id(known):
    def rows(*texts: str, id_: str | None) -> str:
        return "".join(json.dumps({"id": id_, "text": one}) + "\n" for one in texts)

    text = "Dana Weld said the badword had cost her the trust of the crews."
    before, after = rows(text, id_=known), rows("Nothing.", text, id_=known)
    assert woken(before, after, "a.jsonl") == []
    if known:
        other = rows("It rained. " + text, id_="b")
        assert len(woken(before, other, "a.jsonl")) == 1


# --- any edit that leaves the sentences of accepted findings alone

OLD = ["ships", "the", "of", "mayor", "said", "harbour", "a", "council", "in", "May", "vote", "had"]
NEW = ["snow", "trains", "cold", "an", "early", "north", "lamps", "fog", "rails", "bridge", "ice"]

sentences = st.lists(st.sampled_from(OLD), min_size=1, max_size=14).map(" ".join)
fresh = st.lists(st.sampled_from(NEW), min_size=1, max_size=14).map(" ".join)
ends = st.sampled_from(".!?")


@st.composite
def defective(draw, words):
    """A sentence with a finding, and at least one word more."""
    beside = draw(st.lists(st.sampled_from(words), min_size=1, max_size=16))
    place = draw(st.integers(0, len(beside)))
    defect = draw(st.sampled_from(["badword", "LOUD"]))
    return " ".join([*beside[:place], defect, *beside[place:]]) + draw(ends)


@st.composite
def clean(draw, words=sentences):
    return draw(words) + draw(ends)


articles = st.lists(
    st.lists(st.one_of(clean(), defective(OLD)), min_size=1, max_size=6), min_size=1, max_size=5
)


@st.composite
def edited(draw, paragraphs, *, added):
    """The paragraphs in another order and division, other sentences between those with findings."""
    kept = [
        [one for one in sentences if is_defective(one) or draw(st.booleans())]
        for sentences in draw(st.permutations(paragraphs))
    ]
    result: list[list[str]] = [[]]
    for sentences in kept:
        for one in sentences:
            result[-1] += draw(st.lists(clean(fresh), max_size=2))
            if draw(st.integers(0, 4)) == 0:
                result.append([])
            result[-1].append(one)
        if draw(st.integers(0, 4)) > 0:
            result.append([])
    new = draw(st.lists(defective(NEW), min_size=added, max_size=3 * added))
    for one in new:
        paragraph = result[draw(st.integers(0, len(result) - 1))]
        paragraph.insert(draw(st.integers(0, len(paragraph))), one)
    return result, new


def is_defective(sentence: str) -> bool:
    return "badword" in sentence or "LOUD" in sentence


def written(paragraphs: list[list[str]], form: str) -> str:
    text = "\n\n".join(" ".join(one) for one in paragraphs if one) + "\n"
    if form == "a.md":
        return "---\ntitle: x\n---\n\n" + text
    return json.dumps({"text": text}) + "\n" if form == "a.jsonl" else text


forms = st.sampled_from(["a.txt", "a.md", "a.jsonl"])


@given(st.data(), forms)
def test_an_edit_beside_the_sentences_of_findings_wakes_none(data, form):
    paragraphs = data.draw(articles)
    after, _ = data.draw(edited(paragraphs, added=0))
    assert woken(written(paragraphs, form), written(after, form), form) == []


@given(st.data(), forms)
def test_every_new_finding_is_reported_and_no_other(data, form):
    paragraphs = data.draw(articles)
    after, new = data.draw(edited(paragraphs, added=1))
    reported = woken(written(paragraphs, form), written(after, form), form)
    assert len(reported) == len(new)
    for one in reported:  # a neighbour is a word of the new sentences
        before, _, rest = one.replace("\\n", " ").replace("<<", ">>").split(">>")
        assert {*re.findall(r"\w+", before)[-1:], *re.findall(r"\w+", rest)[:1]} & {*NEW}, one
