import json
import unittest

from house_test import Tree
from translations import findings


def words(folder, prefix="", **changed):
    """Three files with the same words, except where `changed` says otherwise."""
    files = {}
    for language in ("nb", "nn", "en"):
        text = {"start.title": "Hei {{name}}", "days_one": "{{count}} dag", "days_other": "{{count}} dager"}
        text.update(changed.get(language, {}))
        text = {key: value for key, value in text.items() if value is not None}
        files[f"{folder}/{prefix}{language}.json"] = json.dumps(text)
    return files


USES = {"web/src/page.tsx": 't("start.title", { name }); const label = "days";\n'}


class Translations(unittest.TestCase):
    def errors(self, *parts):
        with Tree({name: text for part in parts for name, text in part.items()}) as root:
            return findings(root).errors

    def test_complete_words_are_fine(self):
        self.assertEqual([], self.errors(words("web/src/words"), USES))

    def test_a_missing_language_key_or_placeholder(self):
        one_file = {"web/src/words/nb.json": "{}"}
        self.assertIn("no file beside it for 'nn'", self.errors(one_file)[0])
        for change, said in [({"start.title": None}, "nn.json: 'start.title' is missing"),
                             ({"start.title": " "}, "nn.json: 'start.title' is empty"),
                             ({"start.title": "Hei"}, "other placeholders")]:
            self.assertIn(said, " ".join(self.errors(words("web/src/words", nn=change), USES)))

    def test_keys_asked_for_exist_and_keys_there_are_used(self):
        self.assertIn("t('start.gone') has no words",
                      self.errors(words("web/src/words"), USES, {"web/src/b.ts": "t('start.gone')"})[0])
        errors = self.errors(words("web/src/words"), {"web/src/page.tsx": 't("start.title", { name })'})
        self.assertEqual(2, len(errors))
        self.assertIn("nothing in web/src uses 'days_one'", errors[0])

    def test_a_word_asked_for_inside_a_template_is_used(self):
        inside = {"web/src/page.tsx": 't("start.title", { name }); const more = ` ${t("days", { count })}`;'}
        self.assertEqual([], self.errors(words("web/src/words"), inside))

    def test_an_empty_text_hides_no_key_beside_it(self):
        beside = {"web/src/page.tsx": 't("start.title", { name }); const labels = [{ path: "", word: "days" }];'}
        self.assertEqual([], self.errors(words("web/src/words"), beside))

    def test_a_template_uses_all_keys_it_can_make(self):
        more = {language: {"role.leader": "Leder"} for language in ("nb", "nn", "en")}
        self.assertEqual([], self.errors(words("web/src/words", **more), USES, {"web/src/b.ts": "t(`role.${role}`)"}))
        self.assertIn("uses 'role.leader'", self.errors(words("web/src/words", **more), USES,
                                                         {"web/src/b.ts": "t(`roles.${role}`)"})[0])

    def test_public_words_are_used_by_a_page_or_by_code(self):
        page = {"web/public_pages/start.mustache": "<h1>{{start.title}}</h1>{{#days_one}}x{{/days_one}}"}
        errors = self.errors(words("content/words", "public."), page)
        self.assertEqual(1, len(errors))
        self.assertIn("'days_other'", errors[0])
        self.assertEqual([], self.errors(words("content/words", "public."), page,
                                         {"src/main/pages.cpp": 'word("days_other")'}))

    def test_the_guide_is_whole_in_every_language(self):
        def guide(**changed):
            lines = {language: ["Trykk {{step.do}}.", "Skriv."] for language in ("nb", "nn", "en")} | changed
            return {f"web/src/guide/words/{language}.json": json.dumps({"concern": {"parts": [{"steps": steps}]}})
                    for language, steps in lines.items()}
        self.assertEqual([], self.errors(guide()))
        self.assertIn("en.json: 'concern.parts.1.steps.2' is missing", self.errors(guide(en=["Press {{step.do}}."]))[0])
        self.assertIn("'concern.parts.1.steps.2' is empty", self.errors(guide(nn=["Trykk {{step.do}}.", " "]))[0])
        self.assertIn("other placeholders", self.errors(guide(nn=["Trykk {{step.done}}.", "Skriv."]))[0])

    def test_sentences_in_content_have_three_languages(self):
        whole = {"title": {"nb": "a", "nn": "b", "en": "c"}}
        self.assertEqual([], self.errors({"content/rules/a.json": json.dumps([whole])}))
        for broken in ({"nb": "a", "en": "c"}, {"nb": "a", "nn": "", "en": "c"}):
            errors = self.errors({"content/rules/a.json": json.dumps([whole, {"title": broken}])})
            self.assertEqual(["content/rules/a.json[1].title: the sentence has no 'nn'"], errors)
        uneven = {"nb": "{days} dager", "nn": "dagar", "en": "{days} days"}
        self.assertIn("different placeholders", self.errors({"content/rules/a.json": json.dumps([uneven])})[0])
        self.assertIn("not JSON", self.errors({"content/rules/a.json": "{"})[0])


if __name__ == "__main__":
    unittest.main()
