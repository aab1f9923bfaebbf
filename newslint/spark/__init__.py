"""newslint on Apache Spark: a DataFrame of articles in, a DataFrame of diagnostics out.

In a notebook::

    from newslint.spark import lint
    found = lint(spark.read.parquet("articles/"), across=True)
    found.groupBy("rule").count().show()

`docs/spark.md` tells how plugins and configuration reach the executors.
"""

from newslint.errors import NewslintError

try:
    import pyarrow  # noqa: F401, ICN001 - whether it is there
except ImportError as missing:
    raise NewslintError("Spark needs pyarrow: pip install 'newslint[spark]'") from missing

from newslint.spark.linting import lint
from newslint.spark.session import spark_session
from newslint.spark.tables import read_articles
from newslint.spark.tasks import run_tasks

__all__ = ["lint", "read_articles", "run_tasks", "spark_session"]
