"""A rule: one function in one file. Its folder, ``house``, is its family."""

from typing import Annotated

from newslint import Doc, Findings, rule


@rule("EXA001", severity="info")
def long_headline(
    doc: Doc, *, max_characters: Annotated[int, "longest headline in characters"] = 90
) -> Findings:
    """A headline too long for a phone.

    Bad with max-characters=20:
        ---
        title: >>Council votes to keep the ferry running all winter<<
        ---
        The council voted on Tuesday to keep the ferry running.
    Good:
        ---
        title: Council keeps the ferry
        ---
        The council voted on Tuesday to keep the ferry running.
    """
    headline = doc.headline
    if headline and len(headline) > max_characters:
        yield headline.flag(f"the headline has {len(headline)} characters; {max_characters} fit")
