"""newslint in a notebook with Apache Spark: what is wrong with a table of articles, rule by rule.

    python spark_notebook.py articles/ --config newslint.toml -o found

In a notebook of a cluster `spark` is there already; the rest is the same.
"""

import argparse

from newslint.spark import lint, read_articles, spark_session

if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder")
    parser.add_argument("--config")
    parser.add_argument("--master")
    parser.add_argument("-o", "--output", required=True)
    given = parser.parse_args()

    spark = spark_session(given.master)
    articles = read_articles(spark, given.folder)
    found = lint(
        articles, config=given.config, path="newslint_path", index="newslint_index", number=True
    )
    found.write.mode("overwrite").parquet(given.output)  # not through this process

    found = spark.read.parquet(given.output)
    found.groupBy("rule", "severity").count().orderBy("count", ascending=False).show(truncate=False)
    spark.stop()
