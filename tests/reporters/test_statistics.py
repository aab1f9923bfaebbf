from newslint.reporters.statistics import counts_table, timings_table
from newslint.reporting import Tally
from newslint.results import Timing


def test_the_most_frequent_rule_comes_first(said, in_record):
    tally = Tally()
    assert list(tally.count([said, in_record, in_record])) == [said, in_record, in_record]
    assert counts_table(tally.by_rule).splitlines() == [
        "2  RES001  interface-text",
        "1  GAR001  fused-words",
    ]


def test_no_diagnostics_no_table():
    assert counts_table({}) == ""


def test_the_slowest_rule_comes_first_and_the_sum_last():
    timings = {"fused-words": Timing(1.5, 1200, 7), "mojibake": Timing(12.25, 40, 0)}
    assert timings_table(timings).splitlines() == [
        "seconds  calls  findings  rule",
        " 12.250     40         0  mojibake",
        "  1.500  1,200         7  fused-words",
        " 13.750  1,240         7  all rules",
    ]
