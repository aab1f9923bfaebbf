from measures import organic
from measures.articles import EDITED, SCRAPED
from measures.bench import Bench
from measures.verdicts import Verdicts


def bench_of(data, verdict=""):
    folder = data / "verdicts"
    folder.mkdir()
    (folder / "encoding.tsv").write_text(verdict, encoding="utf-8")
    bench = Bench(data, ("encoding", "typography"))
    bench.verdicts = Verdicts(folder)
    return bench


def test_a_place_nobody_has_read_counts_as_a_false_alarm(data):
    errors, warnings = organic.measure(bench_of(data))
    assert errors.n == len(EDITED)
    words = sum(article.words for article in Bench(data).articles(*EDITED))
    assert errors.false_alarms == len(EDITED) * 750_000 / words
    assert errors.met is False
    assert (warnings.n, warnings.false_alarms, warnings.met) == (0, 0, True)


def test_a_true_place_is_no_false_alarm(data):
    read = "".join(f"{name}\tstray\tENC002\ttext\t0\t999\ttrue\tstray\n" for name in EDITED)
    errors, _ = organic.measure(bench_of(data, read))
    assert (errors.n, errors.false_alarms, errors.met) == (len(EDITED), 0, True)


def test_the_table_counts_each_rule_apart_on_edited_and_scraped_text(data):
    read = "articles/afp\tstray\tENC002\ttext\t0\t999\tfalse\tmeant\n"
    rows = organic.table(bench_of(data, read)).splitlines()[4:]
    number = len(EDITED) + len(SCRAPED)
    assert rows == [
        f"| ENC002 control-characters | error | 500 | 500 | 1 of {number} | 0 | 0 | 1 | 1.0 |"
    ]


def test_rules_that_are_off_are_listed_and_are_in_no_budget(data):
    bench = bench_of(data)
    spaced = bench.articles("articles/afp")[0]
    text = "The council met , and agreed to mend the old bridge over the river by the mill."
    bench._articles["articles/afp"] = [spaced.with_text(text)]
    assert "| TYP003 stray-spaces | info |" in organic.table(bench)
    assert sum(row.n for row in organic.measure(bench)) == len(EDITED) - 1
