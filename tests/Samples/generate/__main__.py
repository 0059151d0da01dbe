"""python3 tests/Samples/generate: writes the samples anew (needs LibreOffice, glibc's iconv and Perl's Encode)."""

from pathlib import Path

import field
import matrix
import samples

HERE = Path(__file__).resolve().parent.parent
samples.write(HERE / "exports")
field.write(HERE / "exports", HERE / "rows")
matrix.write(HERE / "matrix")
