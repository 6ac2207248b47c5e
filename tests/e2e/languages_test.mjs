// Goal: the whole way in nynorsk and in English: no word of another language, no key instead of a word.
import assert from "node:assert/strict";
import { stage } from "./stage/stage.mjs";
import { day, words_in } from "./stage/words.mjs";

const journey = stage();

const titles = {
  nn: { first_step: "Ta undringa på alvor", facts: "Kva har du sett eller høyrt?" },
  en: { first_step: "Take the concern seriously", facts: "What have you seen or heard?" },
};

/// Words that are not the same in both languages and long enough to be sure of.
function words_of_another_language(shown, language) {
  const bokmal = words_in("nb");
  const here = words_in(language);
  const keys = ["step.do", "step.change_date", "concern.private_short", "part.overview", "looks.title", "next.by_when", "map.title", "duty.button", "workbench.due", "workbench.children", "next.holder"];
  return keys.filter((key) => bokmal(key) !== here(key) && shown.split("\n").includes(bokmal(key)));
}

async function is_in_language(visitor, title) {
  await visitor.look_over(title);
  const shown = await visitor.page.locator("body").innerText();
  assert.equal(await visitor.page.locator("html").getAttribute("lang"), visitor.language);
  assert.deepEqual(words_of_another_language(shown, visitor.language), [], title);
  assert.doesNotMatch(shown, /\b[a-z_]+\.[a-z_]+[a-z]\b(?!\.no|\.com)(?<!\.no|\.com)/, `a key stands on ${title}`);
}

for (const language of ["nn", "en"]) {
  for (const width of [1280, 390]) {
    journey(`the way through the app in ${language}, at ${width} px`, async ({ enter }) => {
      const kari = await enter("kari", { width, language });
      await kari.go("/app/login");
      await kari.heading(kari.t("login.title")).waitFor();
      // The choice is made by hand, so that it counts for the account too.
      await kari.page.getByLabel(kari.t("language.label")).selectOption(language === "nn" ? "en" : "nn");
      await kari.page.getByLabel(words_in(language === "nn" ? "en" : "nn")("language.label")).selectOption(language);
      await kari.heading(kari.t("login.title")).waitFor();
      await is_in_language(kari, `login ${language}`);
      await kari.log_in_here("kari");
      await kari.heading(kari.t("workbench.hello", { name: "Kari" })).waitFor();
      await is_in_language(kari, `workbench ${language}`);

      await kari.follow(kari.t("workbench.write_concern"));
      const label = `Skuleplassen ${language} ${width}`;
      await kari.write(kari.t("concern.label"), label);
      await kari.write(kari.t("concern.when"), day(7));
      await is_in_language(kari, `new early concern ${language}`);
      await kari.press(kari.t("concern.begin"));
      await kari.heading(label).waitFor();
      await kari.sees(titles[language].first_step);
      await kari.write(titles[language].facts, "…");
      await kari.saved();
      await is_in_language(kari, `early concern ${language}`);
      await kari.press(kari.t("duty.button"));
      await kari.sees(kari.t("duty.grounds"));
      await is_in_language(kari, `duty ${language}`);
      await kari.page.keyboard.press("Escape");

      await kari.open_child("Emma Solbakken");
      await is_in_language(kari, `follow-up ${language}`);
      for (const part of ["part.plan", "part.meetings", "part.words", "part.history", "part.consent"]) {
        await kari.part(part);
        await is_in_language(kari, `${part} ${language}`);
      }

      // A refusal of the server comes in the same language.
      kari.expect(422, "POST", "*/level");
      await kari.press(kari.t("more.button"));
      await kari.page.getByRole("button", { name: kari.t("level.change") }).click();
      const level = kari.window(kari.t("level.change"));
      await level.getByRole("radio").last().check();
      await kari.write(kari.t("level.reason"), "…", level);
      await kari.press(kari.t("level.decide"), level);
      await level.getByRole("alert").waitFor();
      await is_in_language(kari, `another level ${language}`);

      const mor = await enter("mor", { width, language });
      await mor.go("/app/login");
      await mor.page.getByLabel(mor.t("language.label")).selectOption(language === "nn" ? "en" : "nn");
      await mor.page.getByLabel(words_in(language === "nn" ? "en" : "nn")("language.label")).selectOption(language);
      await mor.log_in_here("mor");
      await mor.heading(mor.t("family.about", { name: "Emma" })).waitFor();
      await mor.sees(mor.t("looks.title"));
      await is_in_language(mor, `family page ${language}`);
    });
  }
}

journey("another language is chosen on a page: the server's sentences change too", async ({ log_in }) => {
  const nils = await log_in("nils"); // kari has chosen others above
  await nils.open_child("Emma Solbakken");
  await nils.sees("Gjennomfør tiltakene");
  await nils.page.getByLabel(nils.t("language.label")).selectOption("nn");
  await nils.sees("Gjennomfør tiltaka");
  await nils.does_not_see("Gjennomfør tiltakene");
});
