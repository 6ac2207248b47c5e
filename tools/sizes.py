#!/usr/bin/env python3
"""Checks sizes: a line of C++ has at most 110 columns, a function at most 60 lines, a file at most 600 lines
(a warning comes at 400).

Exceptions stand in tools/sizes_allowed.txt, one a line: file, rule (columns, function or lines), number. They
are a ratchet: when something has shrunk, the number must follow, so that it never grows back.
"""

import sys

from house import Findings, files_below, name_of, run, text_of

COLUMNS_MAX = 110
FUNCTION_MAX = 60
FILE_MAX = 600
FILE_WARNING = 400
CPP = (".cpp", ".hpp")
CODE = (*CPP, ".ts", ".tsx", ".mjs", ".css", ".py", ".sql", ".sh", ".mustache")
WRITTEN_BY_PROGRAMS = {"web/src/api/types.ts", "web/src/styles/theme.css"}
FOLDERS = ["src", "tests", "bench", "tools", "web", "migrations"]


def function_sizes(lines: list[str]) -> list[tuple[int, int]]:
    """(line number, lines) of each function: its opening brace stands alone on a line (.clang-format sees to
    that), its closing brace is the first one at the same indent. The signature's last line counts too."""
    sizes = []
    for start, line in enumerate(lines):
        if line.strip() != "{":
            continue
        closing = line[: line.index("{")] + "}"
        for end in range(start + 1, len(lines)):
            if lines[end].rstrip() in (closing, closing + ";"):
                sizes.append((start, end - start + 2))
                break
    return sizes


def measures_of(name: str, text: str) -> dict[str, list[tuple[int, str]]]:
    """Rule -> (measure, where it is), largest first."""
    lines = text.splitlines()
    measures = {"lines": [(len(lines), name)]}
    if name.endswith(CPP):
        measures["columns"] = [(len(line), f"{name}:{number}") for number, line in enumerate(lines, start=1)]
        measures["function"] = [(size, f"{name}:{number}") for number, size in function_sizes(lines)]
    return {rule: sorted(found, key=lambda one: -one[0]) for rule, found in measures.items() if found}


def read_allowed(root, found: Findings) -> dict[tuple[str, str], int]:
    path = root / "tools" / "sizes_allowed.txt"
    allowed = {}
    for line in text_of(path).splitlines() if path.exists() else []:
        words = line.split("#")[0].split()
        if not words:
            continue
        if len(words) != 3 or words[1] not in LIMITS or not words[2].isdigit():
            found.error(f"tools/sizes_allowed.txt: '{line}' is not: file rule number")
            continue
        allowed[words[0], words[1]] = int(words[2])
    return allowed


LIMITS = {"columns": COLUMNS_MAX, "function": FUNCTION_MAX, "lines": FILE_MAX}
SENTENCES = {
    "columns": "the line has {} columns; {} is the end",
    "function": "the function has {} lines; {} is the end",
    "lines": "the file has {} lines; {} is the end",
}


def findings(root) -> Findings:
    found = Findings()
    allowed = read_allowed(root, found)
    for folder in FOLDERS:
        for path in files_below(root, folder, *CODE):
            name = name_of(root, path)
            if name in WRITTEN_BY_PROGRAMS:
                continue
            found.checked += 1
            for rule, measures in measures_of(name, text_of(path)).items():
                exception = allowed.pop((name, rule), None)
                limit = exception or LIMITS[rule]
                measure, where = measures[0]
                for size, place in measures:
                    if size > limit:
                        found.error(f"{place}: {SENTENCES[rule].format(size, limit)}")
                if measure > limit:
                    continue
                if exception and measure < exception:
                    found.error(f"{where}: is down to {measure}; write that in tools/sizes_allowed.txt for "
                                f"{exception}, or take the line out when it is within {LIMITS[rule]}")
                elif rule == "lines" and measure > FILE_WARNING and not exception:
                    found.warning(f"{where}: {measure} lines; could it be two files?")
    for name, rule in allowed:
        found.error(f"tools/sizes_allowed.txt: {name} has no '{rule}' any more; take the line out")
    return found


if __name__ == "__main__":
    sys.exit(run(__doc__, findings))
