#!/usr/bin/env python3
"""Checks that every sentence a person can meet exists in bokmål, nynorsk and English.

- content/words/NAME.{nb,nn,en}.json, web/src/words/{nb,nn,en}.json and the guide in web/src/guide/words: the same
  keys, the same placeholders.
- Every key that web/src asks for with t('...') exists; every key there is used somewhere. The same for the
  words of the public pages (content/words), used in web/public_pages/*.mustache or in src.
- Every sentence in content/**/*.json ({"nb": ..., "nn": ..., "en": ...}) has all three, none of them empty.
"""

import re
import sys
from pathlib import Path

from house import Findings, files_below, name_of, read_json, run, text_of

LANGUAGES = ("nb", "nn", "en")
PLACEHOLDER = re.compile(r"\{\{?\s*([\w.]*)\s*\}?\}")
ASKED = re.compile(r"""(?<![\w.])t\(\s*(?:"([^"\n]+)"|'([^'\n]+)')""")
QUOTED = re.compile(r""""([^"\n]*)"|'([^'\n]+)'|`([^`\n]+)`""")
PLURALS = ("_zero", "_one", "_two", "_few", "_many", "_other")


def flat(value, prefix="") -> dict[str, str]:
    """Nested objects and lists as dotted keys; i18next reads both alike."""
    if isinstance(value, list):
        value = {str(place): inner for place, inner in enumerate(value, 1)}
    if not isinstance(value, dict):
        return {prefix: value}
    words = {}
    for key, inner in value.items():
        words.update(flat(inner, f"{prefix}.{key}" if prefix else key))
    return words


def without_plural(key: str) -> str:
    for ending in PLURALS:
        if key.endswith(ending):
            return key[: -len(ending)]
    return key


def check_bundle(root: Path, files: dict[str, Path], found: Findings) -> set[str]:
    """One set of words in three files; gives its keys."""
    words = {}
    for language in LANGUAGES:
        if language not in files:
            some = name_of(root, next(iter(files.values())))
            found.error(f"{some}: there is no file beside it for '{language}'")
            return set()
        value = read_json(files[language], root, found)
        if value is None:
            return set()
        words[language] = flat(value)
    every_key = set().union(*words.values())
    for language in LANGUAGES:
        name = name_of(root, files[language])
        for key in sorted(every_key - words[language].keys()):
            found.error(f"{name}: '{key}' is missing")
        for key, text in words[language].items():
            found.checked += 1
            if not isinstance(text, str) or not text.strip():
                found.error(f"{name}: '{key}' is empty")
                continue
            first = words["nb"].get(key)
            if isinstance(first, str) and sorted(PLACEHOLDER.findall(first)) != sorted(PLACEHOLDER.findall(text)):
                found.error(f"{name}: '{key}' has other placeholders than in bokmål")
    return every_key


def bundles_of(root: Path, folder: str) -> dict[str, dict[str, Path]]:
    """Name -> language -> file; "" is the name of plain nb.json, nn.json, en.json."""
    bundles: dict[str, dict[str, Path]] = {}
    for path in files_below(root, folder, *(f"{language}.json" for language in LANGUAGES)):
        stem, language = path.name[:-8], path.name[-7:-5]
        bundles.setdefault(f"{path.parent.relative_to(root)}/{stem}", {})[language] = path
    return bundles


def used_words(texts: list[str]) -> tuple[set[str], list[re.Pattern]]:
    """Every quoted text, and a pattern for each `template.${...}` text."""
    literal, patterns = set(), []
    for text in texts:
        for groups in QUOTED.findall(text):
            quoted = next(filter(None, groups), "")
            if "${" in quoted:
                pieces = [re.escape(piece) for piece in re.split(r"\$\{[^}]*\}", quoted)]
                if "\\." in pieces[0] or "_" in pieces[0]:
                    patterns.append(re.compile(".+".join(pieces)))
            literal.add(quoted)
    return literal, patterns


def check_web_keys(root: Path, keys: set[str], found: Findings) -> None:
    texts = []
    asked_for = set()
    stems = {without_plural(key) for key in keys} | keys
    for path in files_below(root, "web/src", ".ts", ".tsx"):
        text = text_of(path)
        texts.append(text)
        for groups in ASKED.findall(text):
            asked = next(filter(None, groups))
            asked_for.add(asked)
            if asked not in stems:
                found.error(f"{name_of(root, path)}: t('{asked}') has no words in web/src/words")
    literal, patterns = used_words(texts)
    literal |= asked_for
    for key in sorted(keys):
        stem = without_plural(key)
        if not literal & {key, stem} and not any(pattern.fullmatch(stem) or pattern.fullmatch(key) for pattern in patterns):
            found.error(f"web/src/words: nothing in web/src uses '{key}'; take it out of all three files")


def made_of(key: str, in_code: set[str]) -> bool:
    """Whether the code puts the key together: "weekday_{}" or "who_" with an id behind, "too_old" with _you or _other."""
    voiceless = re.sub(r"_(you|other)$", "", key)
    beginnings = {word.split("{")[0] for word in in_code}
    return voiceless in in_code or any(start.endswith("_") and len(start) > 3 and key.startswith(start) for start in beginnings)


def check_public_keys(root: Path, keys: set[str], found: Findings) -> None:
    pages = " ".join(text_of(path) for path in files_below(root, "web/public_pages", ".mustache"))
    in_pages = set(re.findall(r"\{\{[#^/&{]?\s*([\w.]+)", pages))
    in_code, _ = used_words([text_of(path) for path in files_below(root, "src", ".cpp", ".hpp")])
    for key in sorted(key for key in keys - in_pages - in_code if not made_of(key, in_code)):
        found.error(f"content/words: no page in web/public_pages and no code in src uses '{key}'")


def check_sentences(value, where: str, found: Findings) -> None:
    if isinstance(value, list):
        for number, inner in enumerate(value):
            check_sentences(inner, f"{where}[{number}]", found)
        return
    if not isinstance(value, dict):
        return
    spoken = {key: text for key, text in value.items() if key in LANGUAGES and isinstance(text, str)}
    if spoken:
        found.checked += 1
        for language in LANGUAGES:
            if not spoken.get(language, "").strip():
                found.error(f"{where}: the sentence has no '{language}'")
        if len({tuple(sorted(PLACEHOLDER.findall(text))) for text in spoken.values()}) > 1:
            found.error(f"{where}: the languages have different placeholders")
    for key, inner in value.items():
        check_sentences(inner, f"{where}.{key}", found)


def findings(root: Path) -> Findings:
    found = Findings()
    public_keys: set[str] = set()
    for files in bundles_of(root, "content/words").values():
        public_keys |= check_bundle(root, files, found)
    check_public_keys(root, public_keys, found)
    for files in bundles_of(root, "web/src/words").values():
        check_web_keys(root, check_bundle(root, files, found), found)
    for files in bundles_of(root, "web/src/guide").values():
        check_bundle(root, files, found)
    for path in files_below(root, "content", ".json"):
        if path.parent.name != "words":
            check_sentences(read_json(path, root, found), name_of(root, path), found)
    return found


if __name__ == "__main__":
    sys.exit(run(__doc__, findings))
