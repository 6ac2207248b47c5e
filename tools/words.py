#!/usr/bin/env python3
"""Checks the words of the code (CONTRIBUTING.md, "Names").

- Files are snake_case, in every folder.
- No type, file or folder is called Manager, Helper, Util, Impl, Data or Info: say what it does.
- No abbreviations in names: `request`, not `req`. Allowed are id, db, http, fhir, sql and json.
- Every name in the "Name in code" column of docs/words.md exists in src, web or content.
"""

import re
import sys
from pathlib import Path

from house import Findings, files_below, name_of, run, text_of, without_comments_and_texts

EMPTY_WORDS = {"manager", "helper", "helpers", "util", "utils", "impl", "data", "info"}
ABBREVIATIONS = {
    "addr": "address", "btn": "button", "cfg": "config", "cnt": "count", "ctx": "context", "cur": "current",
    "elem": "element", "err": "error", "func": "function", "idx": "index", "mgr": "who does what", "msg": "message",
    "num": "number or count", "obj": "what it is", "prev": "previous", "pwd": "password", "req": "request",
    "res": "answer or result", "resp": "response", "ret": "what is returned", "str": "text", "svc": "service",
    "tmp": "what it is", "usr": "user", "val": "value",
}
# Names that others gave: what belongs to the language, the system or a library.
GIVEN = re.compile(
    r"\b(?:std|boost|asio|beast|net|fmt|spdlog|date|testing|rc|CLI|toml)(?:::\w+)+|\b(?:sqlite3|SQLITE|PQ|PG|pg|EVP|crypto|sodium|U)_?\w*"
    r"|\b(?:sin|s|sin6|sun|ai)_\w+"
    r"|#[ \t]*include[^\n]*|(?:\.|->)\w+")
SNAKE_FILE = re.compile(r"^\.?[a-z0-9]+(_[a-z0-9]+)*(\.[a-z0-9]+(_[a-z0-9]+)*)*$")
NAMES_OF_OTHERS = {"CMakeLists.txt", "Makefile", "README.md", "package-lock.json"}
TYPE = re.compile(r"\b(?:class|struct|enum class|union|concept|interface|namespace|type|using)\s+([A-Za-z_]\w*(?:::\w+)*)")
IDENTIFIER = re.compile(r"\b[A-Za-z_]\w*\b")
CODE = (".cpp", ".hpp", ".ts", ".tsx")
FOLDERS = ["src", "tests", "bench", "tools", "content", "migrations", "web"]


def words_in(name: str) -> list[str]:
    """The words of a snake_case, camelCase or PascalCase name, in lower case."""
    return [word.lower() for word in re.findall(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+", name)]


def check_file_name(root: Path, path: Path, found: Findings) -> None:
    name = name_of(root, path)
    if path.name not in NAMES_OF_OTHERS and not SNAKE_FILE.match(path.name):
        found.error(f"{name}: file names are snake_case")
    for part in path.relative_to(root).parts[1:]:
        empty = EMPTY_WORDS & set(words_in(part))
        if empty:
            found.error(f"{name}: '{empty.pop()}' says nothing; name it after what it does")


def check_code(name: str, text: str, found: Findings) -> None:
    code = without_comments_and_texts(text)
    for match in TYPE.finditer(code):
        empty = EMPTY_WORDS & set(words_in(match.group(1)))
        if empty:
            found.error(f"{name}: the name {match.group(1)} has '{empty.pop()}' in it, which says nothing")
    seen = set()
    for identifier in IDENTIFIER.findall(GIVEN.sub(" ", code)):
        for word in ABBREVIATIONS.keys() & set(identifier.strip("_").split("_")):
            if identifier not in seen:
                seen.add(identifier)
                found.error(f"{name}: '{identifier}': write '{ABBREVIATIONS[word]}' for '{word}'")


def names_in_words_file(text: str) -> list[str]:
    """What stands in backticks in the column "Name in code" of any table."""
    names, column = [], None
    for line in text.splitlines():
        if not line.lstrip().startswith("|"):
            column = None
            continue
        cells = [cell.strip() for cell in re.split(r"(?<!\\)\|", line.strip().strip("|"))]
        if column is None:
            headings = [cell.lower() for cell in cells]
            column = next((place for place, cell in enumerate(headings) if "name in code" in cell), -1)
        elif 0 <= column < len(cells):
            names += re.findall(r"`([^`]+)`", cells[column])
    return names


def check_words_file(root: Path, found: Findings) -> None:
    path = root / "docs" / "words.md"
    if not path.exists():
        return
    everything = " ".join(
        name_of(root, file) + " " + text_of(file) for folder in ("src", "web", "content")
        for file in files_below(root, folder, *CODE, ".json", ".sql", ".mustache") if file.name != "package-lock.json")
    for name in names_in_words_file(text_of(path)):
        found.checked += 1
        if not re.search(rf"(?<!\w){re.escape(name)}(?!\w)", everything):
            found.error(f"docs/words.md: `{name}` is nowhere in src, web or content")


def findings(root: Path) -> Findings:
    found = Findings()
    for folder in FOLDERS:
        for path in files_below(root, folder):
            found.checked += 1
            check_file_name(root, path, found)
            if path.name.endswith(CODE) and name_of(root, path) != "web/src/api/types.ts":
                check_code(name_of(root, path), text_of(path), found)
    check_words_file(root, found)
    return found


if __name__ == "__main__":
    sys.exit(run(__doc__, findings))
