"""RES001: interface text."""

from __future__ import annotations

from newslint import Doc, Findings, Line, rule
from newslint_rules.residue.runs import CLOCKS, LINKS, counted, delete, kinds, others, runs

_TASTE = frozenset({"follow", "pointer", "disclaimer"})
_NAMES = {
    "newsletter": "a newsletter sign-up",
    "follow": "a request to follow",
    "pointer": "a pointer to something on the page",
    "copyright": "a copyright line",
    "cookie-notice": "a cookie notice",
    "sign-in": "a request to sign in",
    "promotion": "the page's own promotion",
    "browser-notice": "a notice about the browser",
    "advertisement": "an advertisement label",
    "disclaimer": "a disclaimer of the page",
}


@rule(
    "RES001",
    severity="error",
    languages=("en",),
    supersedes=("RES007", "RES010", "GAR004", "DAT006", "DAT003", "RES011", "RES101"),
)
def interface_text(doc: Doc) -> Findings:
    """Text of the web page, not of the article: buttons, sign-ups, notices, lists of links.

    It teaches a model that news is made of "Share" and "Advertisement", and it hides duplicates.
    One finding stands for all such lines between two pieces of the story, on the first of them;
    the fix deletes them, safely where each of them is surely the page's. Those are errors; words
    like `close` that stand alone outside the story, and lines known by their company only, are
    warnings; promotion of the author, pointers to a video that is not there and disclaimers of a
    columnist's views are informations. Left alone: the same words in a sentence, sub-heads,
    bylines, dates, captions, credits and the contacts of a press release.

    Works by a list of phrases, by whole-line patterns, and by what stands around a line: a menu is
    known by the company of its lines, a notice by how it speaks to the reader (`Update your privacy
    settings`, `Seen an error? Tell us`), a button by what it is made of (`Share this item`). Words
    that can head a part of a guide (`Change your password`) count inside the story only with
    another such line beside them. Readers' comments below the story are known by the label below
    each of them, four times or more. A sentence that reports is never a notice. It misses comments
    that the page does not label, cross-headlines without a label, titles of videos, names of
    columns, an outlet's own turns of phrase, and labels that head a part of an article as often
    (`Online`, `Topics`, `More information`); a line that many articles of an outlet share is found
    by a rule across articles. It errs on embedded posts, whose words it takes for a page's, on the
    copyright line of a press release, and on the prompts of a round-up or a transcript.

    Bad:
        >>Advertisement<<

        The council voted on Monday to close the bridge until the spring, the mayor said.

        It was built in 1931 and carries about 9,000 cars a day, according to the county.
    Fixed:
        The council voted on Monday to close the bridge until the spring, the mayor said.

        It was built in 1931 and carries about 9,000 cars a day, according to the county.
    Good: The newsletter of the parish says the bridge will close for repairs until the spring.
    Good:
        The council voted on Monday to close the bridge until the spring, the mayor said.

        Comments

        Residents spoke for two hours, and most of them asked for a ferry in the meantime.
    Good:
        The council voted on Monday to close the bridge until the spring, the mayor said.

        It was built in 1931 and carries about 9,000 cars a day, according to the county.

        UP NEXT

        Council: Votes on the ferry on Friday.
    Good:
        The company said on Monday that its new ferry will carry 9,000 cars a day from the spring.

        Media contacts

        Please ask for an interview with the captain:

        Ana Costa

        Harlow Ferries, Mill Street

        Phone 555-0117-200
    """
    for run in runs(doc):
        of = kinds(run)
        if of <= LINKS | CLOCKS:
            continue
        certain = any(line.certain for line in run)
        yield (
            run[0]
            .strip()
            .flag(
                _message(run),
                fix=delete(doc, run),
                severity=None if certain else "info" if of <= _TASTE else "warning",
                related=others(run),
            )
        )


def _message(run: list[Line]) -> str:
    if len(run) == 1:
        return f"{counted(run)} is {_NAMES.get(run[0].kind, 'a label of the web page')}"
    return f"{counted(run)} are text of the web page, not of the article"
