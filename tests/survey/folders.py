"""Folders of invented articles, made for tests."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

STORY = (
    "The council of Hartley on Tuesday approved a plan to build a bridge over the river Arle. "
    "Mayor Ellen Marsh said that the work would begin in the spring and take about two years. "
    "Those who live near the old bridge have had to take a detour since last autumn."
)
FRENCH = (
    "Le conseil municipal a approuvé mardi la construction d'un pont sur la rivière. Le maire a "
    "dit que les travaux commenceraient au printemps et que les habitants seraient prévenus. "
    "Les riverains de l'ancien pont doivent faire un détour depuis l'automne dernier."
)
POLISH = (
    "Rada miasta we wtorek przyjęła plan budowy mostu nad rzeką, który ma być gotowy już za dwa "
    "lata. Burmistrz powiedział, że prace rozpoczną się na wiosnę. Mieszkańcy, którzy mieszkają "
    "przy starym moście, od jesieni muszą jeździć inną drogą."
)


def post(title: str, text: str = STORY, **more: str) -> str:
    """Return an article in Markdown."""
    lines = "".join(f"{key}: {value}\n" for key, value in {"title": title, **more}.items())
    return f"---\n{lines}---\n\n{text}\n"


def fill(folder: Path, files: Mapping[str, str | bytes]) -> None:
    """Write files below a folder."""
    for name, content in files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
