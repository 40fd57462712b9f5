"""Reads the topic of measurements into DuckDB. Knows Kafka and the published contract, and nothing else of Afterline."""

import json
import os
import tempfile
import time

import duckdb
from confluent_kafka import OFFSET_BEGINNING, Consumer, TopicPartition

TOPIC = "afterline.measurements.v1"

# The members that figures need; what else a message has, or will have, is left alone.
COLUMNS = {
    "id": "VARCHAR",
    "version": "BIGINT",
    "isVoid": "BOOLEAN",
    "kpi": "VARCHAR",
    "part": "VARCHAR",
    "isOfWhole": "BOOLEAN",
    "figure": "VARCHAR",
    "currency": "VARCHAR",
    "stream": "VARCHAR",
    "scopes": "VARCHAR[]",
    "countedOn": "DATE",
    "steps": 'STRUCT("from" VARCHAR, numerator BIGINT, denominator BIGINT, pending BIGINT)[]',
    "duration": "STRUCT(bin BIGINT, millis DOUBLE)",
}


def connected(brokers, group):
    """A consumer that stores no progress: what it keeps is a table, made anew from the first message."""
    return Consumer(
        {
            "bootstrap.servers": brokers,
            "group.id": group,
            "enable.auto.commit": False,
            "enable.partition.eof": False,
            **json.loads(os.environ.get("KAFKA_CLIENT_SETTINGS", "{}")),
        }
    )


def read_topic(consumer, topic, on_message):
    """Everything on the topic up to what is its end now. Returns how many messages there were."""
    partitions = consumer.list_topics(topic, timeout=30).topics[topic].partitions
    ends = {}
    for partition in partitions:
        begin, end = consumer.get_watermark_offsets(TopicPartition(topic, partition), timeout=30)
        if end > begin:
            ends[partition] = end
    consumer.assign([TopicPartition(topic, partition, OFFSET_BEGINNING) for partition in ends])
    count = 0
    while ends:
        messages = consumer.consume(5_000, timeout=1)
        for message in messages:
            if message.error():
                raise RuntimeError(message.error())
            on_message(message)
            count += 1
        # Compaction and markers leave gaps, so the position tells the end, not the last offset that was seen.
        for position in consumer.position([TopicPartition(topic, partition) for partition in ends]):
            if position.offset >= ends.get(position.partition, 0):
                ends.pop(position.partition, None)
    return count


def load(database, brokers, topic=TOPIC, group="analytics.figures"):
    """Fills the table `measurements` with the newest message of each id. Returns (messages, seconds)."""
    begun = time.monotonic()
    with tempfile.NamedTemporaryFile("wb", suffix=".ndjson") as lines:
        consumer = connected(brokers, group)
        try:
            count = read_topic(consumer, topic, lambda message: lines.write(message.value() + b"\n"))
        finally:
            consumer.close()
        lines.flush()
        names = ", ".join(f"{name} AS {snake(name)}" for name in COLUMNS)
        columns = ", ".join(f"'{name}': '{kind}'" for name, kind in COLUMNS.items())
        database.execute(
            f"""
            CREATE OR REPLACE TABLE measurements AS
            SELECT {names} FROM read_json('{lines.name}', format = 'newline_delimited', columns = {{{columns}}})
            QUALIFY row_number() OVER (PARTITION BY id ORDER BY version DESC) = 1
            """
        )
    return count, time.monotonic() - begun


def snake(name):
    return "".join("_" + letter.lower() if letter.isupper() else letter for letter in name)


def opened(path=":memory:"):
    database = duckdb.connect(path)
    database.execute("CREATE TABLE IF NOT EXISTS measurements AS " + empty())
    database.execute(text_of("figures.sql"))
    return database


def text_of(name):
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), name), encoding="utf-8") as file:
        return file.read()


def empty():
    return "SELECT " + ", ".join(f"NULL::{kind} AS {snake(name)}" for name, kind in COLUMNS.items()) + " LIMIT 0"
