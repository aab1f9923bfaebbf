"""RES001: interface text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from newslint import Doc, Finding, Findings, Fix, Line, Role, Span, rule

_BREAKS = frozenset({Role.BODY, Role.SUBHEAD, Role.CAPTION, Role.HEADLINE, Role.DECK})
_MOST_RELATED = 20
_TASTE = frozenset({"follow", "pointer"})
_NAMES = {
    "newsletter": "a newsletter sign-up",
    "follow": "a request to follow",
    "pointer": "a pointer to something on the page",
    "related": "a link to other stories",
    "counter": "a counter of the page",
    "relative-time": "a time counted from when the page was read",
    "copyright": "a copyright line",
    "cookie-notice": "a cookie notice",
    "sign-in": "a request to sign in",
    "promotion": "the page's own promotion",
    "browser-notice": "a notice about the browser",
    "advertisement": "an advertisement label",
}


@rule(
    "RES001",
    severity="error",
    languages=("en",),
    supersedes=("RES007", "RES010", "GAR004", "DAT006", "DAT003"),
)
def interface_text(doc: Doc) -> Findings:
    """Text of the web page, not of the article: buttons, sign-ups, notices, lists of links.

    It teaches a model that news is made of "Share" and "Advertisement", and it hides duplicates.
    One finding stands for all such lines between two pieces of the story, on the first of them;
    the fix deletes them. Lines that are surely the page's are errors; pointers to other stories,
    and words like `close` that stand alone outside the story or in the middle of it are warnings;
    promotion of the author and pointers to a video that is not there are informations. Left alone:
    the same words in a sentence, sub-heads, bylines, dates, captions and credits.

    Works by a list of phrases, by whole-line patterns, and by what stands around a line: a menu is
    known by the company of its lines. It does not know cross-headlines without a label, the
    labels of video players, and names of columns; a line that many articles of an outlet share is
    found by a rule across articles.

    Bad:
        >>Advertisement<<

        The council voted on Monday to close the bridge until the spring, the mayor said.

        It was built in 1931 and carries about 9,000 cars a day, according to the county.
    Good: The newsletter of the parish says the bridge will close for repairs until the spring.
    Good:
        The council voted on Monday to close the bridge until the spring, the mayor said.

        Comments

        Residents spoke for two hours, and most of them asked for a ferry in the meantime.
    """
    for run in _runs(doc.lines):
        yield _flag(run, keeps=bool(doc.body))


def _runs(lines: Iterable[Line]) -> Iterator[list[Line]]:
    run: list[Line] = []
    for line in lines:
        if line.role is Role.RESIDUE:
            run.append(line)
        elif run and line.role in _BREAKS:
            yield run
            run = []
    if run:
        yield run


def _flag(run: list[Line], *, keeps: bool) -> Finding:
    first = run[0].strip()
    certain = any(line.certain for line in run)
    kinds = {line.kind for line in run}
    others = [line.strip() for line in run[1:]]
    return first.flag(
        _message(run),
        fix=_delete(run) if keeps else None,
        severity=None if certain else "info" if kinds <= _TASTE else "warning",
        related=others[:_MOST_RELATED],
    )


def _message(run: list[Line]) -> str:
    first = run[0].strip().text
    quoted = repr(first if len(first) <= 60 else f"{first[:57]}…")
    if len(run) == 1:
        return f"{quoted} is {_NAMES.get(run[0].kind, 'a label of the web page')}"
    more = "1 more line" if len(run) == 2 else f"{len(run) - 1} more lines"
    return f"{quoted} and {more} are text of the web page, not of the article"


def _delete(run: list[Line]) -> Fix:
    edits: list[tuple[Span, str]] = []
    group = [run[0]]
    for line in [*run[1:], None]:
        if line is not None and _adjacent(group[-1], line):
            group.append(line)
            continue
        edits.extend(Fix.delete_line(group[0].to(group[-1])).edits)
        group = [line] if line is not None else []
    return Fix(tuple(edits), safe=True)


def _adjacent(line: Line, following: Line) -> bool:
    between = line.to(following).text[len(line.text) : -len(following.text) or None]
    return not between.strip()
