#!/usr/bin/env python3
"""Checks that nothing lies about unused, and that migrations are numbered without gaps.

- Every file in content/ is named by the code in src, or stands in a folder whose files the code names with a
  variable part (content/pathways/<pathway>/pathway.json), or in one that is read whole (content/services/<collection>/).
- Every query in a room's queries.sql is used by that room, as queries::name, or by a room above it, as
  room::queries::name; those in its folder testing/ by its tests.
- migrations/hub and migrations/municipality are numbered 0001, 0002, ... with a name, each number once.
"""

import re
import sys
from pathlib import Path

from house import Findings, files_below, name_of, run, text_of
from name_queries import BadQueries, parse

MIGRATION = re.compile(r"^(\d{4})_[a-z0-9_]+\.sql$")
STRINGS = re.compile(r'"((?:\\.|[^"\\\n])*)"')
# Read as a whole folder, whatever their names.
WHOLE_FOLDERS = re.compile(r"^content/services/[a-z]+/[a-z0-9_]+\.json$")
SENTENCE_FILES = re.compile(r"\.(nb|nn|en)\.json$")


def code_strings(root: Path) -> set[str]:
    """Every string in the server's code, tests left out, and their pieces between slashes."""
    strings: set[str] = set()
    for path in files_below(root, "src", ".cpp", ".hpp"):
        if not path.name.endswith("_test.cpp"):
            for text in STRINGS.findall(text_of(path)):
                strings.update([text, *text.split("/")])
    return strings


def check_content(root: Path, found: Findings) -> None:
    strings = code_strings(root)
    web = " ".join(text_of(path) for path in files_below(root, "web/src", ".ts", ".tsx"))
    referred = set()
    for path in files_below(root, "content", ".json"):
        referred.update(re.findall(r'"\$schema":\s*"[^"]*?([\w.]+)"', text_of(path)))
    for path in files_below(root, "content"):
        found.checked += 1
        plain = SENTENCE_FILES.sub("", path.name)
        names = {path.name, path.stem, plain}
        read_by_server = names & strings
        read_by_web = re.search(rf"\b{re.escape(path.stem)}\b", web)
        if WHOLE_FOLDERS.match(name_of(root, path)) and "services" in strings:
            continue
        if not read_by_server and not read_by_web and path.name not in referred and path.suffix != ".md":
            found.error(f"{name_of(root, path)}: no code reads it")


def check_queries(root: Path, found: Findings) -> None:
    all_code = " ".join(text_of(path) for path in files_below(root, "src", ".cpp", ".hpp")
                        if not path.name.endswith("_test.cpp"))
    for path in files_below(root, "src", "queries.sql"):
        try:
            queries = parse(text_of(path))
        except BadQueries as fault:
            found.error(f"{name_of(root, path)}:{fault.line}: {fault}")
            continue
        for_tests = path.parent.name == "testing"
        folder = path.parent.parent if for_tests else path.parent
        code = " ".join(text_of(other) for other in sorted(folder.rglob("*.[ch]pp"))
                        if for_tests or not other.name.endswith("_test.cpp"))
        used = set(re.findall(r"\bqueries::(\w+)", code))
        used |= set(re.findall(rf"\b{folder.name}::queries::(\w+)", all_code))
        for query in queries:
            found.checked += 1
            if query.name not in used:
                found.error(f"{name_of(root, path)}: no code uses the query '{query.name}'")


def check_migrations(root: Path, found: Findings) -> None:
    for folder in ("migrations/hub", "migrations/municipality"):
        for place, path in enumerate(files_below(root, folder), start=1):
            found.checked += 1
            match = MIGRATION.match(path.name)
            if not match:
                found.error(f"{name_of(root, path)}: a migration is named NNNN_what.sql")
            elif int(match.group(1)) != place:
                found.error(f"{name_of(root, path)}: number {place:04} should come here; no gaps, none twice")


def findings(root: Path) -> Findings:
    found = Findings()
    check_content(root, found)
    check_queries(root, found)
    check_migrations(root, found)
    return found


if __name__ == "__main__":
    sys.exit(run(__doc__, findings))
