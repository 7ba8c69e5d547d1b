"""Holds good and bad sheets against geo/schema/ with frictionless."""

import json
import sys

from frictionless import Resource, Schema, system

system.trusted = True
CORPUS = "tests/corpus"
CASES = [
    ("actions", True, "geo/schema/actions.csv"),
    ("flows", True, "geo/schema/flows.csv"),
    ("actions", True, f"{CORPUS}/headers/unknown-columns.csv"),
    ("actions", True, f"{CORPUS}/dates-read/edtf-approximate.csv"),
    ("actions", True, f"{CORPUS}/dates-read/edtf-interval.csv"),
    ("actions", True, f"{CORPUS}/people-read/at-least.csv"),
    ("actions", True, f"{CORPUS}/people-read/unknown.csv"),
    ("flows", True, f"{CORPUS}/flows-read/plain.csv"),
    ("flows", True, f"{CORPUS}/flows-read/many-countries.csv"),
    ("actions", False, f"{CORPUS}/dates-refused/ambiguous.csv"),
    ("actions", False, f"{CORPUS}/dates-refused/empty.csv"),
    ("actions", False, f"{CORPUS}/people-refused/range.csv"),
    ("actions", False, f"{CORPUS}/people-refused/negative.csv"),
    ("actions", False, f"{CORPUS}/records/no-id.csv"),
    ("actions", False, f"{CORPUS}/records/script-as-link.csv"),
    ("actions", False, f"{CORPUS}/between/id-twice.csv"),
    ("flows", False, f"{CORPUS}/flows-refused/places-in-words.csv"),
    ("flows", False, f"{CORPUS}/flows-read/name.csv"),  # read, and not written so
]

failed = False
for name, good, path in CASES:
    schema = Schema.from_descriptor(json.load(open(f"geo/schema/{name}.table.json")))
    resource = Resource(path=path, schema=schema)
    report = resource.validate()
    if report.valid != good:
        failed = True
        print(path, "is valid" if report.valid else report.flatten(["type", "note"]))
sys.exit(failed)
