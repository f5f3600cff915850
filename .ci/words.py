"""Collects the words of the program, brings the four languages up to date, compiles and judges them.

Without arguments it does all of that; `--check` writes nothing and only judges, `--compile` only compiles.
"""

import sys
from pathlib import Path

import catalogues
import word_gate
from babel.messages.catalog import Catalog

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "translations"
SHOWN = 40
"""How many faults of a language are listed before the rest is only counted."""


def update(root: Path, folder: Path) -> None:
    """Write app.pot and the four .po files anew."""
    words = catalogues.template(root)
    put(folder / "app.pot", catalogues.written(words))
    for language in catalogues.LANGUAGES:
        path = catalogues.path_of(folder, language)
        catalogue = catalogues.updated(catalogues.read(path, language), words, language)
        put(path, catalogues.written(catalogue))


def compile_all(folder: Path) -> None:
    """Write the .mo file beside each .po file."""
    for language in catalogues.LANGUAGES:
        path = catalogues.path_of(folder, language)
        catalogue = catalogues.read(path, language)
        if catalogue is not None:
            path.with_suffix(".mo").write_bytes(catalogues.compiled(catalogue))


def judge(root: Path, folder: Path) -> dict[str, list[str]]:
    """The faults of the template ("app.pot") and of each language; empty lists when all is well."""
    words = catalogues.template(root)
    pot = folder / "app.pot"
    same = pot.exists() and pot.read_bytes() == catalogues.written(words)
    found = {"app.pot": [] if same else ["app.pot is not what the sources say: run “python3 dev.py words”"]}
    for language in catalogues.LANGUAGES:
        path = catalogues.path_of(folder, language)
        catalogue = catalogues.read(path, language)
        found[language] = [f"{language}: there is no {path.name}"] if catalogue is None else []
        found[language] += word_gate.faults(language, words, catalogue or Catalog(locale=language))
    return found


def put(path: Path, data: bytes) -> None:
    """Write a file only if it changed, so that nothing is compiled in vain."""
    if not path.exists() or path.read_bytes() != data:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def tell(found: dict[str, list[str]]) -> int:
    """Print the faults and return how the command ends: 1 when there are any."""
    for faults in found.values():
        print(*faults[:SHOWN], sep="\n", end="\n" if faults else "")
        if len(faults) > SHOWN:
            print(f"… and {len(faults) - SHOWN} more")
    print("Words: " + ", ".join(f"{name} {len(faults)}" for name, faults in found.items()) + " faults")
    return 1 if any(found.values()) else 0


def main(arguments: list[str]) -> int:
    """Do what the arguments ask for."""
    if arguments == ["--compile"]:
        compile_all(FOLDER)
        return 0
    if arguments not in ([], ["--check"]):
        print(__doc__, file=sys.stderr)
        return 2
    if not arguments:
        update(ROOT, FOLDER)
        compile_all(FOLDER)
    return tell(judge(ROOT, FOLDER))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
