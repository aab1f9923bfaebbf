"""RES004: captions and credits."""

from __future__ import annotations

from typing import Annotated

from newslint import Doc, Findings, Role, rule
from newslint_rules.residue.runs import quoted


@rule("RES004", severity="warning", languages=("en",), supersedes=("RES010", "GAR004"))
def caption_or_credit(
    doc: Doc,
    *,
    most_share: Annotated[float, "share of lines from which captions are the article"] = 0.5,
) -> Findings:
    """The caption or the credit of a picture, left among the paragraphs.

    A caption speaks of another moment than the story: it brings its own dates and titles, and these
    look like contradictions. Found by what captions say of themselves (`Image copyright`, `Photo:`,
    `toggle caption`) and by credits (`Ana Costa/AP`, `AFP via Getty Images`, `Photo: ...` at the
    end of a line).

    Left alone: sentences that name a photographer, and photo essays, in which more than
    half of the lines are captions. It misses a caption that only describes its picture, and one
    glued to a paragraph. It errs on lines of other kinds that open like a caption (`Left: …`)
    and on a writer's signature. `Photos: …` before a title is a link to a gallery, of the rule
    on related links.

    Bad:
        The council voted on Monday to close the bridge until the spring, the mayor said.

        >>Image copyright Getty Images Image caption The bridge in winter<<

        It was built in 1931 and carries about 9,000 cars a day, according to the county.
    Good: The photo by Ana Costa shows the bridge in winter, the court was told on Monday.
    """
    captions = [line for line in doc.lines if line.role is Role.CAPTION]
    told = sum(line.role in {Role.BODY, Role.CAPTION} for line in doc.lines)
    if not doc.body or len(captions) > max(2, most_share * told):
        return
    for line in captions:
        yield line.strip().flag(f"{quoted([line])} is a caption or a credit of a picture")
