"""Fit the weights of fused-words from news that is at hand; nothing of the text is kept.

Positives are made: one blank between two words, at a random place, is deleted. Negatives are the
unknown words of the same articles that could come apart. Half of the articles (by a hash of their
id) is fitted on, the other half is for measuring.

The input is JSON lines with `id` and `text`. `--real FILE` names JSON lines with `id` and `word`:
fused words known to stand in the articles, which are no negatives. The shipped weights were
fitted on English wire and web news of 1987 to 2019 (about 12,000 articles); they are numbers on
35 general features, no words. Needs scikit-learn.

Why trees: a logistic regression on the same features and the same half was measured on the other
half (3.7 million words; 24,024 deleted blanks that make an unknown word which comes apart
rightly; without the corrections of the rule). With one unknown word in 100,000 words taken for
fused it found 76.3 percent (the trees 77.4), with two 84.5 (89.2), with four 90.2 (95.1). Two
hundred trees four questions deep find one to two points more, for a file four times as large.

Usage: python scripts/fit_fused_words.py FILE... [--real FILE] [--out FILE]
"""

from __future__ import annotations

import argparse
import hashlib
import json
import math
import random
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sklearn.ensemble import GradientBoostingClassifier

from newslint import Doc, Span, hyphenated_words
from newslint_rules.garbled.splitting import LEAST_GAIN, best_split, context, evidence

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / "rules" / "newslint_rules" / "garbled" / "fused-words.json"
BLANK = re.compile(r"(?<=[^\W\d_]) (?=[^\W\d_])")
TREES, DEPTH, RATE, SEED = 120, 3, 0.15, 1
PER_ARTICLE = 4


def fitted_on(article: str) -> bool:
    """Tell whether an article belongs to the half that is fitted on."""
    return hashlib.md5(article.encode()).digest()[0] % 2 == 0


def articles(paths: list[Path]) -> Iterator[dict[str, Any]]:
    """Give the articles of the half that is fitted on."""
    for path in paths:
        with path.open(encoding="utf-8") as lines:
            for line in lines:
                article = json.loads(line)
                if fitted_on(article["id"]):
                    yield article


def candidates(doc: Doc) -> tuple[Span, ...]:
    """Give the words that the rule weighs."""
    return (*doc.unknown_words, *doc.get(hyphenated_words))


def natural(article: dict[str, Any], real: set[tuple[str, str]]) -> Iterator[tuple[float, ...]]:
    """Give the evidence for every word that could come apart and is not known to be fused."""
    doc = Doc(article["text"])
    for word in candidates(doc):
        split = best_split(word.text)
        weighed = split and (split.gain >= LEAST_GAIN or split.case_change)
        if split and weighed and (article["id"], word.text) not in real:
            yield evidence(word.text, split, context(doc, word))


def made(article: dict[str, Any], chance: random.Random) -> Iterator[tuple[float, ...]]:
    """Give the evidence for words made by deleting a blank, where they come apart rightly."""
    text = article["text"]
    blanks = [match.start() for match in BLANK.finditer(text)]
    for at in chance.sample(blanks, min(PER_ARTICLE, len(blanks))):
        doc = Doc(text[:at] + text[at + 1 :])
        for word in candidates(doc):
            if word.start < at < word.end:
                split = best_split(word.text)
                if split and word.start + len(split.left) == at:
                    yield evidence(word.text, split, context(doc, word))


def flat(tree: Any) -> list[float]:
    """Give a tree as a list: seven times feature and threshold, level by level, then eight leaves.

    A branch that ends early is filled up with questions whose answers are alike.
    """
    level, questions = [0], []
    for _ in range(DEPTH):
        below = []
        for at in level:
            low, high = int(tree.children_left[at]), int(tree.children_right[at])
            leaf = low < 0
            questions += [0, 0.0] if leaf else [
                int(tree.feature[at]), round(float(tree.threshold[at]), 4)
            ]  # fmt: skip
            below += [at, at] if leaf else [low, high]
        level = below
    return questions + [round(float(tree.value[at][0][0]) * RATE, 4) for at in level]


def main() -> None:
    """Fit and write the trees."""
    parser = argparse.ArgumentParser(description="Fit the weights of fused-words.")
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--real", type=Path)
    parser.add_argument("--out", type=Path, default=OUT)
    options = parser.parse_args()
    known = options.real.read_text(encoding="utf-8").splitlines() if options.real else []
    real = {(row["id"], row["word"]) for row in map(json.loads, known) if row["label"] == "fused"}
    chance = random.Random(SEED)
    rows: list[tuple[float, ...]] = []
    labels: list[int] = []
    for article in articles(options.files):
        negatives, positives = list(natural(article, real)), list(made(article, chance))
        rows += negatives + positives
        labels += [0] * len(negatives) + [1] * len(positives)
    model = GradientBoostingClassifier(
        n_estimators=TREES, max_depth=DEPTH, learning_rate=RATE, subsample=0.7, random_state=SEED
    ).fit(rows, labels)
    prior = float(model.init_.class_prior_[1])
    rows_of_numbers = ",\n".join(json.dumps(flat(one[0].tree_)) for one in model.estimators_)
    start = round(math.log(prior / (1 - prior)), 4)
    shape = f'{{"prior": {start}, "trees": [\n{rows_of_numbers}\n]}}\n'
    options.out.write_text(shape, encoding="utf-8")
    print(f"{sum(labels)} made, {len(labels) - sum(labels)} natural words; {options.out}")


if __name__ == "__main__":
    main()
