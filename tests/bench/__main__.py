"""Runs the benches beside this file, each in a process of its own, and prints their figures as one JSON object.

A bench is a script bench_*.py that prints one JSON object, its figures by name with the unit in the name
("search_p99_ms"); those with a goal are printed beside it. Names as arguments choose among them:
`python3 dev.py bench board`. Libraries have 1,000 and 10,000 works; with KERUEN_NIGHTLY=1 also 100,000.
"""

import json
import os
import platform
import subprocess
import sys
from pathlib import Path

from tests.bench.goals import beside

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]


def main(arguments: list[str]) -> int:
    """Run the benches asked for, or all; 1 when one of them failed."""
    scripts = {path.stem.removeprefix("bench_"): path for path in sorted(HERE.glob("bench_*.py"))}
    unknown = [name for name in arguments if name not in scripts]
    if unknown:
        print(f"There is no bench {unknown[0]}. There are: {', '.join(scripts)}.", file=sys.stderr)
        return 2
    figures: dict[str, object] = {"machine": machine()}
    failed = False
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    for name in arguments or scripts:
        command = [sys.executable, str(scripts[name])]
        done = subprocess.run(command, env=env, stdout=subprocess.PIPE, text=True, check=False)
        try:
            figures[name] = (
                beside(name, json.loads(done.stdout)) if done.returncode == 0 else {"failed": done.returncode}
            )
        except ValueError:
            figures[name] = {"failed": "printed no JSON"}
        failed = failed or done.returncode != 0
    print(json.dumps(figures, indent=1, ensure_ascii=False))
    return 1 if failed else 0


def machine() -> dict[str, object]:
    """What the figures were measured on; compare ratios, not milliseconds."""
    load = round(os.getloadavg()[0], 1) if hasattr(os, "getloadavg") else None
    system, python = platform.system(), platform.python_version()
    return {"system": system, "python": python, "cores": os.cpu_count(), "load_before": load}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
