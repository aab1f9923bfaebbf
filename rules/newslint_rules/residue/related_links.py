"""RES005: links to other stories."""

from __future__ import annotations

from newslint import Doc, Findings, rule
from newslint_rules.residue.runs import LINKS, flag_runs


@rule(
    "RES005",
    severity="warning",
    languages=("en",),
    supersedes=("RES007", "RES010", "GAR004", "RES011", "RES101"),
)
def related_links(doc: Doc) -> Findings:
    """A link to another story, left between the paragraphs.

    The headline of another article in the middle of this one brings in names and claims that are
    not part of it. Found by what introduces it: `RELATED:`, `SEE ALSO:`, `Read more:`, `More from`,
    or `PHOTOS:` before a gallery and `WATCH:` before a video. At the very top such a line is taken
    for the headline.
    Links among other interface text are one finding with it, of the rule on interface text.

    Below such a label two heads of stories, with names of sections and authors between them, are
    links as well, and a single one where the page ends below it. It misses cross-headlines without
    such a word: in capitals they look just like sub-heads. It errs where such a word introduces a
    source ("More: the full report") or what follows in the story itself.

    Bad:
        The council voted on Monday to close the bridge until the spring, the mayor said.

        >>RELATED: Ten bridges you should have crossed<<

        It was built in 1931 and carries about 9,000 cars a day, according to the county.
    Bad:
        The council voted on Monday to close the bridge until the spring, the mayor said.

        >>PHOTOS: Ten bridges that nobody crosses<<

        It was built in 1931 and carries about 9,000 cars a day, according to the county.
    Good:
        The council voted on Monday to close the bridge until the spring, the mayor said.

        More about: the cables

        Two of them are worn, and the county says that it cannot replace them before the frost.
    Good:
        The council voted on Monday to close the bridge until the spring, the mayor said.

        Related Costs

        The county expects that the detour will cost its buses 2 million a year until then.
    """
    yield from flag_runs(
        doc, LINKS, one="is a link to another story", several="are links to other stories"
    )
