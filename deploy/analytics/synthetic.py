"""Writes made-up measurements to a topic of its own, and what they add up to into a file.

    python synthetic.py --brokers 127.0.0.1:4006 --topic trial.measurements --count 10000000 --sums sums.parquet

A tenth of them is told twice, the second time as something else: whoever counts messages gets other sums.
"""

import argparse
import time

import duckdb
from confluent_kafka import Producer
from confluent_kafka.admin import AdminClient, NewTopic

import measurements

STORY = "kpi, part, is_sum, day, customer, person"
FIRST = f"SELECT number, message(number, {STORY}, numerator, denominator, 1, false) FROM made"
AGAIN = f"""SELECT number, message(number, {STORY}, CASE WHEN is_sum THEN numerator + 1 ELSE 1 - numerator END,
  denominator, 2, is_void_then) FROM made WHERE is_told_again"""


def main():
    parser = argparse.ArgumentParser(description="Made-up measurements on a topic of their own")
    parser.add_argument("--brokers", required=True)
    parser.add_argument("--topic", required=True)
    parser.add_argument("--count", type=int, default=1_000_000)
    parser.add_argument("--partitions", type=int, default=12)
    parser.add_argument("--sums", required=True, help="Parquet file for what everything adds up to")
    options = parser.parse_args()
    begun = time.monotonic()
    database = duckdb.connect()
    database.execute(f"SET VARIABLE how_many = {options.count}")
    database.execute(measurements.text_of("synthetic.sql"))
    database.execute(f"COPY sums TO '{options.sums}' (FORMAT parquet)")
    topic = NewTopic(options.topic, options.partitions, 1)
    admin = AdminClient({"bootstrap.servers": options.brokers})
    admin.create_topics([topic])[options.topic].result()
    told = sum(send(options, database.execute(query)) for query in (FIRST, AGAIN))
    print(f"{options.count} measurements in {told} messages, {time.monotonic() - begun:.0f} s")


def send(options, rows):
    limits = {"queue.buffering.max.messages": 500_000, "queue.buffering.max.kbytes": 500_000}
    batches = {"compression.type": "lz4", "linger.ms": 50, "batch.size": 900_000}
    producer = Producer({"bootstrap.servers": options.brokers, **limits, **batches})
    count = 0
    while found := rows.fetchmany(10_000):
        for number, value in found:
            while True:
                try:
                    # One key per measurement; which partition it is on does not matter, as long as it is one.
                    producer.produce(options.topic, value, str(number))
                    break
                except BufferError:
                    producer.poll(1)
        count += len(found)
        producer.poll(0)
    producer.flush()
    return count


if __name__ == "__main__":
    main()
