"""QUA005 many-bullet-lines."""

from typing import Annotated

from newslint import Doc, Findings, is_share, rule
from newslint_rules.quality.counting import percent, some, text_lines


@rule("QUA005", severity="info", default=False)
def many_bullet_lines(
    doc: Doc,
    *,
    max_share: Annotated[float, "share of the lines, at most", is_share] = 0.9,
    bullets: Annotated[str, "characters that open a bulleted line"] = "•‣⁃◦▪▫■□●○·*-",
) -> Findings:
    """Hardly a line without a bullet: a list, not a story.

    The limit of 90 % is Gopher's (Rae et al. 2021, arXiv 2112.11446, appendix A). The paper names
    no characters; datatrove 0.10 has `•` and `-`. It counts blank lines as lines, so that a list
    with blank lines between its items passes there; here blank lines do not count.

    The first of the lines are shown. It misses numbered lists, and lists in Markdown, whose reader
    takes the bullets off. It errs on a text of one line that opens with a dash.

    Bad:
        >><<- Saturday noon: tea dance
        - Saturday 8 p.m.: film club
        - Sunday noon: sheepdog trials
    Good:
        What is on this weekend:
        - Saturday noon: tea dance
        - Sunday noon: sheepdog trials
    """
    lines = doc.get(text_lines) if doc.begins else []
    bulleted = [line for line in lines if line.text[0] in bullets]
    if len(bulleted) > max_share * len(lines):
        share = percent(len(bulleted) / len(lines))
        yield doc.flag(
            f"{len(bulleted):,} of {len(lines):,} lines begin with a bullet "
            f"({share}, more than {percent(max_share)})",
            related=some(bulleted, "begins with a bullet"),
        )
