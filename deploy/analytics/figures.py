"""Prints key figures that were added up from the topic of measurements.

    python figures.py --brokers 127.0.0.1:4006 --scope company --month all
"""

import argparse
import datetime

import measurements

SHOWN = ["KPI-1", "KPI-3", "KPI-9", "KPI-13", "KPI-17", "KPI-23"]


def now():
    return datetime.datetime.now(datetime.timezone.utc).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def main():
    parser = argparse.ArgumentParser(description="Key figures from the topic of measurements")
    parser.add_argument("--brokers", required=True)
    parser.add_argument("--topic", default=measurements.TOPIC)
    parser.add_argument("--scope", default="company", help="company, customer:ID, person:ID, …")
    parser.add_argument("--month", default="all", help="YYYY-MM, or all")
    parser.add_argument("--as-of", default=None, help="see everything from this instant; default: now")
    parser.add_argument("--kpi", action="append", default=None)
    options = parser.parse_args()
    database = measurements.opened()
    count, seconds = measurements.load(database, options.brokers, options.topic)
    rows = database.execute(
        "SELECT kpi, part, currency, numerator, denominator, pending, value FROM figures($as_of)"
        " WHERE scope = $scope AND month = $month AND list_contains($kpis, kpi)",
        {
            "as_of": options.as_of or now(),
            "scope": options.scope,
            "month": options.month,
            "kpis": options.kpi or SHOWN,
        },
    )
    print(f"{count} messages in {seconds:.1f} s")
    for kpi, part, currency, numerator, denominator, pending, value in rows.fetchall():
        counted = numerator if currency else f"{numerator} of {denominator}"
        shown = "-" if value is None else f"{value:.17g}"
        print(f"{kpi:<7} {part or '':<24} {currency or '':<4} {counted!s:>18}  pending {pending:>5}  {shown}")


if __name__ == "__main__":
    main()
