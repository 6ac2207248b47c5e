import unittest

from house_test import Tree
from sizes import findings


def function(lines):
    """A function of so many lines, signature and braces included."""
    return "int f()\n{\n" + "    g();\n" * (lines - 3) + "}\n"


class Sizes(unittest.TestCase):
    def check(self, files):
        with Tree(files) as root:
            return findings(root)

    def test_columns_on_both_sides_of_the_limit(self):
        self.assertEqual([], self.check({"src/a/a.cpp": "x" * 110 + "\n"}).errors)
        self.assertIn("src/a/a.cpp:1: the line has 111 columns", self.check({"src/a/a.cpp": "x" * 111 + "\n"}).errors[0])
        self.assertEqual([], self.check({"src/a/a.cpp": "ø" * 110 + "\n", "web/src/a.ts": "x" * 200}).errors)

    def test_functions_on_both_sides_of_the_limit(self):
        self.assertEqual([], self.check({"src/a/a.cpp": function(60) + function(60)}).errors)
        self.assertIn("src/a/a.cpp:1: the function has 61 lines", self.check({"src/a/a.cpp": function(61)}).errors[0])
        inside = "class A {\n" + "".join(f"    {line}\n" for line in function(61).splitlines()) + "};\n"
        self.assertIn("src/a/a.hpp:2: the function has 61", self.check({"src/a/a.hpp": inside}).errors[0])

    def test_files_on_both_sides_of_the_limits(self):
        for lines, errors, warnings in [(400, 0, 0), (401, 0, 1), (600, 0, 1), (601, 1, 0)]:
            found = self.check({"web/src/a.tsx": "x\n" * lines})
            self.assertEqual((errors, warnings), (len(found.errors), len(found.warnings)), lines)

    def test_the_ratchet_only_turns_one_way(self):
        def with_allowed(text, lines):
            return self.check({"tools/sizes_allowed.txt": text, "src/a/a.hpp": "x\n" * lines}).errors

        self.assertEqual([], with_allowed("src/a/a.hpp lines 700  # a table\n", 700))
        self.assertIn("701 lines; 700 is the end", with_allowed("src/a/a.hpp lines 700\n", 701)[0])
        self.assertIn("is down to 699", with_allowed("src/a/a.hpp lines 700\n", 699)[0])
        self.assertIn("take the line out", with_allowed("src/a/gone.hpp lines 700\n", 1)[0])
        self.assertIn("is not: file rule number", with_allowed("src/a/a.hpp 700\n", 1)[0])


if __name__ == "__main__":
    unittest.main()
