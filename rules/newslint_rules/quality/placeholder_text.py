"""QUA017 placeholder-text."""

from newslint import Doc, Findings, phrases, rule
from newslint_rules.quality.counting import some

LOREM_IPSUM = phrases("lorem ipsum")


@rule("QUA017", severity="info", default=False, near=LOREM_IPSUM)
def placeholder_text(doc: Doc) -> Findings:
    """The "lorem ipsum" that designers put where the story will be.

    C4 drops a page that has it (Raffel et al. 2020, JMLR 21:140, section 2.2); datatrove 0.10 does
    only where the line has an end mark and is not cut before.

    The first place is flagged, others are shown with it. It misses other fillers. It errs on
    stories about type and design.

    Bad: >>Lorem ipsum<< dolor sit amet, consectetur adipiscing elit.
    Good: The ferry to the islands is late.
    """
    if hits := doc.hits(LOREM_IPSUM):
        related = some(hits[1:], "here, too")
        yield hits[0].flag("placeholder text instead of a story", related=related)
