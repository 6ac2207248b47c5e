#!/usr/bin/env python3
"""Everything a change must pass, stage by stage: `make check`, ./test and CI run this.

Each stage says how long it took. A stage that needs a failed one is not tried and counts as failed. The last
line is "N passed, N failed", summed over all stages; the exit code is 0 only when nothing failed.
"""

import argparse
import os
import re
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BUILD = ROOT / "build" / "asan"
SERVER = BUILD / "samvei"
SANITIZERS = {"ASAN_OPTIONS": "detect_stack_use_after_return=1:strict_string_checks=1",
              "UBSAN_OPTIONS": "print_stacktrace=1:halt_on_error=1"}


@dataclass
class Counts:
    passed: int = 0
    failed: int = 0


def follow(command: list[str] | str, **environment: str) -> tuple[int, str]:
    """Runs a command in the project's folder, shows its output as it comes, and gives (exit code, output)."""
    kept = []
    with subprocess.Popen(command, cwd=ROOT, env={**os.environ, **environment}, stdin=subprocess.DEVNULL,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace",
                          shell=isinstance(command, str), executable="/bin/bash" if isinstance(command, str) else None) as process:
        for line in process.stdout:
            print(line, end="", flush=True)
            kept.append(line)
    return process.returncode, "".join(kept)


def yes_or_no(command, **environment) -> Counts:
    """A command that is one test: it succeeds or not."""
    code, _ = follow(command, **environment)
    return Counts(1, 0) if code == 0 else Counts(0, 1)


def steps(command: str) -> str:
    return f"set -eu -o pipefail; source tools/steps.sh; {command}"


def honest(counts: Counts, code: int) -> Counts:
    """A non-zero exit is a failure, whatever the output said; so is a stage that ran nothing."""
    if (code != 0 or counts.passed + counts.failed == 0) and counts.failed == 0:
        counts.failed = 1
    return counts


def house_rules() -> Counts:
    code, said = follow([sys.executable, "tools/house_rules.py"])
    found = re.search(r"^(\d+) passed, (\d+) failed$", said, re.MULTILINE)
    return honest(Counts(*map(int, found.groups())) if found else Counts(), code)


def tests_of_tools() -> Counts:
    code, said = follow([sys.executable, "-m", "unittest", "discover", "-s", "tools", "-p", "*_test.py"])
    ran = re.search(r"^Ran (\d+) tests?", said, re.MULTILINE)
    failed = sum(map(int, re.findall(r"(?:failures|errors)=(\d+)", said)))
    return honest(Counts(int(ran.group(1)) - failed, failed) if ran else Counts(), code)


def build() -> Counts:
    configure = "cmake --preset asan >build/configure.log || { cat build/configure.log; exit 1; }"
    return yes_or_no(steps(f'mkdir -p build; {configure}; cmake --build build/asan --parallel "$(build_jobs)"'))


def counts_in_log(log: str) -> Counts:
    """What ctest's own log says of every program: GoogleTest's cases, or one for a program without them."""
    counts = Counts()
    for part in re.split(r"^-{58}$", log, flags=re.MULTILINE):
        verdict = re.search(r"^Test (Passed|Failed)|^\*\*\*", part, re.MULTILINE)
        passed = re.findall(r"^\[  PASSED  \] (\d+) tests?", part, re.MULTILINE)
        failed = re.findall(r"^\[  FAILED  \] (\d+) tests?, listed", part, re.MULTILINE)
        scripts = re.findall(r"^(\d+) passed, (\d+) failed", part, re.MULTILINE)
        if passed or failed or scripts:
            counts.passed += sum(map(int, passed)) + sum(int(one) for one, _ in scripts)
            counts.failed += sum(map(int, failed)) + sum(int(one) for _, one in scripts)
        elif verdict:
            good = verdict.group(0) == "Test Passed"
            counts.passed += good
            counts.failed += not good
    return counts


def programs() -> Counts:
    log = BUILD / "Testing" / "Temporary" / "LastTest.log"
    log.unlink(missing_ok=True)
    code, said = follow(["ctest", "--test-dir", str(BUILD), "--output-on-failure", "--timeout", "1800",
                         "--no-tests=error", "--parallel", str(os.cpu_count() or 1)], **SANITIZERS)
    counts = counts_in_log(log.read_text(errors="replace")) if log.exists() else Counts()
    lost = re.search(r"(\d+) tests? failed out of", said)
    counts.failed = max(counts.failed, int(lost.group(1)) if lost else 0)
    return honest(counts, code)


def node_counts(said: str) -> Counts:
    """The last lines of node's test runner, in either of its forms."""
    passed = re.findall(r"^(?:#|ℹ) pass (\d+)", said, re.MULTILINE)
    failed = re.findall(r"^(?:#|ℹ) (?:fail|cancelled) (\d+)", said, re.MULTILINE)
    return Counts(sum(map(int, passed)), sum(map(int, failed)))


def web() -> Counts:
    code, said = follow(steps("use_own_node; install_npm_packages web; npm --prefix web test"))
    counts = honest(node_counts(said), code)
    built = yes_or_no(steps("flock build/run.lock true; build_web"))
    return Counts(counts.passed + built.passed, counts.failed + built.failed)


def description() -> Counts:
    """web/openapi.json and the types made from it are what the server says today."""
    same = ('"$SERVER" openapi >build/openapi.json && cmp build/openapi.json web/openapi.json && '
            "node web/node_modules/openapi-typescript/bin/cli.js web/openapi.json -o build/types.ts >/dev/null && "
            "cmp build/types.ts web/src/api/types.ts || { echo 'run: make api'; exit 1; }")
    return yes_or_no(steps(f"use_own_node; {same}"), SERVER=str(SERVER), **SANITIZERS)


def journey() -> Counts:
    code, said = follow(steps("use_own_node; node --test --test-concurrency=2 'tests/e2e/*_test.mjs'"), SAMVEI_PROGRAM=str(SERVER), **SANITIZERS)
    return honest(node_counts(said), code)


# Name, what runs it, and the stages it cannot do without.
STAGES = [
    ("house rules", house_rules, []),
    ("tests of the tools", tests_of_tools, []),
    ("shape of the C++ (make format mends it)", lambda: yes_or_no(["make", "-s", "format-check"]), []),
    ("build with AddressSanitizer and UBSan", build, []),
    ("content", lambda: yes_or_no([str(SERVER), "check-content", "--content", "content"], **SANITIZERS), ["build"]),
    ("programs: rooms, store on both engines, API, crashes", programs, ["build"]),
    ("web: unit tests, types, bundle", web, []),
    ("types of the web app (make api mends them)", description, ["build", "web"]),
    ("journey in Chromium", journey, ["build", "web"]),
]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", metavar="WORD", help="only the stages with this word in their name")
    only = parser.parse_args().only
    began, total, rows = time.monotonic(), Counts(), []
    for name, stage, needs in STAGES:
        if only and only not in name:
            continue
        print(f"\n=== {name}", flush=True)
        stage_began = time.monotonic()
        broken = [other for other, counts, _ in rows if counts.failed and any(other.startswith(need) for need in needs)]
        if broken:
            print(f"not tried: '{broken[0]}' failed")
        counts = Counts(0, 1) if broken else stage()
        rows.append((name, counts, time.monotonic() - stage_began))
        total.passed += counts.passed
        total.failed += counts.failed
    print(f"\n=== summary, {time.monotonic() - began:.0f} s")
    for name, counts, seconds in rows:
        print(f"{'FAILED' if counts.failed else 'ok':7}{name}: {counts.passed} passed, {counts.failed} failed, {seconds:.0f} s")
    print(f"{total.passed} passed, {total.failed} failed")
    return 1 if total.failed else 0


if __name__ == "__main__":
    sys.exit(main())
