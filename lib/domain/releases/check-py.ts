/** `check.py` of a package: Python 3.8 or newer, standard library only. Exit code 1 on any error. */
export const checkPy = String.raw`#!/usr/bin/env python3
"""Checks this package: every file against SHA256SUMS, every quote against its article's text.

A folder that reattach.py made in it isn't part of the package; its quotes are checked as well.
"""
import csv
import hashlib
import pathlib
import sys

root = pathlib.Path(__file__).resolve().parent
errors = []
n_files = 0


def sha256(path):
    digest = hashlib.sha256()
    with open(path, "rb") as file:
        for block in iter(lambda: file.read(1 << 20), b""):
            digest.update(block)
    return digest.hexdigest()


def rows(path):
    if not path.exists():
        return
    with open(path, encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


listed = {"SHA256SUMS"}
with open(root / "SHA256SUMS", encoding="utf-8", newline="") as file:
    for line in file.read().splitlines():
        digest, name = line.split("  ", 1)
        listed.add(name)
        n_files += 1
        if not (root / name).is_file():
            errors.append("missing: " + name)
        elif sha256(root / name) != digest:
            errors.append("changed: " + name)
made = sorted(mark.parent for mark in root.rglob("REATTACHED") if mark.parent != root)
for path in root.rglob("*"):
    name = path.relative_to(root).as_posix()
    if any(folder in path.parents for folder in made) or "__pycache__" in name:
        continue
    if path.is_file() and name not in listed:
        errors.append("not listed: " + name)

csv.field_size_limit(1 << 30)
has_texts = (root / "texts").is_dir()
titles = {}
hashes = {}
for row in rows(root / "articles.csv"):
    titles[row["article_id"]] = row["title"]
    hashes[row["article_id"]] = row["sha256"]
    text = root / "texts" / (row["article_id"] + ".txt")
    if has_texts and not text.is_file():
        errors.append("no text: " + row["article_id"])
    elif has_texts and sha256(text) != row["sha256"]:
        errors.append("text and sha256 differ: " + row["article_id"])

last = (None, None)


def body(path):
    """A body as code points; rows stand by article, so one is kept."""
    global last
    if last[0] != path:
        last = (path, path.read_bytes().decode("utf-8"))
    return last[1]


quoted = [("annotations.csv", "quote"), ("gold.csv", "quote"), ("soft_labels.csv", "text")]


def check_quotes(folder, is_bare):
    """Counts the quotes that were checked and the rows without one, for which there is no text."""
    n_quotes = n_missing = 0
    for file, column in quoted:
        name = (folder / file).relative_to(root).as_posix()
        for number, row in enumerate(rows(folder / file), start=1):
            article_id = row["article_id"]
            if article_id not in titles:
                errors.append("%s, row %d: no article %s" % (name, number, article_id))
                continue
            if row.get("article_sha256", hashes[article_id]) != hashes[article_id]:
                errors.append("%s, row %d: another version of the text" % (name, number))
            text = folder / "texts" / (article_id + ".txt")
            is_title = row["segment"] == "title"
            if is_bare or not (is_title or text.is_file()):
                n_missing += 1
                if row[column] != "":
                    errors.append("%s, row %d: a quote without a text" % (name, number))
                continue
            segment = titles[article_id] if is_title else body(text)
            n_quotes += 1
            if segment[int(row["start"]):int(row["end"])] != row[column]:
                errors.append("%s, row %d: the quote is not at its place" % (name, number))
    return n_quotes, n_missing


n_quotes, n_missing = check_quotes(root, not has_texts)
reports = []
for folder in made:
    name = folder.relative_to(root).as_posix()
    for text in sorted((folder / "texts").glob("*.txt")):
        if sha256(text) != hashes.get(text.stem):
            errors.append("text and sha256 differ: " + text.relative_to(root).as_posix())
    counts = check_quotes(folder, False)
    reports.append("%s: %d quotes, %d rows without one" % ((name,) + counts))

for error in errors[:50]:
    print(error, file=sys.stderr)
if not has_texts:
    print("%d rows without a quote: this package has no texts, see reattach.py" % n_missing)
for report in reports:
    print(report)
print("%d files, %d quotes, %d errors" % (n_files, n_quotes, len(errors)))
sys.exit(1 if errors else 0)
`;
