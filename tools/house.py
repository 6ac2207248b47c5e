"""What the house-rule programs share: walking the tree, reading files, and the command line.

A rule program has one function, findings(root) -> Findings, and calls run() with it. A finding is one
line that says where, what is wrong and what to do. Programs print their findings and exit 1 if there are any.
"""

import argparse
import json
import re
import sys
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SKIPPED_FOLDERS = {".git", ".cache", "node_modules", "dist", "build", "test-output", "__pycache__", "data"}


@dataclass
class Findings:
    """Errors fail the check; warnings are shown. `checked` counts what was looked at."""

    errors: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    checked: int = 0

    def error(self, text: str) -> None:
        self.errors.append(text)

    def warning(self, text: str) -> None:
        self.warnings.append(text)


def files_below(root: Path, folder: str, *endings: str) -> list[Path]:
    """Every file below root/folder whose name has one of the endings, in order; built things are skipped."""
    start = root / folder
    if not start.is_dir():
        return []
    found = []
    for path in sorted(start.rglob("*")):
        parts = path.relative_to(root).parts
        skipped = any(part in SKIPPED_FOLDERS or part.startswith("build-") for part in parts[:-1])
        if not skipped and path.is_file() and (not endings or path.name.endswith(endings)):
            found.append(path)
    return found


def text_of(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def name_of(root: Path, path: Path) -> str:
    return path.relative_to(root).as_posix()


def read_json(path: Path, root: Path, found: Findings):
    """The JSON value of a file, or None after an error was noted."""
    try:
        return json.loads(text_of(path))
    except (ValueError, UnicodeDecodeError) as fault:
        found.error(f"{name_of(root, path)}: not JSON: {fault}")
        return None


CPP_SKIPPED = re.compile(
    r'//[^\n]*|/\*.*?\*/|R"(?P<mark>[^(]*)\(.*?\)(?P=mark)"|"(?:\\.|[^"\\\n])*"|(?<![0-9a-fA-F])\'(?:\\.|[^\'\\\n])+\'',
    re.DOTALL,
)


def without_comments_and_texts(code: str) -> str:
    """C++ or TypeScript code with comments and string contents blanked; lines keep their numbers."""

    def blank(match: re.Match) -> str:
        lines = "\n" * match.group().count("\n")
        return lines if match.group().startswith("/") else '""' + lines

    return CPP_SKIPPED.sub(blank, code)


def run(about: str, findings) -> int:
    """The command line of a rule program."""
    parser = argparse.ArgumentParser(description=about, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--root", type=Path, default=ROOT, help="the project's folder (default: this one)")
    found = findings(parser.parse_args().root.resolve())
    for text in found.warnings:
        print(f"warning: {text}")
    for text in found.errors:
        print(text)
    print(f"{Path(sys.argv[0]).name}: {found.checked} checked, {len(found.errors)} errors, "
          f"{len(found.warnings)} warnings")
    return 1 if found.errors else 0
