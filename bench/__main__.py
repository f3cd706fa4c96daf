"""`make bench`: builds generated courses with and without questions, pair by pair, and prints ratios of CPU time and memory;
then this very course against plain Material; then prints a module as PDF. `--quick` takes the smallest course only, `--site` this course
only, `--pdf` the PDF only, `--pdf --whole` the whole course as PDF."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from statistics import median

from bench import pdf, site
from bench.building import build, fresh
from bench.courses import make_course

SIZES = ((30, 8, 5), (200, 10, 3), (1000, 10, 1))
AIM = 1.25


def main() -> None:
    if "--pdf" in sys.argv:
        pdf.main()
        return
    if "--site" in sys.argv:
        site.main()
        return
    sizes = SIZES if "--quick" not in sys.argv else SIZES[:1]
    print(f"Bouwen met vragen / zonder vragen, CPU-tijd; streven: hoogstens {AIM}")
    print(f"{'hoofdstukken × vragen':<24}{'zonder':>9}{'met':>9}{'verhouding':>12}{'per vraag':>12}{'geheugen':>10}")
    for chapters, questions, pairs in sizes:
        measure(chapters, questions, pairs)
    site.main()
    pdf.main()


def measure(chapters: int, questions: int, pairs: int) -> None:
    """Prints one row: medians of `pairs` runs of each, taken in turns so that both feel the same machine."""
    with tempfile.TemporaryDirectory() as temporary:
        plain, full = (make_course(Path(temporary, name), chapters, questions, with_questions=name == "met") for name in ("zonder", "met"))
        runs = [(build(plain), build(fresh(full))) for _ in range(pairs)]
    without, with_ = median(run[0][0] for run in runs), median(run[1][0] for run in runs)
    ratio = median(b[0] / a[0] for a, b in runs)
    memory = median(b[1] / a[1] for a, b in runs)
    each = (with_ - without) / (chapters * questions) * 1000
    print(f"{f'{chapters} × {questions}':<24}{without:>7.1f} s{with_:>7.1f} s{ratio:>12.2f}{each:>9.2f} ms{memory:>10.2f}", flush=True)


if __name__ == "__main__":
    main()
