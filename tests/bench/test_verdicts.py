import pytest

from measures.linting import Flag
from measures.verdicts import FOLDER, Verdicts


def flag(start, end, code="ENC002", field="text", article="stray"):
    return Flag(
        "articles/afp", article, code, "control-characters", "error", field, start, end, "", "",
        "", "",
    )  # fmt: skip


@pytest.fixture
def verdicts(tmp_path):
    lines = "# a comment\narticles/afp\tstray\tENC002\ttext\t10\t20\tfalse\ta joiner\n"
    (tmp_path / "encoding.tsv").write_text(lines, encoding="utf-8")
    return Verdicts(tmp_path)


@pytest.mark.parametrize(
    ("place", "verdict"),
    [
        (flag(10, 20), "false"),
        (flag(10, 10), "false"),
        (flag(15, 30), "false"),
        (flag(20, 30), None),
        (flag(10, 20, code="ENC001"), None),
        (flag(10, 20, field="headline"), None),
        (flag(10, 20, article="clean"), None),
    ],
)
def test_a_verdict_holds_for_what_overlaps_its_place(verdicts, place, verdict):
    assert verdicts.of(place) == verdict


def test_what_nobody_has_read_is_counted_as_unread(verdicts):
    assert verdicts.count([flag(10, 20), flag(11, 12), flag(90, 91)]) == {"false": 2, "unread": 1}


@pytest.mark.parametrize(
    "line", ["a\tb\tc", "f\ti\tc\ttext\tx\t2\ttrue\t", "f\ti\tc\ttext\t1\t2\tyes\t"]
)
def test_a_line_that_cannot_be_understood_is_named(tmp_path, line):
    (tmp_path / "dates.tsv").write_text(f"# one\n{line}\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"^dates\.tsv:2: "):
        Verdicts(tmp_path)


def test_the_verdicts_in_the_repository_can_be_read_and_hold_no_article_text():
    Verdicts()
    for path in FOLDER.glob("*.tsv"):
        for line in path.read_text(encoding="utf-8").splitlines():
            if not line.startswith("#"):
                columns = line.split("\t")
                assert len(columns) <= 8
                assert len("".join(columns[7:]).split()) <= 12, (
                    f"{path.name}: a reason, no quotation"
                )
