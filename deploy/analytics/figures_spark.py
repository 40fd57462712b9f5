"""The same figures on Spark: the topic as a structured stream, partition-parallel, then the arithmetic of figures.sql.

    spark-submit --packages org.apache.spark:spark-sql-kafka-0-10_2.13:4.1.1 figures_spark.py \\
        --brokers 127.0.0.1:4006 --store /data/measurements --out /data/figures

The stream ends when it has read what was there (`availableNow`), and goes on from its checkpoint when started again: run it
as often as figures are wanted.
"""

import argparse
import time

from pyspark.sql import SparkSession
from pyspark.sql import functions as f

COLUMNS = """version LONG, isVoid BOOLEAN, kpi STRING, part STRING, isOfWhole BOOLEAN, figure STRING, currency STRING,
  scopes ARRAY<STRING>, countedOn STRING, duration STRUCT<bin: LONG>,
  steps ARRAY<STRUCT<`from`: STRING, numerator: LONG, denominator: LONG, pending: LONG>>"""


def read(spark, options):
    """Keeps every message that is new; a batch that is repeated after a crash takes the place of its first try."""
    source = (
        spark.readStream.format("kafka")
        .option("kafka.bootstrap.servers", options.brokers)
        .option("subscribe", options.topic)
        .option("startingOffsets", "earliest")
        .option("maxOffsetsPerTrigger", options.at_once)
        .load()
    )
    message = f.from_json(f.col("value").cast("string"), COLUMNS)
    rows = source.select(f.col("key").cast("string").alias("id"), message.alias("message")).select("id", "message.*")

    def keep(batch, number):
        batch.write.mode("overwrite").parquet(f"{options.store}/messages/batch={number}")

    query = (
        rows.writeStream.foreachBatch(keep)
        .option("checkpointLocation", f"{options.store}/checkpoint")
        .trigger(availableNow=True)
        .start()
    )
    query.awaitTermination()


def figures(spark, options):
    messages = spark.read.parquet(f"{options.store}/messages")
    told = f.struct("isVoid", "kpi", "part", "isOfWhole", "figure", "currency", "scopes", "countedOn", "duration", "steps")
    newest = messages.groupBy("id").agg(f.max_by(told, "version").alias("told")).select("told.*")
    step = f.element_at(f.filter("steps", lambda each: each["from"] <= options.as_of), -1)
    counted = (
        newest.where("NOT isVoid AND duration IS NULL")
        .where(f.exists("steps", lambda each: each["from"] <= options.as_of))
        .withColumn("step", step)
    )
    numbers = ("numerator", "denominator", "pending")
    key = ("kpi", "part", "isOfWhole", "currency", "figure", "scope", "month")
    # First what is most: a sum of sums is the sum.
    by_month = (
        counted.withColumn("month", f.substring("countedOn", 1, 7))
        .select("kpi", "part", "isOfWhole", "currency", "figure", "step.*", f.explode("scopes").alias("scope"), "month")
        .groupBy(*key)
        .agg(*(f.sum(name).alias(name) for name in numbers))
    )
    # A measurement adds to its part, and where it is of the whole to the KPI as well; to its month, and to all time.
    whole = by_month.where("part IS NULL OR isOfWhole").withColumn("part", f.lit(None).cast("string"))
    rows = by_month.where("part IS NOT NULL").unionByName(whole)
    periods = rows.withColumn("month", f.explode(f.array(f.lit("all"), "month"))).where("month IS NOT NULL")
    return periods.groupBy("kpi", "part", "currency", "scope", "month").agg(
        *(f.sum(name).alias(name) for name in numbers), f.first("figure").alias("figure")
    )


def differences(spark, found, path):
    """Rows that are not the same in both, with what both say."""
    key = ["kpi", "part", "scope", "month"]
    told = spark.read.parquet(path).select(*key, f.col("numerator").alias("n"), f.col("denominator").alias("d"))
    same = [f.col(f"a.{name}").eqNullSafe(f.col(f"b.{name}")) for name in key]
    joined = found.alias("a").join(told.alias("b"), same[0] & same[1] & same[2] & same[3], "full_outer")
    is_same = f.col("numerator").eqNullSafe(f.col("n")) & f.col("denominator").eqNullSafe(f.col("d"))
    return joined.where(~is_same)


def main():
    parser = argparse.ArgumentParser(description="Key figures from the topic of measurements, on Spark")
    parser.add_argument("--brokers", required=True)
    parser.add_argument("--topic", default="afterline.measurements.v1")
    parser.add_argument("--store", required=True, help="folder for what was read, and how far")
    parser.add_argument("--out", required=True, help="folder for the figures, as Parquet")
    parser.add_argument("--as-of", default="9999", help="an instant as it is written on the topic; default: the end of time")
    parser.add_argument("--at-once", type=int, default=1_000_000, help="messages in one batch")
    parser.add_argument("--sums", help="Parquet file with what it has to add up to")
    options = parser.parse_args()
    spark = SparkSession.builder.appName("afterline-figures").getOrCreate()
    spark.sparkContext.setLogLevel("ERROR")
    begun = time.monotonic()
    read(spark, options)
    between = time.monotonic()
    figures(spark, options).write.mode("overwrite").parquet(options.out)
    ended = time.monotonic()
    count = spark.read.parquet(f"{options.store}/messages").count()
    found = spark.read.parquet(options.out)
    print(f"{count} messages read in {between - begun:.0f} s, {found.count()} figures in {ended - between:.0f} s")
    print(f"{count / (ended - begun):.0f} messages a second from the topic to the figures, {spark.sparkContext.defaultParallelism} cores")
    if options.sums:
        rows = differences(spark, found, options.sums)
        rows.show(10, truncate=False)
        print(f"{spark.read.parquet(options.sums).count()} sums expected, {rows.count()} different")
    spark.stop()


if __name__ == "__main__":
    main()
