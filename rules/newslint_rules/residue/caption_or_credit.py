"""RES004: captions and credits."""

from __future__ import annotations

import re
from typing import Annotated

from newslint import Doc, Findings, Line, Role, regexp, rule
from newslint_rules.residue.runs import quoted

_ESSAY = regexp(
    r"\b(?:in (?:pictures|photos|photographs|images|pics)|(?:photo|picture)[- ]?(?:essay|gallery"
    r"|story|feature)|slide ?show|(?:pictures|photos) of the (?:day|week|month|year)"
    r"|gallery)\b",
    re.IGNORECASE,
)
"""How the headline of a photo essay speaks; its captions are the story."""
_IMAGE = "!["
_CAPTIONS = frozenset({Role.CAPTION})
_TOLD = frozenset({Role.BODY, Role.CAPTION})


@rule(
    "RES004",
    severity="warning",
    languages=("en",),
    supersedes=("RES010", "GAR004", "RES011", "RES101"),
)
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

    Left alone: sentences that name a photographer, photo essays, in which more than half of the
    lines are captions or the headline promises pictures, and a caption below the image it belongs
    to, where the text has images. It misses a caption that only describes its picture, and one
    glued to a paragraph. It errs on lines of other kinds that open like a caption (`Left: …`)
    and on a writer's signature. `Photos: …` before a title is a link to a gallery, of the rule
    on related links.

    Bad:
        The council voted on Monday to close the bridge until the spring, the mayor said.

        >>Image copyright Getty Images Image caption The bridge in winter<<

        It was built in 1931 and carries about 9,000 cars a day, according to the county.
    Good:
        ---
        title: "In pictures: The last bridge keepers of Harlow"
        ---

        For eight weeks Ana Costa went out with the men who keep the bridge open by night.

        Photograph: Ana Costa
    Good: The photo by Ana Costa shows the bridge in winter, the court was told on Monday.
    """
    if Role.CAPTION not in doc.article.roles:
        return
    captions = doc.article.lines_with(_CAPTIONS)
    if not doc.body:
        return
    if len(captions) > 2 and len(captions) > most_share * len(doc.article.lines_with(_TOLD)):
        return
    headline = doc.headline.text if doc.headline else ""
    if _ESSAY.search(headline) or _ESSAY.search(doc.meta.headline.value or ""):
        return
    for line in captions:
        if _is_below_image(doc, line):
            continue
        yield line.strip().flag(f"{quoted([line])} is a caption or a credit of a picture")


def _is_below_image(doc: Doc, line: Line) -> bool:
    """Tell whether the line before is an image of Markdown: there the caption is in its place."""
    before = doc.text[: line.start].rstrip()
    return before[before.rfind("\n") + 1 :].startswith(_IMAGE)
