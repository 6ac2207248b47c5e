import unittest

from floors import findings
from house_test import Tree

CMAKE = """samvei_room(base LINKS fmt::fmt)
samvei_room(db NEEDS base LINKS SQLite::SQLite3)
samvei_room(http NEEDS base)
samvei_room(access NEEDS db http)
samvei_room(followup NEEDS access)
samvei_room(referral NEEDS followup)
samvei_room(directory NEEDS access)
samvei_room(main NEEDS followup)
"""


class Floors(unittest.TestCase):
    def errors(self, files):
        with Tree({"CMakeLists.txt": CMAKE, **files}) as root:
            return findings(root).errors

    def test_downwards_is_fine(self):
        self.assertEqual([], self.errors({
            "src/db/database.hpp": '#include "base/result.hpp"\n#include <vector>\n#include <sqlite3.h>\n',
            "src/followup/store.cpp": '#include "followup/store.hpp"\n#include "db/database.hpp"\n',
            "src/referral/store.cpp": '#include "followup/store.hpp"\n'}))

    def test_upwards_and_sideways_are_not(self):
        for name, include in [("src/base/text.hpp", "db/database.hpp"), ("src/db/a.hpp", "http/message.hpp"),
                              ("src/followup/a.hpp", "referral/a.hpp"), ("src/referral/a.cpp", "oversight/a.hpp")]:
            errors = self.errors({name: f'#include "{include}"\n'})
            self.assertEqual(1, len(errors), (name, errors))
            self.assertIn("not on a floor below", errors[0])

    def test_the_build_must_name_what_is_included(self):
        errors = self.errors({"src/http/a.cpp": '#include "base/a.hpp"\n', "src/oversight/a.cpp": '#include "followup/a.hpp"\n'})
        self.assertEqual(["src/oversight/a.cpp: includes followup/a.hpp, but oversight does not need followup in "
                          "CMakeLists.txt"], errors)

    def test_the_build_itself_obeys(self):
        with Tree({"CMakeLists.txt": "samvei_room(base NEEDS db)\nsamvei_room(db)\n"}) as root:
            self.assertIn("base must not need db", findings(root).errors[0])
        with Tree({"CMakeLists.txt": "samvei_room(attic)\n"}) as root:
            self.assertIn("'attic' has no floor", findings(root).errors[0])

    def test_unknown_rooms(self):
        self.assertIn("names no room", self.errors({"src/db/a.cpp": '#include "a.hpp"\n'})[0])
        self.assertIn("has no floor", self.errors({"src/attic/a.cpp": '#include "base/a.hpp"\n'})[0])

    def test_a_circle_is_named_once(self):
        errors = self.errors({"src/db/a.hpp": '#include "db/b.hpp"\n', "src/db/b.hpp": '#include "db/a.hpp"\n'})
        self.assertEqual(["circle of includes: src/db/a.hpp -> src/db/b.hpp -> src/db/a.hpp"], errors)

    def test_libraries_stay_in_their_place(self):
        self.assertEqual([], self.errors({"src/base/digest.cpp": "#include <openssl/evp.h>\n",
                                          "src/db/a_test.cpp": "#include <gtest/gtest.h>\n#include <sys/wait.h>\n"}))
        for name, header in [("src/http/a.cpp", "sqlite3.h"), ("src/base/time.cpp", "openssl/evp.h"),
                             ("src/access/a.cpp", "boost/beast/core.hpp"), ("src/db/a.cpp", "gtest/gtest.h")]:
            self.assertIn("may only be named in", self.errors({name: f"#include <{header}>\n"})[0])
        self.assertIn("is in no row", self.errors({"src/db/a.cpp": "#include <nlohmann/json.hpp>\n"})[0])


if __name__ == "__main__":
    unittest.main()
