/** `reattach.py` of a text-free package: Python 3.8 or newer, standard library only. */
export const reattachPy = String.raw`#!/usr/bin/env python3
"""Puts the quotes back into a package without texts. Fetches nothing: you bring the texts.

Usage: python3 reattach.py TEXTS [OUT]

TEXTS is a folder with one file per article, named <article_id>.txt or <external_id>.txt, each the
article's body in UTF-8. A text whose SHA-256 differs from the one in articles.csv has drifted: its
rows stay without quotes, because offsets mean nothing in another text. OUT (default: reattached)
gets annotations.csv and gold.csv with quotes. Exit code 1 if a text is missing or has drifted.
"""
import csv
import hashlib
import pathlib
import sys

if len(sys.argv) not in (2, 3):
    sys.exit(__doc__)
root = pathlib.Path(__file__).resolve().parent
texts = pathlib.Path(sys.argv[1])
out = pathlib.Path(sys.argv[2] if len(sys.argv) == 3 else "reattached")
csv.field_size_limit(1 << 30)


def sha256(data):
    return hashlib.sha256(data).hexdigest()


def find(row):
    for stem in (row["article_id"], row["external_id"]):
        path = texts / (stem + ".txt")
        if stem and "/" not in stem and "\\" not in stem and path.is_file():
            return path
    return None


def explain(data, row):
    """What is known to change a text on its way, if that is all that happened."""
    plain = data[3:] if data.startswith(b"\xef\xbb\xbf") else data
    plain = plain.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    for candidate, reason in (
        (plain, "line breaks or a byte order mark differ"),
        (plain.rstrip(b"\n"), "line breaks at the end differ"),
        (plain + b"\n", "the line break at the end is missing"),
    ):
        if sha256(candidate) == row["sha256"]:
            return candidate, reason
    try:
        length = len(plain.decode("utf-8"))
    except UnicodeDecodeError:
        return None, "is not UTF-8"
    if str(length) == row["n_code_points"]:
        return None, "the text differs, at the same length of %d code points" % length
    return None, "%d code points instead of %s" % (length, row["n_code_points"])


paths = {}
titles = {}
n_good = n_drifted = n_missing = 0
with open(root / "articles.csv", encoding="utf-8", newline="") as file:
    for row in csv.DictReader(file):
        titles[row["article_id"]] = row["title"]
        path = find(row)
        if path is None:
            n_missing += 1
            print("missing: %s (%s) %s" % (row["article_id"], row["external_id"], row["url"]))
            continue
        data = path.read_bytes()
        if sha256(data) != row["sha256"]:
            data, reason = explain(data, row)
            print("%s: %s: %s" % ("repaired" if data else "drifted", path.name, reason))
        if data is None:
            n_drifted += 1
            continue
        n_good += 1
        paths[row["article_id"]] = (path, row)

last = (None, None)


def body(article_id):
    """The body as code points, or None; rows stand by article, so one is kept."""
    global last
    if last[0] != article_id:
        text = None
        if article_id in paths:
            path, row = paths[article_id]
            data = path.read_bytes()
            text = (data if sha256(data) == row["sha256"] else explain(data, row)[0]).decode("utf-8")
        last = (article_id, text)
    return last[1]


out.mkdir(parents=True, exist_ok=True)
n_quotes = 0
for name in ("annotations.csv", "gold.csv"):
    with open(root / name, encoding="utf-8", newline="") as source, open(
        out / name, "w", encoding="utf-8", newline=""
    ) as target:
        reader = csv.DictReader(source)
        writer = csv.DictWriter(target, reader.fieldnames or [])
        writer.writeheader()
        for row in reader:
            is_title = row["segment"] == "title"
            text = titles[row["article_id"]] if is_title else body(row["article_id"])
            if text is not None:
                start, end = int(row["start"]), int(row["end"])
                row["quote"] = text[start:end]
                n_quotes += 1
                if "prefix" in row:
                    row["prefix"] = text[max(0, start - 32):start]
                    row["suffix"] = text[end:end + 32]
            writer.writerow(row)

print("%d texts fit, %d drifted, %d missing" % (n_good, n_drifted, n_missing))
print("%d quotes written to %s" % (n_quotes, out))
sys.exit(1 if n_drifted or n_missing else 0)
`;
