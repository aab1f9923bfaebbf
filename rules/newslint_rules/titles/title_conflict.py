"""TTL001 title-conflict."""

from newslint import Doc, Findings, FormKind, rule

_NEAR_WORDS = FormKind(
    {"acting", "caretaker", "designate", "elect", "ex", "former", "interim", "nominee", "onetime"}
    | {"prime", "provisional", "rep", "sen", "senator", "vice"},
    judge=lambda form: "-" in form and "one-time" in form.lower(),
    letters=False,
)
"""A word of each of the phrases that `title_clashes` looks for."""


@rule(
    "TTL001",
    severity="error",
    languages=("en",),
    near=_NEAR_WORDS,
    supersedes=("TTL101",),
    data=("countries.txt", "courtesy_titles.txt", "kept_titles.txt", "office_facts.tsv"),
)
def title_conflict(doc: Doc) -> Findings:
    """One person has titles in one article that cannot both hold.

    `President-elect Ana Ruiz` here and `President Ana Ruiz` there: one of them is wrong, and a
    reader who knows the story no better than the article cannot tell which. The marked form is
    flagged (-elect, nominee, former, acting), the plain one is the related place. It is a warning
    for `former` where papers leave the title to those who had it (`Governor`, `Judge`) or nothing
    says that the plain form is meant for today, and for `-elect` that comes second in a sentence
    not of today; for `interim` and `caretaker`, who are addressed without, an information. Two
    offices that nobody holds at once (`Rep.` and `Sen.`, president and prime minister) under one
    full name are a warning; the later one is flagged.

    Left alone: quotations, picture galleries, transcripts, `then-`, `late` and `ousted President`,
    two persons of one name (`Jr.`, `his father, former President Karl Ruiz`), two countries or
    companies (`the firm's chief executive` is of the firm that the story opens with), who takes
    office, leaves it or is back in it in the story, what somebody could do in office, plain titles
    in a sentence that looks back or in the life of somebody who died or is tried, and -elect in a
    sentence about a past year or month. `A former judge` may be addressed as `Judge`; pastors,
    doctors, coaches and captains are never `former` or `acting`.

    In an article with a date, the facts of title-out-of-term are looked at too: whoever has an
    office on that day, and never had it before, is no `former` president in any sentence, and what
    they could do in office is no longer a prospect.

    It misses a conflict with a bare `the president-elect`, which often means somebody the article
    names without a title, one whose person is only named by a surname that several persons bear,
    and one whose plain titles all stand in sentences that look back. It errs where an article goes
    back in time without saying so: to the months between election and oath, or to the years of a
    president who is still given the title.

    Bad: US >>President-elect Ana Ruiz<< may start talks. On Monday President Ana Ruiz signed it.
    Bad: >>Acting Mayor Ola Berg<< spoke first. Mayor Berg will leave on Friday.
    Bad:
        >>Karl Lund, the former prime minister<<, opened the bridge.

        Prime Minister Karl Lund said on Tuesday that it will last.
    Bad: Rep. Ana Ruiz of Ohio spoke on Monday. On Tuesday >>Sen. Ana Ruiz<< voted no.
    Bad: >>Ruiz, the president-elect<<, left on Monday. President Ana Ruiz will be back.
    Bad: >>Former Judge Ola Berg<< spoke on Monday. On Tuesday Judge Berg said no.
    Bad:
        ---
        date: 2015-05-01
        ---
        The bill is of >>former President Barack Obama<<. The law was signed by President Obama.
    Bad: "No," said the mayor, Karl Lund. >>Karl Lund, the acting mayor<<, left on Friday.
    Good: President-elect Ana Ruiz met President Karl Lund.
    Good: Former President Ana Ruiz spoke. The debt grew under President Ana Ruiz.
    Good: President Ana Ruiz spoke. In June 2016 Senator Ana Ruiz had voted no.
    Good: Former President Ana Ruiz spoke. In 1998 President Ruiz signed the treaty.
    Good: Then-President Ana Ruiz signed it, President Ruiz says.
    Good: Former President Ana Ruiz said: "I was there when President Ruiz was young."
    Good: President-elect Ana Ruiz was sworn in on Friday. President Ruiz then spoke.
    Good: President Ruiz left. His father, former President Karl Ruiz, stayed. President Ruiz ate.
    Good: Former Mayor Ola Berg is on trial. The deal was signed by Mayor Berg, witnesses said.
    Good: Mayor Ola Berg will leave office on Friday. Former Mayor Ola Berg may teach.
    Good: The former judge Ola Berg spoke. Judge Ola Berg is 80.
    Good: President Ola Berg Jr. says he is well. Former President Ola Berg, his father, is not.
    Good: Former chairman Ola Berg of Acme resigned. Chairman Ola Berg of the Lund Club is well.
    Good: Former President Ana Ruiz, now President-elect Ana Ruiz, names her cabinet today.
    Good: President-elect Ana Ruiz named no one. As President Ruiz could do it by decree, she waits.
    Good: Former Premier Ola Berg becomes premier on Monday. Premier Berg will have 30 days.
    Good: Caretaker manager Ola Berg lost 3-0. Rovers manager Berg said on Monday he was tired.
    Good: Sir Ola Berg is a former England captain. England captain Ed Berg is his nephew.
    Good: Speaker-elect Ana Ruiz is 40. Speaker Ruiz will take the chair on Friday.
    """
    from newslint_rules.titles.title_clashes import title_clashes  # of what is met now and then

    yield from title_clashes(doc)
