import os
import random
import signal
import stat
import subprocess
import sys
import time

import pytest

from newslint import files
from newslint.errors import InputError, MissingInputError
from newslint.files import ChangedMeanwhileError, read_file, write_atomically


def test_a_file_is_replaced_and_its_mode_kept(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(b"old")
    path.chmod(0o640)
    write_atomically(path, b"new", expected=b"old")
    assert path.read_bytes() == b"new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="needs root")
def test_the_owner_of_a_file_is_kept(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(b"old")
    os.chown(path, 1234, 2345)
    path.chmod(0o664)
    write_atomically(path, b"new")
    status = path.stat()
    assert (status.st_uid, status.st_gid, stat.S_IMODE(status.st_mode)) == (1234, 2345, 0o664)


def test_a_new_file_has_the_usual_mode(tmp_path):
    usual = tmp_path / "usual"
    usual.touch()
    write_atomically(tmp_path / "new", b"x")
    assert (tmp_path / "new").stat().st_mode == usual.stat().st_mode


def test_a_symbolic_link_stays_one(tmp_path):
    target = tmp_path / "kept" / "a.txt"
    target.parent.mkdir()
    target.write_bytes(b"old")
    link = tmp_path / "link.txt"
    link.symlink_to(target)
    write_atomically(link, b"new")
    assert link.is_symlink()
    assert target.read_bytes() == b"new"


@pytest.mark.parametrize("now", [b"theirs", None])
def test_what_somebody_else_wrote_meanwhile_is_not_overwritten(tmp_path, now):
    path = tmp_path / "a.txt"
    if now is not None:
        path.write_bytes(now)
    with pytest.raises(ChangedMeanwhileError, match=r"a\.txt: was changed by somebody else"):
        write_atomically(path, b"ours", expected=b"old")
    assert [one.read_bytes() for one in tmp_path.iterdir()] == ([] if now is None else [now])


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_crash_at_any_step_leaves_the_old_file_and_nothing_else(tmp_path, monkeypatch, step):
    path = tmp_path / "a.txt"
    path.write_bytes(b"old")

    def crash(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(files.os, step, crash)
    with pytest.raises(KeyboardInterrupt):
        write_atomically(path, b"new")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_full_disk_is_an_error_that_names_the_file(tmp_path, monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(files.os, "fsync", full)
    with pytest.raises(InputError, match=r"a\.txt: cannot be written: No space left"):
        write_atomically(tmp_path / "a.txt", b"new")
    assert list(tmp_path.iterdir()) == []


def test_only_regular_files_are_written(tmp_path):
    with pytest.raises(InputError, match="not a regular file"):
        write_atomically(tmp_path, b"new")


def test_a_read_only_file_stays_as_it_is(tmp_path, monkeypatch):
    path = tmp_path / "a.txt"
    path.write_bytes(b"old")
    monkeypatch.setattr(files.os, "access", lambda *_: False)  # also for a superuser
    with pytest.raises(InputError, match="read-only"):
        write_atomically(path, b"new")
    link = tmp_path / "link.txt"
    link.symlink_to(path)
    with pytest.raises(InputError, match=r"^\S*link\.txt: cannot be written: it is read-only$"):
        write_atomically(link, b"new")


def test_reading_what_is_not_there(tmp_path):
    with pytest.raises(MissingInputError, match="no such file"):
        read_file(tmp_path / "gone.txt")
    with pytest.raises(InputError, match="cannot be read"):
        read_file(tmp_path)


OLD = b"---\ntitle: Ferry\n---\nThe ferry stays , the owner said.\n" + b"A word of it .\n" * 20
NEW = OLD.replace(b" ,", b",").replace(b" .", b".")


@pytest.mark.parametrize("seed", range(2))
def test_a_killed_fix_leaves_each_file_old_or_new(tmp_path, seed):
    (tmp_path / "newslint.toml").write_text('select = ["TYP003"]\nlanguage = "en"\n')
    articles = [tmp_path / f"{number}.md" for number in range(30)]
    for path in articles:
        path.write_bytes(OLD)
    fix = [sys.executable, "-m", "newslint", "check", ".", "--fix", "--quiet"]
    running = subprocess.Popen(fix, cwd=tmp_path, stdout=subprocess.DEVNULL)
    while running.poll() is None and articles[seed].read_bytes() == OLD:
        time.sleep(0.0005)
    time.sleep(random.Random(seed).uniform(0, 0.01))
    running.kill()
    assert running.wait() == -signal.SIGKILL, "the run had ended before it was killed"

    states = [path.read_bytes() for path in articles]
    assert set(states) == {OLD, NEW}
    files = subprocess.run(
        [*fix[:5], "--show-files"], cwd=tmp_path, capture_output=True, text=True, check=True
    ).stdout.splitlines()
    assert sorted(files) == sorted(path.name for path in articles)
    subprocess.run(fix, cwd=tmp_path, check=True)
    assert {path.read_bytes() for path in articles} == {NEW}
