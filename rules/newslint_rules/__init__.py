"""The bundled rules."""

HELPERS = {
    "attribution": "claim_forms genre naming sourceless",
    "dates": "ages around copies date_fields told_years",
    "duplicates": "signatures",
    "encoding": "lost_letters markup",
    "garbled": (
        "broken_pairs capitals compounds digits doubled_runs explanations glued_marks "
        "learned_words marks misspelling pieces splitting sure_shapes suspects"
    ),
    "headline": (
        "actors aliases contradiction deeds introduced lead name_hints predicate "
        "source_kinds source_tags stand_ins stems strangers surnames whole_words"
    ),
    "numbers": "amounts changes multiples quantities units wording",
    "quality": "counting ends leftovers",
    "residue": "runs shared_lines whose_line",
    "titles": (
        "alike at_one_time bodies change_of_office clashing full_names_alike in_office "
        "name_context name_words namesakes office_facts one_person tenure title_clashes "
        "told_conflicts told_titles two_offices voice"
    ),
}
"""The modules without rules, by family, for `newslint.plugins`: imported by the rules that need
them, when they do, and not to look for rules. A new module with rules is found unnamed."""

SLEEPING = {"quality": "QUA"}
"""Families whose rules are all off, with how their codes begin: loaded when they are asked for."""
