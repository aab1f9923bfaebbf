import sys
from collections import Counter
from unittest.mock import patch

from measures import organic, quality
from measures.bench import Bench
from newslint import Doc
from newslint.plugins import load_book
from newslint_rules.quality import counting


def test_without_datatrove_nothing_is_measured_and_it_says_what_to_install(data, capsys):
    with patch.dict(sys.modules, {"datatrove": None, "datatrove.pipeline": None}):
        assert list(quality.measure(Bench(data))) == []
    assert "pip install datatrove spacy" in capsys.readouterr().err


def test_every_rule_that_datatrove_has_is_held_against_it():
    rules = {rule.code for rule in load_book(awake=True).rules if rule.family == "quality"}
    refinedweb = {"QUA024", "QUA025"}
    assert {case.code for case in quality.CASES} == rules - refinedweb


def test_flagged_lines_are_counted_whole_and_as_often_as_they_stand_there():
    rule = load_book(awake=True).by_code["QUA013"]
    case = next(case for case in quality.CASES if case.code == "QUA013")
    doc = Doc("  A line of a list\nThe boat left.\n" * 30)
    with patch.object(counting, "MOST", sys.maxsize):
        assert quality._ours(rule, doc, case) == Counter({"A line of a list": 30})


def test_document_filters_are_in_no_table_of_what_readers_said(data):
    bench = Bench(data, ("quality", "encoding"))
    assert any(flag.code.startswith("QUA") for flags in bench.natural.values() for flag in flags)
    assert "QUA" not in organic.table(bench)
