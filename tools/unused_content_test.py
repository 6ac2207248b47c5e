import unittest

from house_test import Tree
from unused_content import findings

CODE = {"src/pathway/content.cpp": 'read(folder / "pathways" / id / "pathway.json"); guide("duty_to_report");\n'}


class UnusedContent(unittest.TestCase):
    def errors(self, *parts):
        with Tree({name: text for part in parts for name, text in part.items()}) as root:
            return findings(root).errors

    def test_content_that_the_code_names_is_used(self):
        self.assertEqual([], self.errors(CODE, {
            "content/pathways/bti/pathway.json": '{"$schema": "../schema.json"}', "content/pathways/schema.json": "{}",
            "content/guidelines/duty_to_report.json": "{}"}))

    def test_content_that_nobody_names_is_not(self):
        self.assertEqual(["content/rules/old.json: no code reads it"],
                         self.errors(CODE, {"content/rules/old.json": "{}"}))
        only_a_test = {"src/pathway/a_test.cpp": 'read("old.json")', "content/rules/old.json": "{}"}
        self.assertEqual(1, len(self.errors(only_a_test)))

    def test_every_query_is_used_by_its_room(self):
        sql = {"src/followup/queries.sql": "-- name: goals\nSELECT 1;\n-- name: old\nSELECT 2;\n"}
        code = {"src/followup/store.cpp": "run(queries::goals)", "src/access/store.cpp": "run(queries::old)"}
        self.assertEqual(["src/followup/queries.sql: no code uses the query 'old'"], self.errors(sql, code))
        for_tests = {"src/db/testing/queries.sql": "-- name: note\nSELECT 1;\n"}
        self.assertEqual([], self.errors(for_tests, {"src/db/a_test.cpp": "testing::queries::note"}))
        self.assertEqual(1, len(self.errors(for_tests)))
        self.assertIn("needs a line", self.errors({"src/followup/queries.sql": "SELECT 1;\n"})[0])

    def test_migrations_have_no_gaps(self):
        def named(*names):
            return self.errors({f"migrations/hub/{name}": "" for name in names})

        self.assertEqual([], named("0001_a.sql", "0002_b.sql"))
        self.assertIn("number 0002 should come here", named("0001_a.sql", "0003_b.sql")[0])
        self.assertIn("number 0002 should come here", named("0001_a.sql", "0001_b.sql")[0])
        self.assertIn("NNNN_what.sql", named("first.sql")[0])


if __name__ == "__main__":
    unittest.main()
