#!/usr/bin/env python3
"""Turns a room's queries.sql into a C++ header of named db::Query values, in both engines' form.

    name_queries.py <room> <queries.sql> <out.hpp>

The file is a list of statements, each named in a comment and with parameters written `:name`:

    -- name: goals_of_follow_up
    -- Newest first, because the page shows them so.
    SELECT id, text FROM goal WHERE follow_up_id = :follow_up ORDER BY created_at DESC;

A room may have a part ("db/testing"); it becomes a namespace of its own. The header is written only when
it changed, so that nothing is compiled again without need.
"""
import re
import sys
from dataclasses import dataclass
from pathlib import Path

SNAKE_CASE = re.compile(r"[a-z][a-z0-9_]*\Z")
NAME_LINE = re.compile(r"--\s*name\s*:\s*(.*?)\s*\Z")
TOKEN = re.compile(
    r"""(?P<comment>--[^\n]*|/\*.*?\*/)
      | (?P<quoted>'(?:[^']|'')*'|"(?:[^"]|"")*")
      | (?P<cast>::)
      | (?P<parameter>(?<![\w:]):[A-Za-z_]\w*)
      | (?P<numbered>[?$]\d*)
      | (?P<open>'|"|/\*)
      | (?P<end>;)
      | (?P<space>\s+)
      | (?P<word>\w+)
      | (?P<other>.)""",
    re.VERBOSE | re.DOTALL,
)
# Words a C++ name cannot be, and `all`, which the header itself defines.
TAKEN = set(
    """all and bool break case catch char class concept const continue default delete do double else enum
    explicit export extern false float for friend goto if inline int long mutable namespace new not operator
    or parameters_of private protected public register requires return short signed sizeof static struct
    switch template this throw true try typedef union unsigned using virtual void volatile while xor""".split()
)


class BadQueries(Exception):
    def __init__(self, line, what):
        super().__init__(what)
        self.line = line


@dataclass
class Query:
    name: str
    why: list
    sqlite: str
    postgres: str
    parameters: list


def parse(text):
    """The queries of a file, or BadQueries with the line where something is wrong."""
    queries, seen = [], {}
    for name, line, why, body, body_line in split(text):
        if not SNAKE_CASE.match(name):
            raise BadQueries(line, f"a query's name is snake_case, not '{name}'")
        if name in TAKEN:
            raise BadQueries(line, f"'{name}' cannot be a name in C++; choose another")
        if name in seen:
            raise BadQueries(line, f"'{name}' is already the name of the query on line {seen[name]}")
        seen[name] = line
        queries.append(Query(name, why, *statement(name, body, body_line)))
    return queries


def split(text):
    """(name, its line, why, what follows, that line) for each `-- name:` line."""
    parts, current = [], None
    for number, line in enumerate(text.split("\n"), 1):
        named = NAME_LINE.match(line)
        if named:
            current = [named.group(1), number, [], [], number + 1]
            parts.append(current)
        elif current is None:
            if line.strip() and not line.lstrip().startswith("--"):
                raise BadQueries(number, "a statement needs a line '-- name: ...' before it")
        elif not current[3] and line.startswith("--"):
            current[2].append(line[2:].strip())
            current[4] = number + 1
        else:
            current[3].append(line)
    return [(name, line, why, "\n".join(body), first) for name, line, why, body, first in parts]


def statement(name, body, first_line):
    """(SQLite text, PostgreSQL text, parameter names) of one statement that ends in `;`."""
    texts, parameters, ended, line = ([], []), [], False, first_line
    for token in TOKEN.finditer(body):
        kind, word = token.lastgroup, token.group()
        if kind == "open":
            raise BadQueries(line, f"what {word} opens is never closed")
        if kind == "numbered":
            raise BadQueries(line, f"write parameters as :name, not {word}")
        if ended and kind not in ("comment", "space"):
            raise BadQueries(line, f"text after the ';' that ends '{name}'; give it a name of its own")
        if kind == "end":
            ended = True
        elif kind == "parameter":
            parameter = word[1:]
            if not SNAKE_CASE.match(parameter):
                raise BadQueries(line, f"a parameter's name is snake_case, not '{parameter}'")
            if parameter not in parameters:
                parameters.append(parameter)
            number = parameters.index(parameter) + 1
            texts[0].append(f"?{number}")
            texts[1].append(f"${number}")
        else:
            for out in texts:
                out.append(" " if kind in ("comment", "space") else word)
        line += word.count("\n")
    if not ended:
        raise BadQueries(line, f"the statement of '{name}' does not end in ';'")
    sqlite, postgres = (one_line(out) for out in texts)
    if not sqlite:
        raise BadQueries(first_line, f"'{name}' has no statement")
    return sqlite, postgres, parameters


def one_line(words):
    """The words joined, with one space where there was any white space; quoted text is kept as it is."""
    kept = []
    for word in words:
        if word == " " and (not kept or kept[-1] == " "):
            continue
        kept.append(word)
    return "".join(kept).strip()


def literal(text):
    """A C++ string literal. Three-digit octal escapes cannot run into what follows them."""
    out = []
    for letter in text:
        if letter in '"\\?':
            out.append("\\" + letter)
        elif ord(letter) < 0x20 or ord(letter) == 0x7F:
            out.append(f"\\{ord(letter):03o}")
        else:
            out.append(letter)
    return '"' + "".join(out) + '"'


def header(room, source, queries):
    space = "::".join(["samvei", *room.split("/"), "queries"])
    prefix = room.replace("/", ".")
    lines = [
        "#pragma once",
        f"// Generated from {source} by tools/name_queries.py: change that file instead.",
        "",
        '#include "db/database.hpp"',
        "",
        "#include <array>",
        "#include <string_view>",
        "",
        f"namespace {space} {{",
        "",
        "namespace parameters_of {",
    ]
    for query in queries:
        names = ", ".join(literal(name) for name in query.parameters)
        lines.append(
            f"inline constexpr std::array<std::string_view, {len(query.parameters)}> {query.name}{{{names}}};"
        )
    lines += ["} // namespace parameters_of", ""]
    for query in queries:
        lines += [f"/// {why}".rstrip() for why in query.why]
        lines += [
            f"inline constexpr ::samvei::db::Query {query.name}{{",
            f"    {literal(prefix + '.' + query.name)},",
            f"    {literal(query.sqlite)},",
            f"    {literal(query.postgres)},",
            f"    parameters_of::{query.name}}};",
            "",
        ]
    names = ", ".join(query.name for query in queries)
    lines += [
        "/// Every query of the file, for the test that prepares them on both engines.",
        f"inline constexpr std::array<::samvei::db::Query, {len(queries)}> all{{{names}}};",
        "",
        f"}} // namespace {space}",
        "",
    ]
    return "\n".join(lines)


def main(arguments):
    if len(arguments) != 3:
        print(__doc__, file=sys.stderr)
        return 2
    room, source, target = arguments[0], Path(arguments[1]), Path(arguments[2])
    try:
        text = source.read_text(encoding="utf-8")
        content = header(room, f"src/{room}/{source.name}", parse(text))
    except BadQueries as error:
        print(f"{source}:{error.line}: {error}", file=sys.stderr)
        return 1
    except (OSError, UnicodeDecodeError) as error:
        print(f"{source}: {error}", file=sys.stderr)
        return 1
    if not target.exists() or target.read_text(encoding="utf-8") != content:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(content, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
