import unittest

from house_test import Tree
from words import findings, words_in


class Words(unittest.TestCase):
    def errors(self, files):
        with Tree(files) as root:
            return findings(root).errors

    def test_words_of_a_name(self):
        self.assertEqual(["json", "text", "of"], words_in("JSONTextOf"))
        self.assertEqual(["database", "url", "2"], words_in("database_url2"))

    def test_files_are_snake_case(self):
        self.assertEqual([], self.errors({"src/db/group_commit.cpp": "", "content/words/public.nb.json": "{}",
                                          "src/CMakeLists.txt": "", "web/src/dates.test.ts": ""}))
        for name in ("src/db/GroupCommit.cpp", "web/src/team-picture.tsx", "content/rules/Consent.json"):
            self.assertIn("snake_case", self.errors({name: ""})[0])

    def test_empty_words_in_files_and_types(self):
        for name in ("src/db/row_helper.cpp", "web/src/utils/dates.ts"):
            self.assertIn("says nothing", self.errors({name: ""})[0])
        for code in ("class SessionManager {};", "struct child_info;", "namespace samvei::util {}", "type ChildData = {}"):
            self.assertEqual(1, len(self.errors({"src/a/a.hpp": code})), code)
        self.assertEqual([], self.errors({"src/db/database.hpp": "class Database {}; // a Helper\nauto a = \"Data\";"}))

    def test_abbreviations(self):
        self.assertIn("write 'request' for 'req'", self.errors({"src/a/a.cpp": "void f(int req_count);"})[0])
        self.assertEqual([], self.errors({"src/a/a.cpp": "std::to_string(a); answer.str(); sqlite3_str* b; int strength;"}))

    def test_the_word_list_names_what_exists(self):
        table = "| Norsk | Name in code |\n|---|---|\n| stafett | `baton`, `holder` |\n\n| x | other |\n|---|---|\n| a | `gone` |\n"
        code = {"src/a/a.cpp": "int baton;"}
        self.assertEqual(["docs/words.md: `holder` is nowhere in src, web or content"],
                         self.errors({**code, "docs/words.md": table}))
        self.assertEqual([], self.errors({**code, "src/a/b.cpp": "int holder;", "docs/words.md": table}))


if __name__ == "__main__":
    unittest.main()
