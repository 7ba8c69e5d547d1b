"""How fast a million rows are checked, beside Python's csv module on the same file in the same run,
and how much memory that takes. Called by `make bench`."""

import csv
import os
import resource
import subprocess
import sys
import tempfile
import time

ROWS = int(os.environ.get("ROWS", "1000000"))
MEMORY = 200e6


def make(path):
    """A sheet of about 100 MB, as an export of an incident database would be."""
    provinces = [f"KH{number:02}" for number in range(1, 26)]
    kinds = ["raid", "arrest", "inspection", "meeting", "warning"]
    with open(path, "w", encoding="utf-8", newline="") as file:
        file.write("id,date,place,kind,title,people,attributed_to,reported_by\r\n")
        for row in range(ROWS):
            date = f"20{row % 20 + 10}-{row % 12 + 1:02}-{row % 28 + 1:02}"
            file.write(
                f"record-{row},{date},{provinces[row % 25]},{kinds[row % 5]},"
                f'"Record {row}: police searched a building, and found nobody",{row % 90 + 1},'
                "Provincial police,Example Times\r\n"
            )


def measured(command):
    """The best of three runs, in seconds, and the most memory that any of them took."""
    best = float("inf")
    for _ in range(3):
        start = time.perf_counter()
        run = subprocess.run(command, stdout=subprocess.PIPE, check=False, text=True)
        best = min(best, time.perf_counter() - start)
    return best, run


def count(path):
    with open(path, encoding="utf-8", newline="") as file:
        return sum(1 for _ in csv.reader(file))


def main():
    program = sys.argv[1]
    if len(sys.argv) > 2:
        count(sys.argv[2])
        return
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "large.csv")
        make(path)
        size = os.path.getsize(path)
        by_python, _ = measured([sys.executable, __file__, program, path])
        before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
        checked, run = measured([program, "check", "--provinces", "geo/provinces.geojson", path])
        # In kilobytes on Linux; that of Python, which came first, is the smaller.
        memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024
        assert memory > before * 1024, "Python took more memory, so that of the check is not known"
    print(run.stdout.strip().splitlines()[-1])
    print(f"{ROWS:,} rows, {size / 1e6:.0f} MB: {checked / by_python:.2f} times what Python's csv takes to count them")
    print(f"memory: {memory / 1e6:.0f} MB of {MEMORY / 1e6:.0f}")
    if memory > MEMORY or run.returncode != 0:
        sys.exit("FAILED: too much memory, or an error where there is none")


main()
