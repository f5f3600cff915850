"""Puts the compiled words into the wheel, so that no wheel is ever built without them."""

import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

sys.path.insert(0, str(Path(__file__).parent))

import catalogues


class WordsHook(BuildHookInterface):  # type: ignore[type-arg]
    """Compiles each language into a folder of its own and asks hatchling to take it along."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile before the wheel is packed."""
        del version
        self._folder = tempfile.TemporaryDirectory()
        for language in catalogues.LANGUAGES:
            catalogue = catalogues.read(catalogues.path_of(Path(self.root, "translations"), language), language)
            if catalogue is None:
                msg = f"There are no words in {language}: run “python3 dev.py words”."
                raise FileNotFoundError(msg)
            made = Path(self._folder.name, f"{language}.mo")
            made.write_bytes(catalogues.compiled(catalogue))
            place = f"app/bundled/translations/{language}/LC_MESSAGES/app.mo"
            build_data["force_include"][str(made)] = place

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Take the folder away again."""
        del version, build_data, artifact_path
        self._folder.cleanup()
