"""Draws the classes that get mutants and prints them as PIT takes them, a nested class with the outer one.

Arguments: the folder of the sources, the folder to note in what was drawn, how many classes of each
package (0: all), the seed, how many mutants a class gets at most, the packages.
"""

import random
import sys
from pathlib import Path

ROOT = "dev/interlock/analysis"


def main(sources, work, sample, seed, mutants, *packages):
    patterns = []
    for package in packages:
        folder = Path(sources) / ROOT / ("" if package == "analysis" else package)
        every = sorted(file.stem for file in folder.glob("*.java") if file.stem != "package-info")
        drawn = every
        if 0 < int(sample) < len(every):
            drawn = sorted(random.Random(f"{seed} {package}").sample(every, int(sample)))
        note = Path(work) / package
        note.mkdir(parents=True, exist_ok=True)
        (note / "mutations.csv").unlink(missing_ok=True)
        (note / "drawn.txt").write_text(f"{len(drawn)} {len(every)} {mutants} {seed}\n")
        prefix = str(folder.relative_to(sources)).replace("/", ".")
        patterns += [f"{prefix}.{name}{nested}" for name in drawn for nested in ("", "$*")]
    print(",".join(patterns))


main(*sys.argv[1:])
