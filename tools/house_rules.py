#!/usr/bin/env python3
"""Runs every house rule and says what is broken. Ends with "N passed, N failed", counted in rules.

floors          who may include whom, which library is named where
sizes           columns, functions, files
words           names of files, types and things
translations    every sentence in bokmål, nynorsk and English
unused_content  content, queries and migrations that nobody reads or that are misnumbered
"""

import argparse
import sys
import time
from pathlib import Path

import floors
import sizes
import translations
import unused_content
import words
from house import ROOT

RULES = [floors, sizes, words, translations, unused_content]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--root", type=Path, default=ROOT, help="the project's folder (default: this one)")
    root = parser.parse_args().root.resolve()
    failed = 0
    for rule in RULES:
        began = time.monotonic()
        found = rule.findings(root)
        failed += bool(found.errors)
        for text in found.warnings:
            print(f"  warning: {text}")
        for text in found.errors:
            print(f"  {text}")
        print(f"{'FAILED' if found.errors else 'ok':7}{rule.__name__}: {found.checked} checked, "
              f"{len(found.errors)} errors, {time.monotonic() - began:.1f} s", flush=True)
    print(f"{len(RULES) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
