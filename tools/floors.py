#!/usr/bin/env python3
"""Checks the floors of the house (ARCHITECTURE.md): who may include whom.

- A room includes only rooms on floors below its own; among feature rooms only followup may be included.
- What a room includes must stand among its NEEDS in CMakeLists.txt, directly or through another room.
- No circle of includes between files.
- A third-party library is named only where the table LIBRARIES says.
"""

import fnmatch
import re
import sys

from house import Findings, files_below, name_of, run, text_of

# Lowest first. Rooms on one floor do not see each other, except that feature rooms may see followup.
FLOORS = [
    ["base"],
    ["db", "http", "pathway", "forms", "finder"],
    ["access"],
    ["catalogue", "directory"],
    ["followup", "referral", "assessment", "guideline", "oversight", "population", "reminders"],
    ["exchange"],
    ["main"],
]
FEATURE_FLOOR = 4
SHARED_FEATURE = "followup"
FLOOR_OF = {room: floor for floor, rooms in enumerate(FLOORS) for room in rooms}

# What an angle-bracket include begins with, and the files that may say it. First match counts.
LIBRARIES = [
    ("sqlite3.h", ["src/db/*", "bench/*"]),
    ("libpq-fe.h", ["src/db/*", "bench/*"]),
    ("boost/beast", ["src/http/*", "bench/*"]),
    ("boost/asio", ["src/http/*", "bench/*"]),
    ("boost/json", ["src/http/*", "src/pathway/*", "src/access/*", "src/catalogue/*", "src/followup/*", "src/reminders/*", "src/directory/*",
                    "src/exchange/*", "src/main/*", "tests/*", "bench/*"]),
    ("openssl/", ["src/base/digest.cpp", "src/http/*_test.cpp"]),
    ("sodium", ["src/access/*"]),
    ("spdlog/", ["src/base/log.cpp"]),
    ("date/", ["src/base/*"]),
    ("unicode/", ["src/base/*"]),
    ("fmt/", ["src/*.cpp", "tests/*", "bench/*"]),
    ("zlib.h", ["src/http/*"]),
    ("brotli/", ["src/http/*"]),
    ("curl/", ["src/reminders/smtp.cpp"]),
    ("CLI/", ["src/main/*"]),
    ("toml++/", ["src/main/*"]),
    ("kainjow/", ["src/http/page_template.cpp"]),
    ("libstemmer.h", ["src/finder/stemming.cpp", "bench/*"]),
    ("gtest/", ["src/*_test.cpp", "src/*_fixture.hpp", "src/*/testing/*", "tests/*"]),
    ("rapidcheck", ["src/*_test.cpp", "src/*/testing/*", "tests/*"]),
    ("benchmark/", ["bench/*"]),
]
# POSIX and Linux headers; they belong to the system, as <vector> belongs to the language.
SYSTEM = re.compile(
    r"^(sys|netinet|arpa|linux)/|^(unistd|fcntl|grp|signal|poll|pwd|netdb|termios|time|dirent|pthread|errno|stdlib|string)\.h$")
INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*(?:"([^"]+)"|<([^>]+)>)', re.MULTILINE)


def may_include(room: str, other: str) -> bool:
    if room == other:
        return True
    if other == SHARED_FEATURE and FLOOR_OF[room] == FEATURE_FLOOR:
        return True
    return FLOOR_OF[other] < FLOOR_OF[room]


def rooms_in_cmake(text: str) -> dict[str, list[str]]:
    """Room -> the rooms after NEEDS, as the build says."""
    rooms = {}
    for call in re.finditer(r"^samvei_room\(([^)]*)\)", text, re.MULTILINE):
        words = call.group(1).split()
        needs, taking = [], False
        for word in words[1:]:
            if word.isupper():
                taking = word == "NEEDS"
            elif taking:
                needs.append(word)
        rooms[words[0]] = needs
    return rooms


def reachable(room: str, needs: dict[str, list[str]]) -> set[str]:
    seen, waiting = set(), [room]
    while waiting:
        for below in needs.get(waiting.pop(), []):
            if below not in seen:
                seen.add(below)
                waiting.append(below)
    return seen


def check_build(needs: dict[str, list[str]], found: Findings) -> None:
    for room, wanted in needs.items():
        for name in [room, *wanted]:
            if name not in FLOOR_OF:
                found.error(f"CMakeLists.txt: '{name}' has no floor; give it one in tools/floors.py")
                return
        for below in wanted:
            if not may_include(room, below):
                found.error(f"CMakeLists.txt: {room} must not need {below}: it is not on a floor below")


def check_room_include(name: str, target: str, needs: dict[str, list[str]], found: Findings) -> None:
    room, other = name.split("/")[1], target.split("/")[0]
    if room not in FLOOR_OF:
        found.error(f"{name}: the room '{room}' has no floor; give it one in tools/floors.py")
    elif other not in FLOOR_OF:
        found.error(f'{name}: include "{target}" names no room; write "room/file.hpp"')
    elif not may_include(room, other):
        found.error(f"{name}: {room} must not include {target}: {other} is not on a floor below")
    elif other != room and other not in reachable(room, needs):
        found.error(f"{name}: includes {target}, but {room} does not need {other} in CMakeLists.txt")


def check_library_include(name: str, header: str, found: Findings) -> None:
    for start, allowed in LIBRARIES:
        if header.startswith(start):
            if not any(fnmatch.fnmatch(name, pattern) for pattern in allowed):
                found.error(f"{name}: <{header}> may only be named in {', '.join(allowed)}")
            return
    plain_language_header = "/" not in header and "." not in header
    if not plain_language_header and not SYSTEM.search(header):
        found.error(f"{name}: <{header}> is in no row of LIBRARIES in tools/floors.py; say there who may name it")


def check_circles(graph: dict[str, list[str]], found: Findings) -> None:
    finished: set[str] = set()

    def walk(name: str, path: list[str]) -> None:
        if name in path:
            circle = [*path[path.index(name):], name]
            found.error("circle of includes: " + " -> ".join(circle))
            return
        if name in finished:
            return
        for target in graph.get(name, []):
            walk(target, [*path, name])
        finished.add(name)

    for name in sorted(graph):
        walk(name, [])


def findings(root) -> Findings:
    found = Findings()
    build = root / "CMakeLists.txt"
    needs = rooms_in_cmake(text_of(build)) if build.exists() else {}
    check_build(needs, found)
    graph: dict[str, list[str]] = {}
    for folder in ("src", "tests", "bench"):
        for path in files_below(root, folder, ".hpp", ".cpp"):
            found.checked += 1
            name = name_of(root, path)
            for quoted, angled in INCLUDE.findall(text_of(path)):
                if angled:
                    check_library_include(name, angled, found)
                elif folder == "src":
                    check_room_include(name, quoted, needs, found)
                if quoted and (root / "src" / quoted).is_file():
                    graph.setdefault(name, []).append(f"src/{quoted}")
    check_circles(graph, found)
    return found


if __name__ == "__main__":
    sys.exit(run(__doc__, findings))
