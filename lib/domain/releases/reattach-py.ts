/** `reattach.py` of a text-free package: Python 3.8 or newer, standard library only. */
export const reattachPy = String.raw`#!/usr/bin/env python3
"""Puts the quotes back into a package without texts. Fetches nothing: you bring the texts.

Usage: python3 reattach.py TEXTS [OUT]
       python3 reattach.py --help

TEXTS is a folder outside this package with one file per article, named <article_id>.txt or <external_id>.txt, each the
article's body in UTF-8. A text whose SHA-256 differs from the one in articles.csv has drifted: its
rows stay without quotes, because offsets mean nothing in another text. OUT (default: reattached)
gets annotations.csv, gold.csv and soft_labels.csv with quotes, and in OUT/texts the texts that fit.
check.py and check.mjs check it too when it is in this package. Exit code 1 if a text is missing or
has drifted.
"""
import csv
import hashlib
import pathlib
import sys

if "-h" in sys.argv[1:] or "--help" in sys.argv[1:]:
    print(__doc__)
    sys.exit(0)
if len(sys.argv) not in (2, 3):
    sys.exit(__doc__)
root = pathlib.Path(__file__).resolve().parent
texts = pathlib.Path(sys.argv[1])
out = pathlib.Path(sys.argv[2] if len(sys.argv) == 3 else "reattached")
if not texts.is_dir():
    sys.exit("there is no folder %s" % texts)
if out.resolve() in (root, root / "texts"):
    sys.exit("OUT must be a folder of its own: the package would be overwritten")
kept = out / "texts"
is_own = texts.resolve() == kept.resolve()
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


out.mkdir(parents=True, exist_ok=True)
kept.mkdir(exist_ok=True)
with open(out / "REATTACHED", "w", encoding="utf-8") as file:
    file.write("Made by reattach.py; not a part of the release.\n")
fitting = set()
titles = {}
n_good = n_drifted = n_missing = 0
with open(root / "articles.csv", encoding="utf-8", newline="") as file:
    for row in csv.DictReader(file):
        titles[row["article_id"]] = row["title"]
        path = find(row)
        copy = kept / (row["article_id"] + ".txt")
        if not is_own and copy.is_file():
            # Of an earlier run.
            copy.unlink()
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
        fitting.add(row["article_id"])
        copy.write_bytes(data)

last = (None, None)


def body(article_id):
    """The body as code points, or None; rows stand by article, so one is kept."""
    global last
    if last[0] != article_id:
        text = None
        if article_id in fitting:
            text = (kept / (article_id + ".txt")).read_bytes().decode("utf-8")
        last = (article_id, text)
    return last[1]


n_quotes = 0
for name, column in (
    ("annotations.csv", "quote"),
    ("gold.csv", "quote"),
    ("soft_labels.csv", "text"),
):
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
                row[column] = text[start:end]
                n_quotes += 1
                if "prefix" in row:
                    row["prefix"] = text[max(0, start - 32):start]
                    row["suffix"] = text[end:end + 32]
            writer.writerow(row)

print("%d texts fit, %d drifted, %d missing" % (n_good, n_drifted, n_missing))
print("%d quotes written to %s" % (n_quotes, out))
sys.exit(1 if n_drifted or n_missing else 0)
`;
