import pytest
from folders import FRENCH, POLISH, STORY

from newslint.raw import SourceFile
from newslint.survey.encodings import encoding_of

CURLY = STORY.replace("the old bridge", "the ‘old’ bridge’s “arches” – built by café owners –")


def encoding(data: bytes, name: str = "a.txt") -> str | None:
    return encoding_of(SourceFile(name, data))


def test_what_is_utf_8_is_known_and_ascii_tells_nothing():
    assert encoding(STORY.encode()) == "ascii"
    assert encoding(FRENCH.encode()) == "utf-8"


@pytest.mark.parametrize("text", [FRENCH, CURLY, STORY + " The fair cost 3£."])
def test_what_old_windows_programs_wrote_is_told(text):
    assert encoding(text.encode("cp1252")) == "cp1252"


@pytest.mark.parametrize(
    "data",
    [
        POLISH.encode("cp1250"),
        FRENCH.encode("mac-roman"),
        CURLY.encode("mac-roman"),
        STORY.encode() + b"\x00",
        FRENCH.encode() + b" \xe9t\xe9",  # UTF-8 with two bytes that are not
        "Совет города во вторник одобрил план, который будет готов через два года.".encode(
            "cp1251"
        ),
        b"\x89PNG\r\n\x1a\n" + bytes(range(128, 256)) * 4,
    ],
)
def test_what_may_be_something_else_is_not(data):
    assert encoding(data) is None


def test_what_a_file_says_of_itself_is_believed():
    assert encoding(STORY.encode("utf-16")) == "utf-16-le"
    page = b"<!doctype html><meta charset=iso-8859-1><p>" + FRENCH.encode("cp1252")
    assert encoding(page, "a.html") == "cp1252"
