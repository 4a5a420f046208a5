#!/usr/bin/env python3
"""What the Detroit complaint data come to, counted without Pantau: standard library only, no code in common.

Usage: python3 test/oracle/detroit.py test/fixtures/detroit/allegations.csv.gz > test/fixtures/detroit/expected.json
Rows are allegations; a case is a CCR, and the first row of a CCR in the file's order speaks for it.
"""
import csv
import datetime
import gzip
import io
import json
import statistics
import sys
from collections import Counter

CHANNEL = {
    "walk in": "walk_in", "telephone": "call_centre", "telephone (or tdd)": "call_centre", "telephone(or tdd)": "call_centre",
    "online": "gov_complaint", "letter": "letter", "email": "email",
    "in-custody": "other", "outside agency": "other", "outside agendy": "other", "unknown": "other",
}
EXPORT_DAY = datetime.date(2020, 6, 1)


def day(text):
    return datetime.date(int(text[:4]), int(text[5:7]), int(text[8:10]))


def main(path):
    with gzip.open(path, "rb") as raw:
        rows = list(csv.DictReader(io.TextIOWrapper(raw, encoding="utf-8-sig", newline="")))
    cases, units = {}, {}
    for row in rows:
        cases.setdefault(row["CCR"], row)
        units.setdefault(row["CCR"], set()).add(row["Unit"])
    spans = [((day(c["Closed"]) - day(c["Report_Date"])).days, day(c["Closed"]) > EXPORT_DAY) for c in cases.values()]
    before = sum(span < 0 for span, _ in spans)
    after = sum(late for _, late in spans)
    json.dump({
        "rows": len(rows),
        "cases": len(cases),
        "several_units": sum(len(names) > 1 for names in units.values()),
        "reporting_units": len({c["Unit"] for c in cases.values()}),
        "by_year": dict(sorted(Counter(c["Report_Date"][:4] for c in cases.values()).items())),
        "by_channel": dict(sorted(Counter(CHANNEL[c["Entry"].strip().lower()] for c in cases.values()).items())),
        "closed_before_receipt": before,
        "closed_after_export": after,
        "median_days": statistics.median(span for span, _ in spans),
        "median_days_clean": statistics.median(span for span, late in spans if span >= 0 and not late),
    }, sys.stdout, indent=1)
    print()


main(sys.argv[1])
