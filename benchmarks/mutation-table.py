"""Turns what PIT found into a table of scores.

Arguments: the folder with a folder for each package, the page to write to, how many mutants a class had
at most, the packages.
"""

import csv
import sys
from pathlib import Path

BEGIN = "<!-- table -->\n"
END = "<!-- end of table -->"
SURVIVED = {"SURVIVED", "NO_COVERAGE"}


def main(work, page, limit, *packages):
    rows = []
    total = noticed = 0
    for package in packages:
        mutants = list(csv.reader((Path(work) / package / "mutations.csv").open()))
        survivors = [mutant for mutant in mutants if mutant[5] in SURVIVED]
        with (Path(work) / package / "survivors.txt").open("w") as out:
            for file, _, mutator, method, line, status, *_ in survivors:
                out.write(f"{file}:{line} {method} {mutator.split('.')[-1]} {status}\n")
        total += len(mutants)
        noticed += len(mutants) - len(survivors)
        rows.append(row(f"`analysis.{package}`", len(mutants), len(mutants) - len(survivors)))
    rows.append(row("together", total, noticed))
    table = "\n".join(
        [f"At most {limit} mutants of each class.\n", "| package | mutants | noticed | score |"]
        + ["|---|---:|---:|---:|"]
        + rows
    )
    print(table)
    text = Path(page).read_text()
    start = text.index(BEGIN) + len(BEGIN)
    Path(page).write_text(text[:start] + table + "\n" + text[text.index(END):])


def row(name, mutants, noticed):
    return f"| {name} | {mutants:,} | {noticed:,} | {100 * noticed / max(1, mutants):.0f} % |"


main(*sys.argv[1:])
