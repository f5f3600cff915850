"""Runs the benches beside this file, each in a process of its own, and prints their figures as one JSON object.

A bench is a script that prints one JSON object, its figures by name with the unit in the name
("search_p99_ms"). Names as arguments choose among them: `python3 dev.py bench window`.
"""

import json
import os
import platform
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]


def main(arguments: list[str]) -> int:
    """Run the benches asked for, or all; 1 when one of them failed."""
    scripts = {path.stem.removeprefix("bench_"): path for path in sorted(HERE.glob("[a-z]*.py"))}
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
            figures[name] = json.loads(done.stdout) if done.returncode == 0 else {"failed": done.returncode}
        except ValueError:
            figures[name] = {"failed": "printed no JSON"}
        failed = failed or done.returncode != 0
    print(json.dumps(figures, indent=1, ensure_ascii=False))
    return 1 if failed else 0


def machine() -> dict[str, object]:
    """What the figures were measured on; compare ratios, not milliseconds."""
    return {"system": platform.system(), "python": platform.python_version(), "cores": os.cpu_count()}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
