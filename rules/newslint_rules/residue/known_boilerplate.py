"""RES011: a line that articles of the outlet are known to share."""

from __future__ import annotations

from typing import Annotated

from newslint import Doc, Findings, Fix, rule


@rule(
    "RES011",
    severity="warning",
    supersedes=("RES007", "RES009", "RES010", "GAR004", "DAT003", "DAT006"),
)
def known_boilerplate(
    doc: Doc,
    *,
    max_length: Annotated[
        int, "code points of a line that is looked at; a form may be longer"
    ] = 400,
) -> Findings:
    """Other articles of the outlet are known to share this line: it is the page's.

    What a corpus taught (`newslint learn`) names the lines that `shared-boilerplate` (RES101) found
    in it, by outlet, so that one new article can be told what it has in common with a thousand old
    ones. It is silent where the configuration names no such file under `learned`.

    Which lines are looked at, how they are compared and when one is the page's is a matter of
    `shared-boilerplate`, with its options as they were when the corpus was learned; its page says
    what it leaves alone. As there, a line that tells who the author is is an information. The fix
    drops the line; it is unsafe, for some outlets want such a line to stay.

    It misses outlets that the corpus did not have, and lines that came up since. It errs where
    `shared-boilerplate` does: on what an outlet says of itself by right under every story.

    Bad:
        === new.txt
        The mill was sold on Monday to six of its managers, its owner, the Corvane Group, said.

        >>The Harbour Post is printed on paper from managed forests in the Arn valley.<<
        === learned/a.txt
        The ferry to Norrin will not run on Friday because its crew has the flu, the county said.

        The Harbour Post is printed on paper from managed forests in the Arn valley.
        === learned/b.txt
        A goat from Upper Tarn has won the county fair for the third year in a row.

        The Harbour Post is printed on paper from managed forests in the Arn valley.
        === learned/c.txt
        Nobody was hurt when a barn burned down in Lower Tarn on Tuesday night, firefighters said.

        The Harbour Post is printed on paper from managed forests in the Arn valley.
        === learned/d.txt
        The school in Norrin gets a new roof, and its pupils get a week without lessons in March.

        The Harbour Post is printed on paper from managed forests in the Arn valley.
    Fixed (unsafe):
        The mill was sold on Monday to six of its managers, its owner, the Corvane Group, said.
    Good:
        === learned/a.txt
        The ferry to Norrin will not run on Friday because its crew has the flu, the county said.

        The Harbour Post is printed on paper from managed forests in the Arn valley.
        === new.txt
        The mill was sold on Monday to six of its managers, its owner, the Corvane Group, said.

        The Harbour Post is printed on paper from managed forests in the Arn valley.
    Good:
        The mill was sold on Monday to six of its managers, its owner, the Corvane Group, said.

        The Harbour Post is printed on paper from managed forests in the Arn valley.
    """
    if not doc.learned:
        return
    from newslint_rules.residue.shared_lines import keyed_lines  # only where a corpus taught some
    from newslint_rules.residue.whose_line import is_of_a_person, quoted

    outlet = doc.meta.outlet
    of = " of this outlet" if outlet else ""
    for key, line, _ in keyed_lines(doc, max_length):
        if number := doc.learned.found("RES101", outlet, key):
            yield line.flag(
                f"{quoted(line.text)} is known from {number:,} articles{of}",
                fix=Fix.delete_line(line, safe=False),
                severity="info" if is_of_a_person(line.text) else None,
            )
