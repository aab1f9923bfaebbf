"""Doc: the article as the author of a rule sees it."""

from __future__ import annotations

from datetime import date

from newslint.source import Text
from newslint.spans import Span
from newslint.text.article import Article, Line
from newslint.text.article import article as find_article
from newslint.text.attribution.attributions import Attribution
from newslint.text.attribution.attributions import attributions as find_attributions
from newslint.text.attribution.attributions import attributions_before as find_attributions_before
from newslint.text.dates.finder import DateMention
from newslint.text.dates.finder import dates as find_dates
from newslint.text.forms import signs as find_signs
from newslint.text.language import language as find_language
from newslint.text.people import Mention
from newslint.text.people import people as find_people
from newslint.text.phrases import Phrases
from newslint.text.phrases import hits as find_hits
from newslint.text.quotes import Quote
from newslint.text.quotes import quotes as find_quotes
from newslint.text.sentences import sentences as find_sentences
from newslint.text.words import unknown_words as find_unknown_words
from newslint.text.words import words as find_words


class Doc(Text):
    """An article: its text, its metadata, and everything newslint knows of it.

    Every property is computed when first asked for and then shared by all rules. All places are
    `Span` objects (or hold them), with offsets in code points of `text`.

    A rule of one's own can be called by hand: ``list(my_rule(Doc("Some text.")))``.
    """

    __slots__ = ()

    @property
    def language(self) -> str | None:
        """Two-letter code of the language, or ``None`` when unsure."""
        return self.get(find_language)

    @property
    def article(self) -> Article:
        """Which line is what: headline, deck, byline, dateline, sub-heads, body, leftovers."""
        return self.get(find_article)

    @property
    def headline(self) -> Span | None:
        """The file's own headline, or else the one found in the text."""
        return self.get(_headline)

    @property
    def deck(self) -> tuple[Span, ...]:
        """The lines between headline and body that sum the story up."""
        return self.get(find_article).deck

    @property
    def body(self) -> tuple[Span, ...]:
        """The paragraphs of the story, in order."""
        return self.get(find_article).body

    @property
    def lines(self) -> tuple[Line, ...]:
        """All lines with their roles."""
        return self.article.lines

    @property
    def date(self) -> date | None:
        """The publication date, from the metadata."""
        return self.meta.date.value

    @property
    def signs(self) -> frozenset[str]:
        """The distinct characters that are no plain letter, digit or everyday mark (`FormKind`)."""
        return find_signs(self)

    @property
    def words(self) -> tuple[Span, ...]:
        """All words."""
        return self.get(find_words)

    @property
    def unknown_words(self) -> tuple[Span, ...]:
        """Words that are in no dictionary and do not look like names."""
        return self.get(find_unknown_words)

    @property
    def sentences(self) -> tuple[Span, ...]:
        """The sentences of the body paragraphs; never across paragraphs or other lines."""
        return self.get(find_sentences)

    @property
    def quotes(self) -> tuple[Quote, ...]:
        """The quotations of the body."""
        return self.get(find_quotes)

    @property
    def people(self) -> tuple[Mention, ...]:
        """Mentions of persons, with their titles."""
        return self.get(find_people)

    @property
    def dates(self) -> tuple[DateMention, ...]:
        """Calendar dates named in the text."""
        return self.get(find_dates)

    @property
    def attributions(self) -> tuple[Attribution, ...]:
        """Who said what: content, source and cue."""
        return self.get(find_attributions)

    def attributions_before(self, end: int) -> tuple[Attribution, ...]:
        """The attributions of the paragraphs that begin before an offset: all of its sources."""
        return find_attributions_before(self, end)

    def hits(self, near: Phrases) -> tuple[Span, ...]:
        """Return the places of the phrases a rule waits for."""
        return find_hits(self, near)


def _headline(doc: Doc) -> Span | None:
    """The headline: several rules ask for it, and each field makes a new place when asked."""
    field = doc.meta.headline
    return field.span if field and field.raw.strip() else doc.article.headline
