"""How much a file may ask for, each cap with its reason, and how a process holds itself to them."""

import sys

from app.intake.options import MOST_COLUMNS

__all__ = ["MOST_COLUMNS"]

MOST_BYTES = 200 * 1024 * 1024
"""A million titles with synopses are some 150 MB; more is not a list somebody keeps by hand."""

MOST_ROWS = 2_000_000
"""Twice what a worksheet of Excel can hold; text files may be longer than that only by mistake."""

LONGEST_CELL = 32_767
"""What a cell of Excel can hold; what is longer is cut and told."""

LONGEST_LINE = 1_000_000
"""Letters between two line ends of a text file: forty full cells of Excel, ten times any real row."""

MOST_LINES_IN_CELL = 200
"""Lines a quoted cell may span. A synopsis has twenty; a quote that is never closed would swallow the file."""

LONGEST_FACT = 300
"""Letters of a cell that can be a date, a country, a length; longer ones are texts and not searched for any."""

MOST_MERGED = 200_000
"""Rows that merged cells may cover together."""

MOST_MEMBERS = 2_000
"""Parts of a workbook: 250 sheets have some 1,000."""

MOST_UNPACKED = 600 * 1024 * 1024
"""What a workbook may unpack to: XML of a million rows is some 400 MB."""

MOST_RATIO = 250
"""Unpacked to packed size of one part, from `RATIO_FROM` on: tables of repeated words reach 60, bombs 1,000."""

RATIO_FROM = 30 * 1024 * 1024

MOST_SHARED = 300 * 1024 * 1024
"""What the table of texts of a workbook may unpack to; it is held in memory whole."""

MOST_CELLS = 15_000_000
"""Rows by columns of a worksheet held in memory at 32 bytes each."""

MEMORY = 1_000 * 1024 * 1024
"""Bytes of address space of the reading process: `MOST_CELLS` with their texts, and Python itself."""

LOOK_SECONDS, READ_SECONDS = 30, 900
"""Processor time for a look and for a whole reading; a million rows take some two minutes."""

OPEN_FILES = 64
"""Enough to load Python's own modules, and nothing like a server."""


def hold(seconds: int) -> None:
    """Hold this process to memory, time and files for good; on Windows the parent watches alone."""
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 - there is none on Windows

    wanted = {
        resource.RLIMIT_AS: MEMORY,
        resource.RLIMIT_CPU: seconds,
        resource.RLIMIT_FSIZE: 0,
        resource.RLIMIT_NOFILE: OPEN_FILES,
        resource.RLIMIT_CORE: 0,
    }
    for which, most in wanted.items():
        _soft, hard = resource.getrlimit(which)
        allowed = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(which, (allowed, allowed))
