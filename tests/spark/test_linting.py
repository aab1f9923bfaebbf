from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from newsroom_table import digest, of_lines, write_newsroom

from newslint.arrow import DIAGNOSTICS
from newslint.errors import ConfigError, InputError, SelectionError
from newslint.spark import lint, read_articles

STORY = "The council met on Tuesday and put off its vote on the the bridge once more."


def rows(found: Any) -> list[dict[str, Any]]:
    return [row.asDict(recursive=True) for row in found.collect()]


@pytest.fixture
def checked(here: Path, run_newslint: Any) -> list[dict[str, Any]]:
    """What `check` says of the newsroom's Parquet files."""
    names = write_newsroom(here)
    return of_lines(run_newslint("check", *names, "--no-cache", "--format", "jsonl").out)


def test_spark_finds_what_check_finds(spark: Any, here: Path, checked: Any) -> None:
    articles = read_articles(spark, str(here / "in"))
    for partitions in (1, 5):
        found = lint(
            articles.repartition(partitions), config="newslint.toml",
            path="newslint_path", index="newslint_index",
        )  # fmt: skip
        assert digest(rows(found)) == digest(checked)


def test_rules_across_articles_find_what_they_find_in_folders(
    spark: Any, here: Path, checked: Any, run_newslint: Any
) -> None:
    expected = of_lines(run_newslint("check", "in", "--no-cache", "--format", "jsonl").out)
    assert len(expected) > len(checked) + 100
    assert len({(one["path"], one["fingerprint"]) for one in expected}) == len(expected)
    articles = read_articles(spark, str(here / "in")).repartition(5)
    found = lint(
        articles, config="newslint.toml", across=True,
        path="newslint_path", index="newslint_index",
    )  # fmt: skip
    assert digest(rows(found)) == digest(expected)
    spark.catalog.clearCache()


def test_large_types_and_small_batches_and_another_zone_make_no_difference(
    spark: Any, here: Path, checked: Any
) -> None:
    settings = {
        "spark.sql.execution.arrow.useLargeVarTypes": "true",
        "spark.sql.execution.arrow.maxRecordsPerBatch": "7",
        "spark.sql.session.timeZone": "America/New_York",
    }
    before = {name: spark.conf.get(name) for name in settings}
    for name, value in settings.items():
        spark.conf.set(name, value)
    try:
        found = lint(
            read_articles(spark, str(here / "in")), config=here / "newslint.toml",
            path="newslint_path", index="newslint_index",
        )  # fmt: skip
        assert digest(rows(found)) == digest(checked)
    finally:
        for name, value in before.items():
            spark.conf.set(name, value)


def test_the_columns_are_those_of_the_json_record(spark: Any) -> None:
    found = lint(spark.createDataFrame([(STORY, "b")], "text string, `odd.name` string"))
    assert found.columns == DIAGNOSTICS.names
    (one,) = rows(found)
    assert list(one["record"]) == ["index", "id", "field", "line", "column"]
    assert (one["path"], one["code"], one["text"]) == ("table", "GAR004", "the the")


def test_articles_without_numbers_get_different_ones(spark: Any) -> None:
    table = spark.createDataFrame([(STORY,)] * 9, "text string").repartition(3)
    found = rows(lint(table, name="wire"))
    assert {one["path"] for one in found} == {"wire"}
    assert len({one["record"]["index"] for one in found}) == 9
    assert len({one["fingerprint"] for one in found}) == 9
    assert len({one["fingerprint"] for one in rows(lint(table, number=False))}) == 1


def test_the_configuration_can_be_a_dict_and_rules_selected(spark: Any) -> None:
    table = spark.createDataFrame([(STORY, 1)], "words string, n int")
    config = {"fields": {"text": "words"}, "severity": {"doubled-words": "error"}}
    (one,) = rows(lint(table, config=config))
    assert one["severity"] == "error"
    assert rows(lint(table, config=config, ignore="doubled-words")) == []
    assert rows(lint(table, config=config, select=["fused-words", "titles"])) == []


@pytest.mark.parametrize(
    ("given", "error", "message"),
    [
        ({"config": {"fail_off": "never"}}, ConfigError, "did you mean 'fail-on'?"),
        ({"config": "nowhere.toml"}, ConfigError, "config='nowhere.toml': no such file"),
        ({"select": "fused-wrods"}, SelectionError, "did you mean 'fused-words'?"),
        ({"path": "file"}, InputError, "path='file': there is no such column"),
        ({"index": "text"}, InputError, "holds string, no whole numbers"),
        ({"config": {"fields": {"text": "story"}}}, InputError, "no column is called 'story'"),
    ],
)
def test_what_cannot_be_is_said_before_anything_runs(
    spark: Any, given: Any, error: type[Exception], message: str
) -> None:
    with pytest.raises(error) as raised:
        lint(spark.createDataFrame([(STORY,)], "text string"), **given)
    assert message in str(raised.value)


def test_only_a_dataframe_will_do() -> None:
    with pytest.raises(InputError, match="lint wants a Spark DataFrame of articles, not list"):
        lint([STORY])
