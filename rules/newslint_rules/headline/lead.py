"""The lead: the first line of a text, and the first sentences of a story as far as they go."""

import math
from collections.abc import Iterator, Sequence
from functools import cached_property

from newslint import Doc, Span, regexp, sentences_of
from newslint_rules.headline.predicate import Word, words_of
from newslint_rules.headline.stems import lowered, roots_in

LEAD_SENTENCES = 3
_LONGEST_SENTENCE = 1000
"""Characters of a sentence that are read; a text without stops is no sentence."""
_LONGEST_LEAD = 10_000
"""Characters of paragraphs beyond which they tell nothing of their first sentences."""
_BEFORE_STOP = regexp(r"[^.!?…]*")


def first_line(doc: Doc, longest: float = math.inf) -> Span | None:
    """Return the first line that is not blank, without looking at the others.

    Args:
        doc: The article.
        longest: Code points of the line, without white space around it, from which there is none.
    """
    text = doc.text
    begins = len(text) - len(text.lstrip())
    if begins == len(text):
        return None
    end = text.find("\n", begins)
    end = len(text) if end < 0 else end
    if end - begins > longest and len(text[begins:end].rstrip()) > longest:
        return None
    return doc.span(text.rfind("\n", 0, begins) + 1, end)


def lead_sentences(doc: Doc) -> Iterator[Span]:
    """Give the first sentences of the body, one paragraph after the other."""
    left = LEAD_SENTENCES
    for paragraph in doc.body[:LEAD_SENTENCES]:
        sentences = sentences_of(paragraph)[:left]
        left -= len(sentences)
        yield from sentences


class Lead:
    """The first sentences of an article that has a body, and what they may have of its headline.

    Args:
        doc: The article.
        headline: The headline's words.

    Attributes:
        beginning: What the first sentence surely begins with: all before a stop.
        lowered_beginning: The same in lower case.
        all_roots: The stems of the headline that may be in the sentences, told by the text around.
    """

    def __init__(self, doc: Doc, headline: Sequence[Word]) -> None:
        self._doc = doc
        self._headline = {word.stem for word in headline if word.stem}
        self._words: dict[int, list[Word]] = {}
        self.beginning = _beginning(doc)
        self.lowered_beginning = self.beginning.lower()
        self.all_roots = self._roots_around()

    @cached_property
    def sentences(self) -> list[Span]:
        """The sentences, as far as they are read."""
        return [one.slice(0, min(len(one), _LONGEST_SENTENCE)) for one in lead_sentences(self._doc)]

    @cached_property
    def roots(self) -> list[set[str]]:
        """The stems of the headline that may be in each sentence."""
        return [roots_in(lowered(one.text), self.all_roots) for one in self.sentences]

    def words(self, index: int) -> list[Word]:
        """Return the words of a sentence."""
        if index not in self._words:
            self._words[index] = words_of(self.sentences[index])
        return self._words[index]

    def _roots_around(self) -> set[str]:
        body = self._doc.body
        start, end = body[0].start, body[min(LEAD_SENTENCES, len(body)) - 1].end
        if end - start > _LONGEST_LEAD:
            return self._headline
        return roots_in(lowered(self._doc.text[start:end]), self._headline)


def _beginning(doc: Doc) -> str:
    first, dateline = doc.body[0], doc.article.dateline
    start = dateline.end if dateline is not None and first.contains(dateline) else first.start
    text = doc.text[start : min(start + _LONGEST_SENTENCE, first.end)].lstrip()
    match = _BEFORE_STOP.match(text)
    beginning = match.group() if match else ""
    return beginning if len(beginning) < len(text) else beginning.rpartition(" ")[0]
