"""RES002: the headline again in the text."""

from __future__ import annotations

from newslint import Doc, Findings, Fix, Role, rule

_COPIES = frozenset({Role.HEADLINE_COPY})


@rule("RES002", severity="error", supersedes=("RES007", "RES010", "GAR004", "RES011", "RES101"))
def repeated_headline(doc: Doc) -> Findings:
    """The headline stands again at the top of the text.

    Pages print a headline for the reader, for the share button and for the bread crumb, and
    extraction keeps them all. The first one in the text is the headline, also when the metadata has
    it too: many corpora keep it as line one. The fix deletes the copies.

    A copy may differ in case and punctuation, may have the outlet's name behind it, may be cut
    short and may have a small word more or one word spelled in another way. Left alone: copies
    below the first paragraph, which head an item of a digest, and rows of tables. It misses a
    headline that the page words in two ways, and one with the outlet's name before it. It errs on a
    standing notice above the story that opens like the headline, and so far on nothing else that
    was read.

    Bad:
        Harbour Bridge Closes Until Spring

        >>Harbour Bridge Closes Until Spring<<

        The council voted on Monday to close the bridge until the spring, the mayor said.
    Fixed:
        Harbour Bridge Closes Until Spring

        The council voted on Monday to close the bridge until the spring, the mayor said.
    Good:
        ---
        title: Harbour Bridge Closes Until Spring
        ---
        Harbour Bridge Closes Until Spring

        The council voted on Monday to close the bridge until the spring, the mayor said.
    """
    headline = doc.article.headline
    if headline is None or Role.HEADLINE_COPY not in doc.article.roles:
        return
    copies = doc.article.lines_with(_COPIES)
    edits = tuple(edit for copy in copies for edit in Fix.delete_line(copy.strip()).edits)
    more = f"{len(copies)} more times" if len(copies) > 1 else "once more"
    yield (
        copies[0]
        .strip()
        .flag(
            f"the headline {headline.text!r} stands {more} in the text",
            fix=Fix(edits, safe=True),
            related=[(headline, "the headline"), *(copy.strip() for copy in copies[1:])],
        )
    )
