"""Invented articles with planted defects, and the pen that writes them in ways that vary."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from random import Random

from hypothesis import strategies as st


@dataclass(frozen=True)
class Plant:
    """A defect: the rule that finds it, what it says wrong, and what the fix makes of that.

    ``before`` and ``after`` are the rest of its paragraph; ``right`` is ``None`` where no fix is
    known.
    """

    code: str
    before: str
    wrong: str
    after: str
    right: str | None = None

    @property
    def paragraph(self) -> str:
        return f"{self.before}{self.wrong}{self.after}"


A_LINE = Plant("RES001", "", "Share this article", "", "")
PLANTS = (
    Plant("GAR001", "The council ", "insistedthat", " it opens before “summer” ends.",
          "insisted that"),
    Plant("GAR004", "Residents near ", "the the", " northern quarter asked for a road & a bridge.",
          "the"),
    Plant("ENC001", "“The ", "cafÃ©", ' at the corner, "Zum Löwen", will stay", its owner said.',
          "café"),
    Plant("ENC002", "A bud", "\u200b", "get of two million was set aside for work by the river 😀.",
          ""),
    Plant("TYP003", "The mayor thanked the workers", " ", ", who had been there since the morning.",
          ""),
    Plant("DAT002", "The next meeting is on ", "Monday, March 13, 2024", ", in the old school.",
          "Wednesday, March 13, 2024"),
    Plant("GAR002", "The school by the church was ", "closed.The", " teachers met parents there.",
          "closed. The"),
    Plant("DAT001", "A firm was to buy the ferry on ", "February 30, 2024", ", for <5 million."),
    A_LINE,
)  # fmt: skip
IN_HEADLINE = Plant("GAR001", "Council ", "promisedthat", " the harbour opens", "promised that")
IN_DECK = Plant("GAR001", "Workers ", "believedthat", " all is well: so far", "believed that")
IN_DATE = Plant("DAT001", "", "2024-02-30", "")
PLAIN = (
    "Nobody at the town hall would say how much of the money had been spent so far.",
    "The road along the “old” river has been shut for weeks; cars go by the hills — slowly.",
    'Work & wages at the mill, a spokesman said, were "in order", whatever came of it. 😀',
)


@dataclass(frozen=True)
class Story:
    """An article to be written: its plants, and its parts in plain text."""

    id: str
    plants: tuple[Plant, ...]
    headline: str
    date: str
    paragraphs: tuple[str, ...]
    deck: str = ""


@st.composite
def _story(draw: st.DrawFn, number: int) -> Story:
    body = draw(st.lists(st.sampled_from((*PLANTS, *PLAIN)), min_size=2, max_size=5, unique=True))
    lead = "The harbour of the town will be rebuilt in the coming years, the council said."
    paragraphs = [one.paragraph if isinstance(one, Plant) else one for one in body]
    plants = [one for one in body if isinstance(one, Plant)]
    headline, date = "Harbour to be rebuilt", "2024-03-12"
    if draw(st.booleans()):
        headline = IN_HEADLINE.paragraph
        plants.append(IN_HEADLINE)
    if draw(st.booleans()):
        date = IN_DATE.paragraph
        plants.append(IN_DATE)
    deck = ""
    if draw(st.booleans()):
        deck = IN_DECK.paragraph
        plants.append(IN_DECK)
    return Story(f"s-{number}", tuple(plants), headline, date, (lead, *paragraphs), deck)


def stories(many: bool) -> st.SearchStrategy[list[Story]]:
    """One article, or up to three for a file of records."""
    if not many:
        return _story(0).map(lambda story: [story])
    return st.integers(1, 3).flatmap(lambda n: st.tuples(*map(_story, range(n))).map(list))


@dataclass
class Pen:
    """Chooses among the ways of writing a thing, and remembers what it broke.

    ``codec`` is the encoding the file will be in, for formats that name it.
    ``broken`` has the text of each plant in which it set markup, so that no fix is owed there.
    ``unwritten`` has those the format has no place for.
    """

    random: Random
    codec: str = "utf-8"
    plants: tuple[Plant, ...] = (*PLANTS, IN_HEADLINE, IN_DECK)
    records_hold_html: bool = False
    broken: set[str] = field(default_factory=set)
    unwritten: set[str] = field(default_factory=set)

    def chance(self, share: float) -> bool:
        return self.random.random() < share

    def one_of(self, *ways: str) -> str:
        return self.random.choice(ways)

    def each(self, text: str, spell: Callable[[str], str], share: float = 0.1) -> str:
        """Spell some of the characters, and all that ``spell`` must be asked for (`must`)."""
        return "".join(spell(one) if self.chance(share) else one for one in text)

    def marked(self, paragraph: str, ways: Sequence[tuple[str, str]]) -> list[str]:
        """Set markup around runs of a paragraph; give its text and markup in turns.

        The even pieces are text, the odd ones markup. Runs begin and end at letters, so that
        they are emphasis in Markdown wherever they stand.
        """
        letters = [index for index, one in enumerate(paragraph) if one.isalnum()]
        edges = sorted(self.random.sample(letters, min(2 * self.random.randrange(3), len(letters))))
        pieces, position = [], 0
        for first, last in zip(edges[::2], edges[1::2], strict=True):
            if first == position:
                continue  # two marks in one place would be another one
            opening, closing = self.random.choice(ways)
            pieces += [paragraph[position:first], opening, paragraph[first : last + 1], closing]
            position = last + 1
            self._note(paragraph, first)
            self._note(paragraph, last + 1)
        return [*pieces, paragraph[position:]]

    def _note(self, paragraph: str, place: int) -> None:
        for plant in self.plants:
            start = len(plant.before)
            # A weekday is mended without its date, a space taken out without its word: markup at
            # the very edge of a plant is no matter.
            if plant.paragraph == paragraph and start < place < start + len(plant.wrong):
                self.broken.add(plant.wrong)
