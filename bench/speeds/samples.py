"""The articles a run is measured on: from a folder, or generated."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path

from measures.articles import SCRAPED, read_rows
from speeds import generated

WIRE = ("articles/reuters1987", "articles/afp")


@dataclass(frozen=True)
class Sample:
    """Articles of one kind; ``texts`` in the order they are written in."""

    name: str
    texts: tuple[str, ...]

    @property
    def size(self) -> int:
        """Bytes of the texts."""
        return sum(len(text.encode()) for text in self.texts)

    def write_files(self, folder: Path) -> Path:
        """Write a text file an article, a thousand a folder."""
        for number, text in enumerate(self.texts):
            place = folder / f"{number // 1000:03}"
            place.mkdir(parents=True, exist_ok=True)
            (place / f"{number:06}.txt").write_text(text, encoding="utf-8")
        return folder

    def write_records(self, file: Path) -> Path:
        """Write one file of JSON lines."""
        with file.open("w", encoding="utf-8") as lines:
            for number, text in enumerate(self.texts):
                row = {"id": str(number), "text": text}
                lines.write(json.dumps(row, ensure_ascii=False) + "\n")
        return file


def samples(data: Path | None, size: int) -> list[Sample]:
    """Return a sample of scraped articles and one of wire items, each of about ``size`` bytes."""
    if data is None:
        return [
            Sample("scraped (generated)", _fill(generated.scraped(1), size)),
            Sample("wire (generated)", _fill(generated.wire(2), size)),
        ]
    return [
        Sample("scraped", _fill(_texts(data, SCRAPED), size)),
        Sample("wire", _fill(_texts(data, WIRE), size)),
    ]


def stretched(sample: Sample, size: int) -> Sample:
    """Return a sample of so many bytes; articles come again when there are too few."""
    return Sample(sample.name, _fill(cycle(sample.texts), size))


def as_one_line(sample: Sample, size: int) -> Sample:
    """Return one article of so many bytes on a single line."""
    texts = (" ".join(text.split()) for text in stretched(sample, size).texts)
    return Sample(f"{sample.name}, one line", (" ".join(texts) + "\n",))


def _texts(data: Path, names: Iterable[str]) -> Iterator[str]:
    for name in names:
        file = data / f"{name}.jsonl"
        if file.exists():
            yield from (row["text"] for row in read_rows(file))


def _fill(texts: Iterable[str], size: int) -> tuple[str, ...]:
    found: list[str] = []
    for text in texts:
        found.append(text)
        size -= len(text.encode())
        if size <= 0:
            break
    return tuple(found)
