"""Turns what PIT found into a table of scores.

Arguments: the folder of the report, the page to write to, how many mutants a class had at most.
"""

import csv
import sys
from pathlib import Path

BEGIN = "<!-- table -->\n"
END = "<!-- end of table -->"
SURVIVED = {"SURVIVED", "NO_COVERAGE"}


def main(report, page, limit):
    mutants = list(csv.reader((Path(report) / "mutations.csv").open()))
    with (Path(report) / "survivors.txt").open("w") as out:
        for file, _, mutator, method, line, status, *_ in filter(survived, mutants):
            out.write(f"{file}:{line} {method} {mutator.split('.')[-1]} {status}\n")
    rows = [
        row(f"`analysis.{package}`", [m for m in mutants if package_of(m) == package])
        for package in sorted(set(map(package_of, mutants)))
    ]
    rows.append(row("together", mutants))
    table = "\n".join(
        [f"At most {limit} mutants of each class.\n", "| package | mutants | noticed | score |"]
        + ["|---|---:|---:|---:|"]
        + rows
    )
    print(table)
    text = Path(page).read_text()
    start = text.index(BEGIN) + len(BEGIN)
    Path(page).write_text(text[:start] + table + "\n" + text[text.index(END):])


def package_of(mutant):
    return mutant[1].split(".")[-2]


def survived(mutant):
    return mutant[5] in SURVIVED


def row(name, mutants):
    noticed = len(mutants) - sum(map(survived, mutants))
    return f"| {name} | {len(mutants):,} | {noticed:,} | {100 * noticed / max(1, len(mutants)):.0f} % |"


main(*sys.argv[1:])
