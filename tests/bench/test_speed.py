"""The bench of speed, and what it counts without a clock."""

import sys
from collections import Counter
from itertools import islice

import pytest

import speed
from speeds import generated, peers, processes
from speeds.samples import as_one_line, samples, stretched
from speeds.scanned import scanned


@pytest.mark.parametrize("kind", [generated.scraped, generated.wire])
def test_the_same_seed_gives_the_same_articles(kind):
    first, again, other = (list(islice(kind(seed), 3)) for seed in (1, 1, 2))
    assert first == again != other
    assert len(set(first)) == 3


def test_generated_samples_are_as_large_as_asked_for():
    for sample in samples(None, 30_000):
        assert 30_000 <= sample.size < 40_000


def test_samples_of_a_folder_are_its_articles(data):
    scraped, wire = samples(data, 10**6)
    assert len(scraped.texts) == 8
    assert len(wire.texts) == 4


def test_a_sample_can_be_stretched_and_put_on_one_line(data):
    scraped, _ = samples(data, 10**6)
    assert stretched(scraped, 5_000).size >= 5_000
    (line,) = as_one_line(scraped, 5_000).texts
    assert line.count("\n") == 1
    assert len(line) >= 4_900


def test_a_sample_is_written_as_files_and_as_records(data, tmp_path):
    scraped, _ = samples(data, 10**6)
    assert len(list(scraped.write_files(tmp_path / "files").rglob("*.txt"))) == 8
    assert len(scraped.write_records(tmp_path / "r.jsonl").read_text().splitlines()) == 8


def test_a_process_is_measured_and_one_that_fails_is_said():
    cost = processes.run([sys.executable, "-c", "sum(range(10**6))"])
    assert cost.cpu > 0
    assert cost.wall > 0
    assert cost.peak > 10**6
    with pytest.raises(RuntimeError, match="ended with 3"):
        processes.run([sys.executable, "-c", "raise SystemExit(3)"])


def test_peers_are_those_that_are_there(tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "executable", str(tmp_path / "python"))
    monkeypatch.setenv("PATH", str(tmp_path))
    assert peers.peers(tmp_path) == []
    vale = tmp_path / "vale"
    vale.touch(mode=0o755)
    (found,) = peers.peers(tmp_path)
    assert found.command([tmp_path / "a.txt"], tmp_path)[-2:] == [
        str(tmp_path / "vale.ini"),
        str(tmp_path / "a.txt"),
    ]


def test_a_peer_that_takes_one_file_gets_one(tmp_path):
    files = [tmp_path / "a.txt", tmp_path / "b.txt"]
    for file in files:
        file.write_text(file.name)
    command = peers.Peer("one", "one", together=True).command(files, tmp_path)
    assert (tmp_path / "one.txt").read_text() == "a.txt\n\nb.txt"
    assert command == ["one", str(tmp_path / "one.txt")]


def test_the_whole_bench_runs(capsys, monkeypatch):
    arguments = ["--size", "0.02", "--largest", "1", "--runs", "1", "--no-peers"]
    monkeypatch.setattr(sys, "argv", ["speed.py", *arguments])
    monkeypatch.setattr(speed, "MB", 20_000)  # what it calls a megabyte
    speed.main()
    shown = capsys.readouterr().out
    for heading in ("scraped (generated)", "Start", "Several processes", "A second run", "Growth"):
        assert f"### {heading}" in shown
    assert "| yardstick |" in shown


def corpus(articles: int) -> list[str]:
    return [*islice(generated.scraped(3), articles), *islice(generated.wire(4), 5 * articles)]


def test_what_patterns_read_grows_with_the_text():
    # in fewer articles no name stands beside two titles, so that nobody reads them
    few, much = (scanned(["\n\n".join(corpus(articles))]) for articles in (4, 12))
    for code, count in much[0].items():
        assert count / much[1] <= 1.5 * few[0][code] / few[1] + 0.1, code


def test_no_rule_reads_the_text_over_and_over():
    """Whoever reads much of every article makes it slow for all: look at windows around hits."""
    counts, total = scanned(corpus(20))
    assert total > 100_000
    read = Counter({code: count / total for code, count in counts.items()})
    assert {code: share for code, share in read.items() if share > 3} == {}
    assert read.total() < 8
