#!/usr/bin/env python3
"""Tests of name_queries.py: python3 tools/name_queries_test.py"""
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
import name_queries

TOOL = Path(__file__).parent / "name_queries.py"


def only(statement):
    """The one query of a file with this statement."""
    (query,) = name_queries.parse("-- name: one\n" + statement)
    return query


class Parameters(unittest.TestCase):
    def test_numbers_each_name_once(self):
        query = only("SELECT :b, :a FROM t\n WHERE x = :b AND y=:c;")
        self.assertEqual(query.sqlite, "SELECT ?1, ?2 FROM t WHERE x = ?1 AND y=?3")
        self.assertEqual(query.postgres, "SELECT $1, $2 FROM t WHERE x = $1 AND y=$3")
        self.assertEqual(query.parameters, ["b", "a", "c"])

    def test_leaves_alone_what_only_looks_like_a_parameter(self):
        for text in (
            "SELECT '08:30', ':no', 'it''s :not; -- one' FROM t",
            'SELECT x AS ":name" FROM t',
            "SELECT CAST(x AS TEXT)::text FROM t",
            "SELECT x::text FROM t",
            "SELECT '-- no comment', '/* nor this */' FROM t",
            "SELECT 'two  spaces\nand a line' FROM t",
            "SELECT '$1 ?1' FROM t",
        ):
            query = only(text + ";")
            self.assertEqual(query.sqlite, text)
            self.assertEqual(query.postgres, text)
            self.assertEqual(query.parameters, [])

    def test_comments_go_and_do_not_glue_words(self):
        query = only("SELECT x -- the :name; of it\nFROM/* all :of */t;\n-- said after")
        self.assertEqual(query.sqlite, "SELECT x FROM t")

    def test_a_parameter_beside_signs(self):
        query = only("SELECT (:a)||:b,-:c FROM t LIMIT :d;")
        self.assertEqual(query.sqlite, "SELECT (?1)||?2,-?3 FROM t LIMIT ?4")


class Files(unittest.TestCase):
    def test_names_reasons_and_order(self):
        queries = name_queries.parse(
            "-- What this file is about.\n\n-- name: first\n-- Because.\n-- And because.\nSELECT 1;\n\n"
            "-- name: second\nSELECT\n  :x;\n"
        )
        self.assertEqual([query.name for query in queries], ["first", "second"])
        self.assertEqual(queries[0].why, ["Because.", "And because."])
        self.assertEqual(queries[1].sqlite, "SELECT ?1")

    def test_an_empty_file_has_no_queries(self):
        self.assertEqual(name_queries.parse("-- nothing yet\n"), [])
        self.assertIn("std::array<::samvei::db::Query, 0> all{}", name_queries.header("db", "x", []))

    def test_errors_name_the_line(self):
        cases = {
            "SELECT 1;\n": (1, "needs a line"),
            "-- name: one\nSELECT 1\n": (3, "does not end"),
            "-- name: one\n\nSELECT 1; SELECT 2;": (3, "after the ';'"),
            "-- name: One\nSELECT 1;": (1, "snake_case"),
            "-- name: delete\nSELECT 1;": (1, "C++"),
            "-- name: all\nSELECT 1;": (1, "C++"),
            "-- name: \nSELECT 1;": (1, "snake_case"),
            "-- name: one\nSELECT 1;\n-- name: one\nSELECT 2;": (3, "line 1"),
            "-- name: one\n-- why\nSELECT\n 'x;": (4, "never closed"),
            "-- name: one\nSELECT\n /* x;": (3, "never closed"),
            "-- name: one\nSELECT ?1;": (2, ":name"),
            "-- name: one\nSELECT $2;": (2, ":name"),
            "-- name: one\nSELECT :Name;": (2, "snake_case"),
            "-- name: one\n;": (2, "no statement"),
            "-- name: one\n-- name: two\nSELECT 1;": (2, "does not end"),
        }
        for text, (line, words) in cases.items():
            with self.assertRaises(name_queries.BadQueries, msg=text) as caught:
                name_queries.parse(text)
            self.assertIn(words, str(caught.exception), text)
            self.assertEqual(caught.exception.line, line, text)


class Program(unittest.TestCase):
    def run_tool(self, *arguments):
        command = [sys.executable, str(TOOL), *map(str, arguments)]
        return subprocess.run(command, capture_output=True, text=True, check=False)

    def test_writes_only_when_something_changed(self):
        with tempfile.TemporaryDirectory() as folder:
            source, target = Path(folder) / "queries.sql", Path(folder) / "deep/queries.hpp"
            source.write_text('-- name: one\nSELECT "a\\b" FROM t WHERE x = :x;\n', encoding="utf-8")
            self.assertEqual(self.run_tool("room/part", source, target).returncode, 0)
            text = target.read_text(encoding="utf-8")
            self.assertIn("namespace samvei::room::part::queries {", text)
            self.assertIn(r'"SELECT \"a\\b\" FROM t WHERE x = \?1"', text)
            self.assertIn('"room.part.one"', text)
            before = target.stat().st_mtime_ns
            self.assertEqual(self.run_tool("room/part", source, target).returncode, 0)
            self.assertEqual(target.stat().st_mtime_ns, before)

    def test_says_file_and_line(self):
        with tempfile.TemporaryDirectory() as folder:
            source = Path(folder) / "queries.sql"
            source.write_text("-- name: one\nSELECT $1;\n", encoding="utf-8")
            answer = self.run_tool("room", source, Path(folder) / "out.hpp")
            self.assertEqual(answer.returncode, 1)
            self.assertIn(f"{source}:2: ", answer.stderr)
            self.assertFalse((Path(folder) / "out.hpp").exists())
            self.assertEqual(self.run_tool("room").returncode, 2)
            self.assertEqual(self.run_tool("room", "absent.sql", "x.hpp").returncode, 1)


if __name__ == "__main__":
    unittest.main()
