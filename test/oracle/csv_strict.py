#!/usr/bin/env python3
"""What Python's csv module in strict mode makes of CSV files, and which rules of dumas-export/1.0 they break besides.

Standard library only; shares no code with the project. Reads lines of base64 from the file named first, one input each;
the longest field and record in characters are the second and third argument. Writes a line of JSON for each:
{"rows": [[...]] or null when csv refuses, "rules": [codes of the format that are broken]}.
"""
import base64
import csv
import io
import json
import sys
import unicodedata


def strict(text):
    try:
        return list(csv.reader(io.StringIO(text, newline=""), strict=True))
    except csv.Error:
        return None


def records(text):
    """RFC 4180 by hand: (fields, raw length, line end, quotes are right) of each record; CR counts only before LF."""
    at, end = 0, len(text)
    while at < end:
        start, fields, right = at, [], True
        while True:
            value = []
            quoted = at < end and text[at] == '"'
            if quoted:
                at += 1
                while at < end:
                    if text[at] == '"':
                        if text[at + 1 : at + 2] == '"':
                            at += 1
                        else:
                            break
                    value.append(text[at])
                    at += 1
                right = right and at < end
                at += 1
            loose = at
            while at < end and text[at] != "," and not (text[at] == "\n" or text[at : at + 2] == "\r\n"):
                at += 1
            tail = text[loose:at]
            right = right and '"' not in tail and not (quoted and tail)
            fields.append("".join(value) + tail)
            if at < end and text[at] == ",":
                at += 1
                continue
            break
        length = min(at, end) - start
        mark = "\r\n" if text[at : at + 2] == "\r\n" else text[at : at + 1]
        at += len(mark)
        yield fields, length, mark, right


def broken(raw, text, longest_field, longest_record):
    rules = set()
    if raw.startswith(b"\xef\xbb\xbf"):
        rules.add("CSV-BOM")
        text = text[1:]
    width, ends = None, set()
    for fields, length, mark, right in records(text):
        if not right:
            rules.add("CSV-QUOTE")
        if any(unicodedata.category(character) == "Cc" for field in fields for character in field):
            rules.add("CSV-CTRL")
        if any(len(field) > longest_field for field in fields):
            rules.add("CSV-FIELD")
        if length > longest_record:
            rules.add("CSV-RECORD")
        if mark:
            ends.add(mark)
        width = width or len(fields)
        if len(fields) != width:
            rules.add("CSV-WIDTH")
    if len(ends) > 1:
        rules.add("CSV-EOL")
    return sorted(rules)


def judge(raw, longest_field, longest_record):
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        return {"rows": None, "rules": ["CSV-UTF8"]}
    return {"rows": strict(text), "rules": broken(raw, text, longest_field, longest_record)}


def main():
    path, longest_field, longest_record = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    with open(path, encoding="ascii") as lines:
        for line in lines:
            json.dump(judge(base64.b64decode(line), longest_field, longest_record), sys.stdout)
            print()


main()
