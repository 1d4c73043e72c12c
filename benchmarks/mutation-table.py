"""Turns what PIT found into a table of scores.

Arguments: the folder with the report and with a folder for each package, the page to write to, the
packages that were tried now.
"""

import csv
import sys
import xml.etree.ElementTree as xml
from pathlib import Path

BEGIN = "<!-- table -->\n"
END = "<!-- end of table -->"
SURVIVED = {"SURVIVED", "NO_COVERAGE"}
NOT_RUN = {"RUN_ERROR", "NOT_STARTED", "STARTED", "MEMORY_ERROR"}
ROOT = "dev.interlock.analysis"
ORDER = ["body", "lock", "callgraph", "task", "sharing", "compound", "verdict", "analysis"]


def main(work, page, *packages):
    keep(Path(work), packages)
    rows = []
    total = noticed = 0
    for package in ORDER:
        folder = Path(work) / package
        if not (folder / "mutations.csv").exists():
            continue
        drawn, every, limit, _ = (folder / "drawn.txt").read_text().split()
        mutants = [
            mutant
            for mutant in csv.reader((folder / "mutations.csv").open())
            if mutant[5] not in NOT_RUN
        ]
        survivors = [mutant for mutant in mutants if mutant[5] in SURVIVED]
        with (folder / "survivors.txt").open("w") as out:
            for file, _, mutator, method, line, status, *_ in survivors:
                out.write(f"{file}:{line} {method} {mutator.split('.')[-1]} {status}\n")
        total += len(mutants)
        noticed += len(mutants) - len(survivors)
        name = ROOT.split(".")[-1] + ("" if package == "analysis" else "." + package)
        rows.append(
            row(f"`{name}` | {drawn} of {every}, {limit} of each", len(mutants), len(mutants) - len(survivors))
        )
    rows.append(row("together |", total, noticed))
    table = "\n".join(
        ["| package | classes and mutants at most | mutants | noticed | score |", "|---|---|---:|---:|---:|"]
        + rows
    )
    print(table)
    text = Path(page).read_text()
    start = text.index(BEGIN) + len(BEGIN)
    Path(page).write_text(text[:start] + table + "\n" + text[text.index(END):])


def keep(work, packages):
    """Puts the mutants of the report into the folders of their packages."""
    report = xml.parse(work / "report" / "mutations.xml").getroot()
    mutants = [columns(mutant) for mutant in report if not is_equivalent(mutant)]
    for package in packages:
        prefix = ROOT if package == "analysis" else f"{ROOT}.{package}"
        with (work / package / "mutations.csv").open("w") as out:
            csv.writer(out).writerows(
                mutant for mutant in mutants if mutant[1].rpartition(".")[0] == prefix
            )


def columns(mutant):
    names = ["sourceFile", "mutatedClass", "mutator", "mutatedMethod", "lineNumber"]
    return [mutant.findtext(name) for name in names] + [mutant.get("status")]


def is_equivalent(mutant):
    """A method whose result is a Void, such as those of visitors, returns null in any case."""
    return mutant.findtext("mutator").endswith("NullReturnValsMutator") and mutant.findtext(
        "methodDescription"
    ).endswith(")Ljava/lang/Void;")


def row(name, mutants, noticed):
    return f"| {name} | {mutants:,} | {noticed:,} | {100 * noticed / max(1, mutants):.0f} % |"


main(*sys.argv[1:])
