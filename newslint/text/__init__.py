"""Annotations: pure functions of a text, each computed once and shared (`Text.get`).

One module an annotation: `article` says which line is what, the others find words, sentences,
quotations, people, dates, attributions and phrases.
"""
