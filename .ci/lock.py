"""Writes requirements/run.txt and dev.txt anew: every version pinned, every platform's hashes, no addresses.

Needs the tool `uv` on the path; run it after changing a dependency in pyproject.toml:
`python3 .ci/lock.py` keeps the pinned versions that still fit, `--upgrade` takes newer ones.
"""

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
HOW = [
    "--universal",
    "--python-version=3.11",
    "--generate-hashes",
    "--no-header",
    "--no-annotate",
    "--no-emit-index-url",
    "--no-emit-find-links",
    "--no-config",
    "--quiet",
]
LOCKS: dict[str, list[str]] = {
    "run": ["pyproject.toml"],
    "dev": ["--group=dev", "--constraints=requirements/run.txt"],
}


def main(arguments: list[str]) -> int:
    """Write both lock files; the second agrees with the first where they share a package."""
    uv = shutil.which("uv")
    if uv is None:
        print("Locking needs the tool uv: install it, for instance with “pip install uv”.", file=sys.stderr)
        return 1
    for name, sources in LOCKS.items():
        target = f"requirements/{name}.txt"
        subprocess.run([uv, "pip", "compile", *HOW, *arguments, *sources, "-o", target], cwd=ROOT, check=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
