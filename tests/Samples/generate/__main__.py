"""python3 tests/Samples/generate: writes the samples anew (needs LibreOffice, glibc's iconv and Perl's Encode)."""

from pathlib import Path

import matrix
import samples

HERE = Path(__file__).resolve().parent.parent
samples.write(HERE / "exports")
matrix.write(HERE / "matrix")
