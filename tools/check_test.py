import unittest

from check import Counts, counts_in_log, honest, node_counts

LINE = "-" * 58 + "\n"
LOG = (LINE + "[  PASSED  ] 12 tests.\n" + LINE + "Test Passed.\n"
       + LINE + "[  PASSED  ] 1 test.\n[  FAILED  ] 2 tests, listed below:\n[  FAILED  ] A.b\n" + LINE + "Test Failed.\n"
       + LINE + "a script without counts\n" + LINE + "Test Passed.\n")


class Check(unittest.TestCase):
    def test_the_log_of_ctest(self):
        together = counts_in_log("x\n" + LINE + "[  PASSED  ] 12 tests.\n" + LINE)
        self.assertEqual(Counts(12, 0), together)
        self.assertEqual(2, counts_in_log(LOG).failed - 1)

    def test_nodes_runner(self):
        self.assertEqual(Counts(5, 1), node_counts("ℹ pass 3\nℹ fail 0\n# pass 2\n# fail 1\n"))

    def test_silence_and_bad_exits_are_failures(self):
        self.assertEqual(Counts(0, 1), honest(Counts(), 0))
        self.assertEqual(Counts(3, 1), honest(Counts(3, 0), 1))
        self.assertEqual(Counts(3, 2), honest(Counts(3, 2), 1))
        self.assertEqual(Counts(3, 0), honest(Counts(3, 0), 0))


if __name__ == "__main__":
    unittest.main()
