"""newslint: a data-quality linter for news articles. This is its public API.

A name is imported when it is first asked for: a start needs few of them, and a script that lints
nothing needs none.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newslint.diagnostic import Diagnostic, Severity
    from newslint.doc import Doc
    from newslint.errors import NewslintError
    from newslint.facts import Fact, Group, Use, Verdict
    from newslint.fields import Field, Meta
    from newslint.hookspecs import hookimpl
    from newslint.learned import Learned, WordUse
    from newslint.patterns import regexp
    from newslint.raw import (
        MapBuilder,
        OffsetMap,
        RawArticle,
        RawComment,
        RawField,
        RawProblem,
        SourceFile,
    )
    from newslint.reporting import Summary
    from newslint.rule_options import is_share
    from newslint.rulebook import Rule, rule
    from newslint.source import Text
    from newslint.spans import Finding, Findings, Fix, Span
    from newslint.structs import Struct
    from newslint.text.article import Article, Dateline, Line, Role
    from newslint.text.attribution.attributions import Attribution, attributed
    from newslint.text.attribution.cues import Cue, CueKind, any_cue, cues_in, has_cue
    from newslint.text.dates.calendar_words import (
        MONTH_WORDS,
        WEEKDAY_NAMES,
        WEEKDAY_WORDS,
        date_near,
    )
    from newslint.text.dates.finder import DateMention
    from newslint.text.dates.numeric import NUMERIC_DATE_MARKS, NumericDate, numeric_dates
    from newslint.text.form_runs import FormRuns
    from newslint.text.forms import FormKind, blanked, forms_in_order
    from newslint.text.garbled import Garbled, begins_garbled, garbled_places
    from newslint.text.lexicon import Lexicon, lexicon
    from newslint.text.name_forms import NAME_BEGINNINGS, may_be_surname, may_begin_name
    from newslint.text.names import (
        full_names,
        has_given_name,
        name_parts,
        plain_name,
        same_person,
        surname_of,
    )
    from newslint.text.numbers import MAGNITUDES, NUMBER, SMALL_NUMBERS, TENS, Number, read_number
    from newslint.text.people import Mention
    from newslint.text.phrases import Phrases, data_text, phrase_file, phrases, word_list
    from newslint.text.places import places
    from newslint.text.quotes import Quote, in_quotes, quote_at, quotes_in
    from newslint.text.reading_time import ReadingTime, reading_times
    from newslint.text.sentences import paragraph_at, sentence_at, sentences_of
    from newslint.text.sketches import (
        SKETCH_SCHEME,
        Sketch,
        openings,
        plain_words,
        shingle_hashes,
        sketch,
    )
    from newslint.text.titled import may_be_marked_and_not, may_bear_two_titles
    from newslint.text.titles import is_title_word, nationalities
    from newslint.text.words import (
        hyphenated_words,
        is_stray,
        is_unknown,
        stray_letters_of,
        unknown_parts,
        unknown_word_at,
        unknown_words_of,
        words_with_digits,
    )
    from newslint.timestamps import MONTH_NAMES, calendar_date, parse_timestamp

__all__ = [
    "MAGNITUDES",
    "MONTH_NAMES",
    "MONTH_WORDS",
    "NAME_BEGINNINGS",
    "NUMBER",
    "NUMERIC_DATE_MARKS",
    "SKETCH_SCHEME",
    "SMALL_NUMBERS",
    "TENS",
    "WEEKDAY_NAMES",
    "WEEKDAY_WORDS",
    "Article",
    "Attribution",
    "Cue",
    "CueKind",
    "DateMention",
    "Dateline",
    "Diagnostic",
    "Doc",
    "Fact",
    "Field",
    "Finding",
    "Findings",
    "Fix",
    "FormKind",
    "FormRuns",
    "Garbled",
    "Group",
    "Learned",
    "Lexicon",
    "Line",
    "MapBuilder",
    "Mention",
    "Meta",
    "NewslintError",
    "Number",
    "NumericDate",
    "OffsetMap",
    "Phrases",
    "Quote",
    "RawArticle",
    "RawComment",
    "RawField",
    "RawProblem",
    "ReadingTime",
    "Role",
    "Rule",
    "Severity",
    "Sketch",
    "SourceFile",
    "Span",
    "Struct",
    "Summary",
    "Text",
    "Use",
    "Verdict",
    "WordUse",
    "any_cue",
    "attributed",
    "begins_garbled",
    "blanked",
    "calendar_date",
    "cues_in",
    "data_text",
    "date_near",
    "forms_in_order",
    "full_names",
    "garbled_places",
    "has_cue",
    "has_given_name",
    "hookimpl",
    "hyphenated_words",
    "in_quotes",
    "is_share",
    "is_stray",
    "is_title_word",
    "is_unknown",
    "lexicon",
    "may_be_marked_and_not",
    "may_be_surname",
    "may_bear_two_titles",
    "may_begin_name",
    "name_parts",
    "nationalities",
    "numeric_dates",
    "openings",
    "paragraph_at",
    "parse_timestamp",
    "phrase_file",
    "phrases",
    "places",
    "plain_name",
    "plain_words",
    "quote_at",
    "quotes_in",
    "read_number",
    "reading_times",
    "regexp",
    "rule",
    "same_person",
    "sentence_at",
    "sentences_of",
    "shingle_hashes",
    "sketch",
    "stray_letters_of",
    "surname_of",
    "unknown_parts",
    "unknown_word_at",
    "unknown_words_of",
    "word_list",
    "words_with_digits",
]

if not TYPE_CHECKING:  # a type checker would take it for a promise that any name is there
    _NAMES = {
        "diagnostic": "Diagnostic Severity",
        "doc": "Doc",
        "errors": "NewslintError",
        "facts": "Fact Group Use Verdict",
        "fields": "Field Meta",
        "hookspecs": "hookimpl",
        "learned": "Learned WordUse",
        "patterns": "regexp",
        "raw": "MapBuilder OffsetMap RawArticle RawComment RawField RawProblem SourceFile",
        "reporting": "Summary",
        "rule_options": "is_share",
        "rulebook": "Rule rule",
        "source": "Text",
        "spans": "Finding Findings Fix Span",
        "structs": "Struct",
        "text.article": "Article Dateline Line Role",
        "text.attribution.attributions": "Attribution attributed",
        "text.attribution.cues": "Cue CueKind any_cue cues_in has_cue",
        "text.dates.calendar_words": "MONTH_WORDS WEEKDAY_NAMES WEEKDAY_WORDS date_near",
        "text.dates.finder": "DateMention",
        "text.dates.numeric": "NUMERIC_DATE_MARKS NumericDate numeric_dates",
        "text.form_runs": "FormRuns",
        "text.forms": "FormKind blanked forms_in_order",
        "text.garbled": "Garbled begins_garbled garbled_places",
        "text.lexicon": "Lexicon lexicon",
        "text.name_forms": "NAME_BEGINNINGS may_be_surname may_begin_name",
        "text.names": "full_names has_given_name name_parts plain_name same_person surname_of",
        "text.numbers": "MAGNITUDES NUMBER SMALL_NUMBERS TENS Number read_number",
        "text.people": "Mention",
        "text.places": "places",
        "text.phrases": "Phrases data_text phrase_file phrases word_list",
        "text.quotes": "Quote in_quotes quote_at quotes_in",
        "text.reading_time": "ReadingTime reading_times",
        "text.sentences": "paragraph_at sentence_at sentences_of",
        "text.sketches": ("SKETCH_SCHEME Sketch openings plain_words shingle_hashes sketch"),
        "text.titled": "may_be_marked_and_not may_bear_two_titles",
        "text.titles": "is_title_word nationalities",
        "text.words": (
            "hyphenated_words is_stray is_unknown stray_letters_of unknown_parts unknown_word_at"
            " unknown_words_of words_with_digits"
        ),
        "timestamps": "MONTH_NAMES calendar_date parse_timestamp",
    }
    _HOMES = {name: home for home, names in _NAMES.items() for name in names.split()}

    def __getattr__(name: str) -> object:
        """Import a public name where it is defined."""
        if name not in _HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        value = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
        globals()[name] = value
        return value

    def __dir__() -> list[str]:
        return sorted({*globals(), *__all__})
