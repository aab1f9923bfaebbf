"""RES003: reading times."""

from __future__ import annotations

from typing import Annotated

from newslint import Doc, Findings, Fix, ReadingTime, phrases, reading_times, rule

_SIGNS = " \t\u00a0.,|/<~•·∙●-–—()[]⏱⌛🕒"
"""What sets the estimate off from a byline and a date."""


@rule(
    "RES003",
    severity="error",
    languages=("en",),
    supersedes=("RES007", "RES010", "RES011", "RES101"),
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

    The fix takes the line away, or the estimate and the signs that set it off when something else
    stands on it; it is unsafe where no sign would be left between a byline and a date. It misses
    estimates glued to the first sentence. It errs nowhere that was read; real articles had too few
    to prove it.

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
    Bad:
        By Ana Costa | >>4 min read<< • 12 March 2024

        The council voted on Monday to close the bridge.
    Fixed:
        By Ana Costa | 12 March 2024

        The council voted on Monday to close the bridge.
    Bad:
        By Ana Costa >>< 1 min read<< March 12, 2024

        The council voted on Monday to close the bridge.
    Fixed (unsafe):
        By Ana Costa March 12, 2024

        The council voted on Monday to close the bridge.
    Good: It makes for a two-minute read of the tribute to the old harbour master.
    """
    times = doc.get(reading_times)
    words = sum(len(part.text.split()) for part in (*doc.body, *doc.article.subheads) if times)
    for time in times:
        message = f"{time.text!r} is a reading time of the web page"
        if words and not _holds(time, words, slowest, fastest):
            least, most = words // fastest, -(-words // slowest)
            longest = f"{most} minutes at most" if most > 1 else "less than a minute"
            about = f"about {least} to {most} minutes" if least else longest
            message += f", and not true: the text has {words} words, {about}"
        yield time.flag(message, fix=_fix(time))


def _holds(time: ReadingTime, words: int, slowest: int, fastest: int) -> bool:
    if time.least == 0:
        return words < time.most * fastest
    return time.least <= -(-words // slowest) and words // fastest <= time.most


def _fix(time: ReadingTime) -> Fix:
    """Return the fix that takes the estimate away, with the signs that set it off.

    It is not safe where a byline and a date would run together, with no sign between them.
    """
    text = time.source.content
    first = text.rfind("\n", 0, time.start) + 1
    last = text.find("\n", time.end)
    before = text[first : time.start]
    after = text[time.end : last if last >= 0 else len(text)]
    kept, rest = before.rstrip(_SIGNS), after.lstrip(_SIGNS)
    if not kept.strip(_SIGNS) and not rest.strip(_SIGNS):
        return Fix.delete_line(time)
    left, right = len(before) - len(kept), len(after) - len(rest)
    if not kept.strip(_SIGNS) or not rest.strip(_SIGNS):
        widget = time.window(left, right)
        return Fix.delete(widget, safe=True)
    parted = before[len(kept) :].strip() or after[:right].strip()
    between = f" {parted} " if parted else " "
    return Fix(((time.window(left, right), between),), safe=bool(parted))
