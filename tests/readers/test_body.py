import json

import pytest
from reading import read

from newslint.errors import NotAnArticleFileError

SHORT, LONG = "The bridge is shut.", "The harbour bridge will be shut until Friday morning."


def table(**record: str) -> str:
    return f"{','.join(record)}\n{','.join(record.values())}\n"


@pytest.mark.parametrize(
    ("name", "write"), [("a.json", lambda **r: json.dumps([r])), ("a.csv", table)]
)
def test_short_texts_are_articles_with_their_heads_and_labels_without(name, write):
    assert read(name, write(id="1", text=LONG)).text == LONG
    assert read(name, write(title="Bridge", text=SHORT)).text == SHORT
    assert read(name, write(date="2024-03-12", text=SHORT)).text == SHORT
    for labels in ({"id": "1", "text": SHORT}, {"title": "Menu", "text": "menu/about"}):
        with pytest.raises(NotAnArticleFileError, match="taken for labels"):
            read(name, write(**labels))
