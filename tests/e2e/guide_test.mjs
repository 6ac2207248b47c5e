// Goal: whoever wonders finds the answer: the guide from the menu, from a page to its chapter, and what is sought.
import assert from "node:assert/strict";
import { stage } from "./stage/stage.mjs";

const journey = stage();

const titles = {
  nb: { concern: "Jeg er bekymret for et barn", board: "Oversikten for ledere", next: "Neste steg og stafettpinnen", family: "For familien", meeting: "Kall inn til møte" },
  nn: { concern: "Eg er uroa for eit barn", board: "Oversikta for leiarar", next: "Neste steg og stafettpinnen", family: "For familien", meeting: "Kall inn til møte" },
};

const chapters = (visitor) => visitor.page.locator("main").getByRole("heading", { level: 2 });
const chapter = (visitor, name) => visitor.page.getByRole("heading", { level: 2, name });

async function has_focus(heading) {
  await heading.waitFor();
  for (let tries = 0; tries < 50; ++tries) {
    const there = await heading.evaluate((one) => document.activeElement === one && one.getBoundingClientRect().top < innerHeight / 2);
    if (there) return;
    await heading.page().waitForTimeout(100);
  }
  assert.fail("the chapter is not where one reads");
}

for (const [language, width] of [["nb", 1280], ["nn", 390]]) {
  journey(`the guide in ${language}, at ${width} px`, async ({ enter }) => {
    const kari = await enter("kari", { width, language });
    const words = titles[language];
    await kari.go("/app/login");
    // Chosen by hand, so that it counts for the account too.
    const other = language === "nn" ? "nb" : "nn";
    await kari.page.getByLabel(kari.t("language.label")).selectOption(other);
    await kari.page.locator(`html[lang=${other}]`).waitFor();
    await kari.page.getByLabel(kari.t("language.label")).selectOption(language);
    await kari.page.locator(`html[lang=${language}]`).waitFor();
    await kari.log_in_here("kari");
    await kari.heading(kari.t("workbench.hello", { name: "Kari" })).waitFor();
    if (width < 1000) await kari.press(kari.t("nav.menu"));
    await kari.page.getByRole("banner").getByRole("link", { name: kari.t("nav.guide") }).click();
    await kari.heading(kari.t("guide.title")).waitFor();
    const all = await chapters(kari).count();
    assert.ok(all >= 12);
    assert.doesNotMatch(await kari.page.locator("main").innerText(), /\{\{|\w\.\w+\}/);
    await kari.look_over(`guide ${language}`);

    // By keyboard: what is sought leaves the chapters that have it, said to all.
    await kari.write(kari.t("guide.search"), words.meeting);
    await kari.page.getByRole("status").getByText(kari.t("guide.found", { count: 1 }), { exact: true }).waitFor();
    assert.equal(await chapters(kari).count(), 1);
    assert.ok((await kari.page.locator("mark").allInnerTexts()).includes("Kall"));
    await kari.look_over(`guide sought ${language}`);
    await kari.write(kari.t("guide.search"), "xyzzy");
    await kari.sees(kari.t("guide.none"));
    await kari.press(kari.t("guide.all"));
    assert.equal(await chapters(kari).count(), all);
    assert.equal(await kari.field(kari.t("guide.search")).evaluate((field) => document.activeElement === field), true);

    // A chapter has an address; so has what a page is about.
    await kari.follow(words.board, kari.page.getByRole("navigation", { name: kari.t("guide.chapters") }));
    await kari.page.waitForURL("**/guide#board");
    await has_focus(chapter(kari, words.board));
    if (width < 1000) {
      await chapter(kari, words.board).locator("xpath=ancestor::section").getByRole("link", { name: kari.t("guide.chapters") }).click();
      await kari.page.waitForFunction(() => document.activeElement?.id === "chapters");
    }
    await kari.go("/app/workbench");
    await kari.page.getByRole("link", { name: kari.t("guide.here") }).click();
    await has_focus(chapter(kari, words.concern));
    await kari.open_child("Emma Solbakken");
    await kari.page.getByRole("link", { name: kari.t("guide.here") }).click();
    await has_focus(chapter(kari, words.next));
    await kari.page.goBack();
    await kari.heading("Emma Solbakken").waitFor();
    await kari.look_over(`follow-up with help ${language}`);
  });
}

journey("a family reads its own chapters", async ({ log_in }) => {
  const mor = await log_in("mor", { width: 390 });
  await mor.go("/app/guide");
  await mor.heading(mor.t("guide.title")).waitFor();
  assert.equal(await chapters(mor).first().innerText(), titles.nb.family);
  assert.equal(await chapters(mor).count(), 3);
  await mor.does_not_see(/meldeplikt/i);
  await mor.look_over("guide of a family");
});
