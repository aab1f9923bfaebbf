"""RES003: reading times."""

from __future__ import annotations

from typing import Annotated

from newslint import Doc, Findings, Fix, ReadingTime, Span, phrases, reading_times, rule


@rule(
    "RES003",
    severity="error",
    languages=("en",),
    supersedes=("RES007", "RES010"),
    near=phrases(
        "min read", "mins read", "minute read", "minutes read", "reading", "to read", "read time",
        "read in", "min. read",
    ),
)  # fmt: skip
def reading_time(
    doc: Doc,
    *,
    slowest: Annotated[int, "words a minute of a slow reader"] = 200,
    fastest: Annotated[int, "words a minute of a fast reader"] = 265,
) -> Findings:
    """A page's estimate of how long reading takes, scraped as text.

    Only lines that hold the estimate and at most a date or a byline. The message says when the
    estimate is false for the text as it stands, which often means that part of the text is lost or
    that the estimate was never made: 200 words a minute is the commonest setting of blog themes,
    265 is what Medium counts; silent reading of non-fiction was measured at 238 (Brysbaert, 2019, a
    meta-analysis of 190 studies).

    The fix takes the line away, or the words when something else stands on it. It
    misses estimates glued to the first sentence. It errs nowhere that was read; real articles had
    too few to prove it.

    Bad:
        >>3 min read<<

        The council voted on Monday to close the bridge.
    Fixed:
        The council voted on Monday to close the bridge.
    Bad:
        >>3 min read<< 12 March 2024

        The council voted on Monday to close the bridge.
    Fixed:
        12 March 2024

        The council voted on Monday to close the bridge.
    Good: It makes for a two-minute read of the tribute to the old harbour master.
    """
    words = sum(len(part.text.split()) for part in (*doc.body, *doc.article.subheads))
    for time in doc.get(reading_times):
        message = f"{time.text!r} is a reading time of the web page"
        if words and not _holds(time, words, slowest, fastest):
            least, most = words // fastest, -(-words // slowest)
            message += (
                f", and not true: the text has {words} words, about {least} to {most} minutes"
            )
        fix = Fix.delete_line(time) if time.alone else Fix.delete(_with_space(time))
        yield time.flag(message, fix=Fix(fix.edits, safe=True))


def _holds(time: ReadingTime, words: int, slowest: int, fastest: int) -> bool:
    if time.least == 0:
        return words < time.most * fastest
    return time.least <= -(-words // slowest) and words // fastest <= time.most


def _with_space(time: Span) -> Span:
    line = time.window(0, 10)
    rest = line.text[len(time) :]
    return line.slice(0, len(time) + len(rest) - len(rest.lstrip(" |,·•")))
