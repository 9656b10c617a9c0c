# SPDX-License-Identifier: EUPL-1.2
"""What the other files of a release say about a figure that cijfers/all.json hides: another value, a part of it, a hidden sheet, a note, a formula, an attribute."""
import csv
import json
import os
import re
import zipfile

SPREADSHEET_HIDES = re.compile(r'office:annotation|table:formula|table:visibility|table:display="false"|table:named-range|text:hidden|office:change-info|table:tracked-changes|script:')
HIDDEN_CELL = re.compile(r'<t[dh]\b([^>]*\bclass="[^"]*\breden\b[^"]*"[^>]*)>(.*?)</t[dh]>', re.S)
ATTRIBUTE = re.compile(r'([\w-]+)="([^"]*)"')


def other_files(folder, tables):
    """(file, what it says) for everything that is wrong."""
    found = []
    for table in tables:
        found += in_csv(folder, table)
        found += in_spreadsheet(folder, table)
    for directory, _, names in os.walk(folder):
        for name in names:
            path = os.path.join(directory, name)
            place = os.path.relpath(path, folder)
            if name.endswith((".json", ".jsonld", ".csv-metadata.json")):
                with open(path, encoding="utf-8") as file:
                    found += [(place, what) for what in in_json(json.load(file))]
            elif name.endswith((".html", ".svg")):
                with open(path, encoding="utf-8") as file:
                    found += [(place, what) for what in in_page(file.read())]
            elif name.endswith((".ods", ".odt")):
                found += [(place, what) for what in in_document(path)]
    return found


def in_csv(folder, table):
    with open(os.path.join(folder, table["csv"]), encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    hidden = {key_of(row["variant"], row["periode"], row["gebied"], row["dimensies"]) for row in table["rijen"] if "geheim" in row["status"]}
    names = table["dimensies"]
    column = {name: "gemeente_code" if name == "gemeente" and "gemeente_code" in rows[0] else name for name in names} if rows else {}
    here = {key_of(row["variant"], row["periode"], row["gebied"], [row[column[name]] for name in names]): row for row in rows if "geheim" in row["status"]}
    if set(here) != hidden:
        yield table["csv"], "hides other figures than all.json"
    for row in here.values():
        if any(row[name] for name in ("waarde", "teller", "noemer")):
            yield table["csv"], f"a hidden figure has a number: {row}"


def key_of(variant, period, area, split):
    return (variant, period, area, tuple(split))


def in_spreadsheet(folder, table):
    """The words for a hidden figure stand in the sheet as often as all.json hides one."""
    place = re.sub(r"\.csv$", ".ods", table["csv"])
    with zipfile.ZipFile(os.path.join(folder, place)) as file:
        text = file.read("content.xml").decode()
    rows = [row for row in re.findall(r"<table:table-row\b.*?</table:table-row>", text, re.S) if "<text:p>geheim" in row or "geheim</text:p>" in row]
    hidden = sum("geheim" in row["status"] for row in table["rijen"])
    marked = [row for row in rows if "[geheim]" in row]
    if len(marked) != hidden:
        yield place, f"{len(marked)} rows are marked as hidden, {hidden} in all.json"
    for row in marked:
        if re.search(r'office:value="', row):
            yield place, "a hidden figure has a number"


def in_json(value):
    """Objects with a status that says hidden and a number beside it."""
    if isinstance(value, dict):
        status = value.get("status")
        if status is not None and "geheim" in status:
            numbers = [key for key, inner in value.items() if isinstance(inner, (int, float)) and not isinstance(inner, bool)]
            if numbers:
                yield f"a hidden figure has {', '.join(numbers)}"
        for name, inner in value.items():
            if name == "tabellen" and isinstance(value.get("statussen"), list):
                yield from in_compact(value["statussen"], inner)
            yield from in_json(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from in_json(inner)


def in_compact(words, tables):
    """Rows as the dashboard reads them: places, value, status, and the parts of a share."""
    for table in tables:
        first = 3 + len(table["dimensies"])
        for row in table["rijen"]:
            value, status, *more = row[first:]
            if isinstance(status, int) and "geheim" in words[status] and (value is not None or any(part is not None for part in more)):
                yield "a hidden figure has a number"


def in_page(text):
    for attributes, content in HIDDEN_CELL.findall(text):
        told = {name: value for name, value in ATTRIBUTE.findall(attributes) if name not in ("class", "colspan", "rowspan", "headers", "id", "scope")}
        inner = {name: value for name, value in ATTRIBUTE.findall(content) if name not in ("class", "href", "id")}
        if any(re.search(r"\d", value) for value in (*told.values(), *inner.values())):
            yield f"a hidden cell carries {told or inner}"
        # Numbers of a footnote may stand beside the word; a figure may not.
        if re.search(r"\d{2,}|€|%", re.sub(r"<[^>]*>|\b(19|20)\d\d\b", " ", content)):
            yield f"a hidden cell says {content}"
    if "<!--" in text.replace("<!-- -->", ""):
        yield "a comment"


def in_document(path):
    with zipfile.ZipFile(path) as file:
        for name in file.namelist():
            if name.endswith(".xml") and SPREADSHEET_HIDES.search(file.read(name).decode()):
                yield f"{name} holds {SPREADSHEET_HIDES.search(file.read(name).decode())[0]}"
