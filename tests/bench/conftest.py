import json

import pytest

from measures.articles import EDITED, SCRAPED

CLEAN = "The council met on Friday and agreed to mend the old bridge over the river."


@pytest.fixture
def data(tmp_path):
    """A folder as the bench wants it: two articles a file, the second with a stray character."""
    for name in (*EDITED, *SCRAPED):
        path = tmp_path / f"{name}.jsonl"
        path.parent.mkdir(exist_ok=True)
        rows = [
            {"id": "clean", "text": CLEAN, "headline": None, "date": None},
            {
                "id": "stray",
                "text": f"{CLEAN}\n\nIt will be\u200b open by May.",
                "date": "2020-01-02",
            },
        ]
        path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return tmp_path
