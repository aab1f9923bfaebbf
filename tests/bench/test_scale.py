"""The bench of scale: corpora out of nothing, processes watched, scans compared."""

import csv
import gzip
import json
import subprocess
import sys
from itertools import islice
from pathlib import Path

import pytest

import scale
from newslint.config import Config
from newslint.session import Session, SessionOptions
from scales.articles import articles
from scales.corpora import FORMS, Corpus, records, write
from scales.gathered import gathered
from scales.projection import projection
from scales.scans import Scanned, Way, scan
from scales.watching import Cost, Peaks, bytes_in, watch

MB = 10**6


def test_the_same_seed_gives_the_same_articles():
    first, again, other = (list(islice(articles(seed), 700)) for seed in (1, 1, 2))
    assert first == again != other
    assert len({one.id for one in first}) == 700


def test_lengths_are_those_of_news_and_words_go_on_being_new():
    found = list(islice(articles(), 4000))
    lengths = sorted(len(one.text) for one in found)
    assert 2_400 <= lengths[2000] <= 3_000
    assert 3_000 <= sum(lengths) / 4000 <= 3_700
    words = [set(one.text.split()) for one in found]
    early, late = set().union(*words[:2000]), set().union(*words)
    assert len(late) - len(early) > 10 * 2000


def test_copies_and_lines_of_outlets_are_planted():
    found = list(islice(articles(), 4000))
    leads = [one.text.split("\n\n")[0] for one in found]
    assert 0.03 < 1 - len(set(leads)) / 4000 < 0.09
    last = [one.text.rsplit("\n\n", 1)[-1] for one in found]
    assert 0.3 < sum(last.count(line) > 3 for line in last) / 4000 < 0.6


@pytest.mark.parametrize("form", FORMS)
def test_a_corpus_is_as_large_as_asked_for_and_all_of_it_is_read(form, tmp_path):
    corpus = write(records(None), tmp_path / "corpus", form, MB // 5)
    assert MB // 5 <= corpus.size < MB // 4
    engine = Session(SessionOptions(Config(), select=("GAR003",))).engine
    (file,) = corpus.folder.iterdir()
    assert file.name == f"part-0000.{form}"
    assert sum(one.articles for one in engine.portions(str(file))) == corpus.articles


def test_packed_lines_and_tables_say_the_same(tmp_path):
    plain, packed, table = (
        next(write(records(None), tmp_path / form, form, 20_000).folder.iterdir())
        for form in ("jsonl", "jsonl.gz", "csv")
    )
    lines = plain.read_text("utf-8").splitlines()
    assert gzip.decompress(packed.read_bytes()).decode().splitlines() == lines
    with table.open(encoding="utf-8", newline="") as stream:
        texts = [row["text"] for row in csv.DictReader(stream)]
    assert texts == [json.loads(line)["text"] for line in lines]


def test_a_corpus_comes_in_shards(tmp_path, monkeypatch):
    monkeypatch.setattr("scales.corpora.SHARD", 10_000)
    corpus = write(records(None), tmp_path / "corpus", "jsonl", 35_000)
    files = sorted(corpus.folder.iterdir())
    assert len(files) in {3, 4}
    rows = [json.loads(line) for file in files for line in file.read_text("utf-8").splitlines()]
    assert rows == list(islice(records(None), corpus.articles))


def test_articles_of_a_folder_come_again_under_other_ids(data):
    found = list(islice(records(data), 100))
    assert len({one["id"] for one in found}) > len({one["text"] for one in found})
    with pytest.raises(SystemExit, match="has no articles"):
        next(records(data / "gold"))


def test_a_process_and_those_it_starts_are_watched(tmp_path):
    inner = "import time; held = b'x' * 60_000_000; time.sleep(1)"
    outer = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {inner!r}])"
    (tmp_path / "file").write_bytes(bytes(1000))
    steps = iter(["first"])
    cost = watch(
        [sys.executable, "-c", outer],
        step=lambda: next(steps, "then"),
        folders={"here": tmp_path},
    )
    assert cost.peaks.files == {"here": 1000}
    assert cost.steps.keys() == {"first", "then"}
    assert sum(cost.steps.values()) == pytest.approx(cost.wall)
    if sys.platform == "linux":
        assert cost.peaks.processes >= 2
        assert cost.peaks.resident > 60_000_000 > cost.peaks.own
        assert cost.peaks.by_step["then"] == cost.peaks.resident > cost.peaks.proportional


@pytest.mark.skipif(sys.platform != "linux", reason="processes are looked at in /proc")
def test_a_process_that_nobody_waits_for_counts_too():
    busy = "import time\nwhile time.process_time() < 0.5: pass\ntime.sleep(5)"
    start = (
        f"import subprocess, sys, time; one = subprocess.Popen([sys.executable, '-c', {busy!r}])"
    )
    code = f"{start}\ntime.sleep(3)\none.kill()\none.returncode = 0\nimport os; os._exit(0)"
    assert watch([sys.executable, "-c", code]).cpu > 0.3


def test_a_process_that_fails_is_said():
    with pytest.raises(RuntimeError, match="ended with 3: so it is"):
        watch([sys.executable, "-c", "import sys; sys.stderr.write('so it is'); sys.exit(3)"])


def test_files_below_a_folder_are_added_up(tmp_path):
    (tmp_path / "below").mkdir()
    (tmp_path / "one").write_bytes(bytes(10))
    (tmp_path / "below" / "two").write_bytes(bytes(5))
    assert bytes_in(tmp_path) == 15
    assert bytes_in(tmp_path / "nowhere") == 0


def test_a_scan_that_says_nothing_of_duckdb_groups_with_sqlite(tmp_path):
    corpus = write(records(None), tmp_path / "corpus", "jsonl", 2 * MB)
    settings = ("--isolated", "--select", "RES101,DAT101,GAR003", "--parts", "jsonl")
    ways = [Way("1", ("--jobs", "1"), across=True, sqlite=sqlite) for sqlite in (False, True)]
    first, second = (scan(corpus, way, tmp_path / "scan", settings) for way in ways)
    assert first.summary == second.summary
    assert first.summary["articles"] == corpus.articles
    assert {"planning", "linting"} <= first.cost.steps.keys()
    assert first.cost.peaks.files["work"]
    assert not (tmp_path / "scan").exists()


def test_the_whole_bench_runs(capsys, monkeypatch, tmp_path):
    small = ("--size", "0.05", "--growth", "2", "--runs", "1", "--select", "GAR003,DAT101")
    parts = ("--only", "ways", "overhead", "growth", "facts", "recipes")
    folder = ("--folder", str(tmp_path / "room"))
    monkeypatch.setattr(sys, "argv", ["scale.py", *small, *parts, *folder])
    monkeypatch.setattr(scale, "find_spec", lambda name: name if name == "duckdb" else None)
    monkeypatch.setattr(scale, "RECIPES", ())
    scale.main()
    shown = capsys.readouterr().out
    for heading in (
        "Ways to scan",
        "Memory and disk",
        "A scan beside a check",
        "Growth",
        "Facts of",
    ):
        assert f"### {heading}" in shown
    assert "| 2 processes, across articles, SQLite |" in shown
    assert "Spark is left out" in shown
    assert list((tmp_path / "room").iterdir()) == []


def test_a_large_corpus_takes_what_its_rates_say():
    cost = Cost(5.0, 10.0, Peaks(files={"work": 2_000_000}), {}, "")
    corpus = Corpus(Path(), articles=3_000, size=20 * MB)  # 2 MB a second, 300 articles
    (row,) = projection([("so", Scanned(corpus, cost, {}, output=1_000_000))])
    name, by_bytes, by_articles, one, eight, _, work, output = row
    assert name == "so"
    assert by_bytes == "139"  # 1 TB / 2 MB/s is 500,000 seconds
    assert by_articles == "278"  # 300 million / 300 is a million seconds
    assert (one, eight) == ("17.4", "2.2")
    assert (work, output) == ("200", "100")


def test_facts_are_counted_as_they_are_written_down():
    found = gathered(islice(records(None), 40), 100, ("DUP101", "RES101", "GAR003"))
    assert found.articles == 40
    assert found.facts["DUP101"] == 40
    assert found.seconds.keys() == {"DUP101", "RES101"}
    assert 0 < sum(found.seconds.values()) < found.lint
    assert found.size["DUP101"] > 40 * 100


def test_what_is_not_installed_is_left_out_and_said(capsys, monkeypatch):
    monkeypatch.setattr(scale, "find_spec", lambda name: None)
    names = [way.name for way in scale.ways(3, "64MB")]
    assert names == ["1 process", "3 processes", "3 processes, across articles, SQLite"]
    said = capsys.readouterr().out
    assert "DuckDB is left out" in said
    assert "Spark is left out" in said


def test_a_way_is_asked_for_by_its_name_or_a_part_of_several():
    there = [Way("2 processes"), Way("2 processes, across articles"), Way("Spark local[2]")]

    def meant(*asked):
        return [way.name for way in there if scale._is_meant(way.name, asked, there)]

    assert meant() == [way.name for way in there]
    assert meant("2 processes") == ["2 processes"]
    assert meant("process", "Spark local[2]") == [way.name for way in there]
    assert meant("across") == ["2 processes, across articles"]


def test_the_bench_can_be_asked_what_it_does():
    file = scale.__file__
    assert file is not None
    done = subprocess.run(
        [sys.executable, file, "--help"], capture_output=True, text=True, check=True
    )
    assert "--growth" in done.stdout
