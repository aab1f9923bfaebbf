"""What `bench/accuracy.py` measures, one module a family of rules, and what the modules share.

A measure is a function ``measure(bench: Bench) -> Iterator[Row]``. `bench` gives it articles, lints
them and keeps the flagged places for reading; a `Row` is one line of the table.
"""
