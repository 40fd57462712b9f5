"""Compares figures from the topic of measurements with what Afterline answers, to the last digit.

    export AFTERLINE_TOKEN=$(npm run -s afterline -- token --role LEADERSHIP AUDITOR)
    python compare.py --brokers 127.0.0.1:4006 --graph http://127.0.0.1:4000/graphql

Asks the question of `afterline kpis`, for the company, each customer and each person, over all time and month by month.
Ends with 1 where anything differs. The instance must be at rest: what is recorded meanwhile is in one of the two only.
"""

import argparse
import json
import os
import sys
import time
import urllib.error
import urllib.request
from concurrent.futures import ThreadPoolExecutor

import measurements
from figures import SHOWN, now

ROW = "{ id part currency numerator denominator pending value }"
QUERY = f"""query Scorecard($from: LocalDate!, $to: LocalDate!, $asOf: Instant, $scope: String) {{
  scorecard(from: $from, to: $to, asOf: $asOf, scope: $scope) {{ sales {ROW} service {ROW} satisfaction {ROW} }}
}}"""


def asked(graph, token, scope, month, as_of):
    first, end = ("1970-01-01", "2100-01-01") if month == "all" else bounds(month)
    variables = {"from": first, "to": end, "asOf": as_of, "scope": scope}
    body = json.dumps({"query": QUERY, "variables": variables}).encode()
    headers = {"content-type": "application/json", "authorization": f"Bearer {token}"}
    for attempt in range(8):
        try:
            with urllib.request.urlopen(urllib.request.Request(graph, body, headers), timeout=60) as response:
                answer = json.load(response)
            break
        except urllib.error.HTTPError as error:
            if error.code == 400:
                raise RuntimeError(error.read().decode()) from error
            # The gateway limits how much one caller asks for in a minute.
            if error.code != 429 or attempt == 7:
                raise
            time.sleep(float(error.headers.get("retry-after", 5)))
    if answer.get("errors"):
        raise RuntimeError(answer["errors"])
    rows = [row for part in answer["data"]["scorecard"].values() for row in part]
    return {
        (row["id"], row["part"], row["currency"]): (
            int(row["numerator"]),
            int(row["denominator"]),
            row["pending"],
            row["value"],
        )
        for row in rows
        if row["id"] in SHOWN
    }


def bounds(month):
    year, number = map(int, month.split("-"))
    following = f"{year + 1}-01-01" if number == 12 else f"{year}-{number + 1:02d}-01"
    return f"{month}-01", following


def counted(database, as_of, elsewhere):
    """By scope and month, the rows that are not wholly zero: the others are not shown, or shown as zeros."""
    found = {}
    source, given = "figures($as_of)", {"as_of": as_of}
    if elsewhere:
        value = """CASE WHEN figure = 'SUM' THEN numerator::DOUBLE
          WHEN denominator > 0 THEN numerator::DOUBLE / denominator::DOUBLE END AS value"""
        source, given = f"(SELECT *, {value} FROM read_parquet('{elsewhere}/*.parquet'))", {}
    rows = database.execute(
        "SELECT scope, month, kpi, part, currency, numerator, denominator, pending, value"
        f" FROM {source} WHERE list_contains($kpis, kpi)",
        {**given, "kpis": SHOWN},
    ).fetchall()
    for scope, month, kpi, part, currency, *numbers in rows:
        if any(numbers[:3]):
            found.setdefault((scope, month), {})[(kpi, part, currency)] = tuple(numbers)
    return found


def main():
    parser = argparse.ArgumentParser(description="Figures from the topic beside those of Afterline")
    parser.add_argument("--brokers", required=True)
    parser.add_argument("--graph", required=True)
    parser.add_argument("--topic", default=measurements.TOPIC)
    parser.add_argument("--most", type=int, default=0, help="so many scopes and months at most, evenly picked")
    parser.add_argument("--figures", help="folder of Parquet with the figures of another engine, as of --as-of")
    parser.add_argument("--as-of", help="see everything from this instant; default: now")
    options = parser.parse_args()
    token = os.environ["AFTERLINE_TOKEN"]

    database = measurements.opened()
    messages, seconds = measurements.load(database, options.brokers, options.topic)
    as_of = options.as_of or now()
    ours = counted(database, as_of, options.figures)
    kinds = ("company", "customer:", "person:")
    questions = sorted(key for key in ours if key[0].startswith(kinds))
    if options.most and len(questions) > options.most:
        step = len(questions) / options.most
        company = [key for key in questions if key[0] == "company"]
        questions = sorted({*company, *(questions[int(index * step)] for index in range(options.most))})
    kept = database.execute("SELECT count(*) FROM measurements WHERE NOT is_void").fetchone()[0]
    print(f"{messages} messages, {kept} measurements, read and loaded in {seconds:.1f} s; as of {as_of}")

    with ThreadPoolExecutor(4) as pool:
        theirs = list(pool.map(lambda key: asked(options.graph, token, *key, as_of), questions))
    rows = different = 0
    for (scope, month), answered in zip(questions, theirs):
        told = {row: numbers for row, numbers in answered.items() if any(numbers[:3])}
        mine = ours[(scope, month)]
        for row in sorted({*told, *mine}, key=str):
            rows += 1
            is_equal = told.get(row) == mine.get(row)
            different += not is_equal
            if scope == "company" and month == "all" or not is_equal:
                print_row(scope, month, row, mine.get(row), told.get(row))
    print(f"{len(questions)} scorecards (company, customers, persons; all time and months), {rows} rows, {different} different")
    sys.exit(1 if different or not rows else 0)


def print_row(scope, month, row, mine, told):
    kpi, part, currency = row
    difference = [a - b for a, b in zip(mine[:3], told[:3])] if mine and told else "missing"
    name = " ".join(filter(None, [kpi, part, currency]))
    print(f"{scope} {month} {name}: topic {text(mine)}, Afterline {text(told)}, difference {difference}")


def text(numbers):
    if numbers is None:
        return "nothing"
    numerator, denominator, pending, value = numbers
    return f"{numerator}/{denominator} +{pending} = {value}"


if __name__ == "__main__":
    main()
