import pytest

from newslint import Doc
from newslint.fields import Meta
from newslint.outlets import outlet_name

ARCHIVED = "https://web.archive.org/web/20160102/http://www.harbour.example/ferry"


@pytest.mark.parametrize(
    ("source", "url", "expected"),
    [
        ("", "", ""),
        ("The  Harbour\nPost", "https://harbour.example/a", "The Harbour Post"),
        ("", "https://www.Harbour.example:443/a?b#c", "harbour.example"),
        ("", "//news.harbour.example/a", "news.harbour.example"),
        ("www.harbour.example", "", "harbour.example"),
        ("https://harbour.example", "https://other.example", "harbour.example"),
        ("https://web.archive.org", ARCHIVED, "harbour.example"),
        ("https://web.archive.org", "", "web.archive.org"),
        ("", ARCHIVED, "harbour.example"),
        ("", ARCHIVED.replace("http://", "http:/"), "harbour.example"),
        ("", "https://user:word@harbour.example/", "harbour.example"),
        ("", "/ferry/2024", ""),
        ("", "ferry", ""),
        ("U.S. Desk", "", "U.S. Desk"),
    ],
)
def test_an_outlet_has_one_name(source, url, expected):
    assert outlet_name(source, url) == expected


def test_metadata_know_the_outlet():
    doc = Doc("x")
    assert Meta.of({"url": "https://www.harbour.example/a"}, doc).outlet == "harbour.example"
    assert Meta.of({}, doc).outlet == ""
