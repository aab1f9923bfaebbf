"""Wrong sources behind headlines, and wire notes in their place, labelled by hand or invented."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from measures.articles import EDITED, Article, read_rows
from measures.bench import Bench
from measures.headline_people import (
    LOUD,
    SETS,
    flagged,
    lead_of,
    missed_headlines,
    sentence_end,
    share_of,
)
from measures.rows import Row

SOURCE, METADATA = "HED002 headline-source-conflict", "HED003 headline-is-metadata"


def measure(bench: Bench) -> Iterator[Row]:
    """Give the figures of the two rules."""
    yield from _sources(bench)
    yield from _metadata(bench)


# The source: a wrong one, and the right one, behind a headline.

_SAYS = r"(?: \w+)? (?:said|told|say|says|announced|warned)\b"
_LEAD_SOURCE = re.compile(
    rf"\b(?:(?P<police>[Pp]olice|detectives)|(?P<officials>officials|ministry|spokes(?:wo)?man)"
    rf"|(?P<prosecutors>prosecutors)|(?P<residents>residents|witnesses)"
    rf"|(?P<analysts>analysts|economists|researchers)){_SAYS}"
)
_TAGS = ("police", "officials", "prosecutors", "residents", "analysts", "columnist", "news agency")
_TAG_FORMS = (" - {}", ": {}", " — {}", ", {} say")


def _sources(bench: Bench) -> Iterator[Row]:
    """Put a source behind headlines whose lead has one kind of source, and says so.

    A wrong tag is of a kind that is named nowhere in the text; a right one is that of the lead.
    """
    for name, files in SETS.items():
        chance = bench.chance(f"source {name}")
        wrong, right = [], []
        for article in bench.articles(*files):
            kind = _lead_kind(article)
            others = [tag for tag in _TAGS if tag != kind and not _mentions(article.text, tag)]
            if kind and others:
                form = chance.choice(_TAG_FORMS)
                wrong.append(_tagged(article, form.format(chance.choice(others))))
                right.append(_tagged(article, form.format(kind)))
        found, alarms = (flagged(bench, one, "HED002") for one in (wrong, right))
        bench.show("missed: source", missed_headlines(wrong, found, "HED002"))
        bench.show("false: source", missed_headlines(right, [not one for one in alarms], "HED002"))
        yield Row(
            "injected", SOURCE, f"a wrong source behind the headline, {name}; the right one",
            len(found), recall=share_of(found), false_alarms=1000 * share_of(alarms),
            per="1,000 right ones",
        )  # fmt: skip
        yield from _other_tags(bench, name, files)


_OTHER_FORMS = ("{}, according to {}", "{}: {}", "{}: {}", "{} - {}", "{} — {}")
_INSTITUTIONS = {
    "WHO": "World Health|health agency", "IMF": "International Monetary", "NATO": "Nato|alliance",
    "Kremlin": "Moscow|Russia", "Pentagon": "Defen[cs]e Department|US military", "Fed": "Federal",
}  # fmt: skip


def _other_tags(bench: Bench, name: str, files: tuple[str, ...]) -> Iterator[Row]:
    """Put an institution that the text never names behind headlines, or a kind in front of them."""
    chance = bench.chance(f"other tags {name}")
    institutions, openings = [], []
    for article in bench.articles(*files):
        kind = _lead_kind(article)
        strange = [
            one
            for one, other in _INSTITUTIONS.items()
            if not re.search(rf"\b(?:{one}|{other})", article.text)
        ]
        if kind and strange:
            form = chance.choice(_OTHER_FORMS)
            headline = form.format(article.headline, chance.choice(strange))
            institutions.append(replace(article, headline=headline))
        others = [
            tag for tag in _TAGS[:5] if kind and tag != kind and not _mentions(article.text, tag)
        ]
        if others:
            tag = chance.choice(others).capitalize()
            openings.append(replace(article, headline=f"{tag}: {article.headline}"))
    for what, articles in (
        ("an institution that the text never names, behind the headline", institutions),
        ("a wrong source before the headline", openings),
    ):
        found = flagged(bench, articles, "HED002")
        bench.show(f"missed: {what}", missed_headlines(articles, found, "HED002"))
        yield Row("injected", SOURCE, f"{what}, {name}", len(found), recall=share_of(found))


def _lead_kind(article: Article) -> str:
    """Return the one kind of source that the lead's first sentence names, or ``""``."""
    first, _ = lead_of(article)
    sentence = article.text[first : sentence_end(article.text, first + 1)]
    kinds = {one.lastgroup or "" for one in _LEAD_SOURCE.finditer(sentence)}
    headline = article.headline or ""
    plain = headline and headline[-1].isalnum() and not re.search(r"[:|—–]| - ", headline)
    return kinds.pop() if plain and len(kinds) == 1 else ""


def _mentions(text: str, tag: str) -> bool:
    kind = re.search(rf"\b{tag.split()[-1].removesuffix('s')}", text, re.IGNORECASE)
    return kind is not None or any(one.lastgroup == tag for one in _LEAD_SOURCE.finditer(text))


def _tagged(article: Article, tag: str) -> Article:
    return replace(article, headline=f"{article.headline}{tag}")


# Metadata in place of a headline.

METADATA_HEADS = (
    "ATTENTION - ADDS reaction, background ///", "RECASTS with second explosion, ADDS quotes",
    "UPDATES toll, ADDS colour", "/// ADDS graphic ///",
    "Eds: Corrects spelling of name in 3rd graf", "EDITORS: Subs lead to add vote count",
    "By Ana Ruiz", "by Karl Lund and Emma Holt", "BY PRIYA NAIR", "BC-EU--Harbour Talks",
    "harbour-talks-2nd-ld", "PORT-STRIKE-DAY-TWO", "port_strike_final", "harbour-strike.docx",
    "IMG_2041.jpg", "index.html", "https://example.com/news/port-strike", "2019-04-03",
    "April 3, 2019", "Wednesday, April 3, 2019", "Untitled", "Untitled document",
    "Home | The Lund Gazette", "Page not found - The Lund Gazette", "404 Not Found",
    "403 Forbidden", "Just a moment...", "Are you a robot?", "Access denied",
    "Sign in | The Lund Gazette", "null", "[no title]", "{{ page.title }}", "%TITLE%",
    "EMBARGOED UNTIL 12:00 GMT", "MANDATORY KILL", "Correction to our earlier item follows",
    "Lorem ipsum", "TEST - please ignore", "N/A", "Subscribe to read", "Please enable JavaScript",
    "Loading...", "(Picture)", "1st Lead", "Photo by Ana Ruiz", "Story 1142", "PA NEWSFILE",
    "slug: port strike", "News",
)  # fmt: skip
"""What stands where a headline should; invented for this bench, not taken from the rule."""


def _metadata(bench: Bench) -> Iterator[Row]:
    """Give recall of the labelled wire notes, and of heads put over real articles."""
    rows = read_rows(bench.data / "gold/bad_headlines_afp.jsonl")
    labelled = [
        Article("gold/bad_headlines_afp", row["id"], row["lead"], row["headline"]) for row in rows
    ]
    texts = bench.articles(*EDITED)
    chance = bench.chance("metadata")
    put = [replace(chance.choice(texts), headline=head) for head in METADATA_HEADS]
    for kind, what, articles in (
        ("gold", "wire notes for headlines", labelled), ("injected", "invented heads", put)
    ):  # fmt: skip
        flags = bench.lint(articles, ("HED003",))
        for severities, words in ((LOUD, "error or warning"), ({"error"}, "error")):
            found = [any(flag.severity in severities for flag in ours) for ours in flags]
            yield Row("gold" if kind == "gold" else "injected", METADATA, f"{what}: {words}",
                      len(found), recall=share_of(found))  # fmt: skip
        missed = missed_headlines(articles, [bool(ours) for ours in flags], "HED003")
        bench.show(f"missed: {what}", missed)
