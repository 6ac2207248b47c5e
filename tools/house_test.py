import tempfile
import unittest
from pathlib import Path

from house import files_below, without_comments_and_texts


class Tree:
    """A project in a temporary folder: {"src/base/a.hpp": "text", ...}."""

    def __init__(self, files):
        self.files = files

    def __enter__(self) -> Path:
        self.folder = tempfile.TemporaryDirectory()
        root = Path(self.folder.name)
        for name, text in self.files.items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return root

    def __exit__(self, *_):
        self.folder.cleanup()


class House(unittest.TestCase):
    def test_built_things_are_no_source(self):
        with Tree({"web/node_modules/x/a.ts": "", "web/dist/a.ts": "", "web/src/a.ts": "", "web/src/a.css": ""}) as root:
            self.assertEqual(["a.ts"], [path.name for path in files_below(root, "web", ".ts")])
            self.assertEqual([], files_below(root, "nowhere"))

    def test_comments_and_texts_are_blanked_line_for_line(self):
        code = 'int a; // Manager\nauto b = "Manager"; /* x\ny */ int c = 1\'000; char d = \'"\'; int e;\n'
        blanked = without_comments_and_texts(code)
        self.assertNotIn("Manager", blanked)
        self.assertEqual(code.count("\n"), blanked.count("\n"))
        self.assertIn("int e;", blanked)


if __name__ == "__main__":
    unittest.main()
