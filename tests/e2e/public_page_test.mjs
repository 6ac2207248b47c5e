// Goal: the public page helps anybody, also without scripts and without logging in, and is left in one press.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./stage/packages.mjs";
import { stage } from "./stage/stage.mjs";
import { words_in } from "./stage/words.mjs";

const journey = stage();
const away = "https://www.yr.no/";
const words_of = (language) => JSON.parse(readFileSync(join(root, `content/words/public.${language}.json`), "utf8"));

for (const width of [1280, 390]) {
  for (const language of ["nb", "nn", "en"]) {
    journey(`the public page without scripts in ${language}, at ${width} px`, async ({ enter }) => {
      const words = words_of(language);
      const visitor = await enter(`anybody-${language}`, { width, language, javascript: false });
      await visitor.go("/");
      await visitor.heading(words.start_headline).waitFor();
      assert.equal(await visitor.page.locator("html").getAttribute("lang"), language);
      for (const number of ["113", "116117", "116111", "116123"]) {
        assert.equal(await visitor.page.locator(`a[href="tel:${number}"]`).count(), 1);
      }
      assert.equal(await visitor.page.getByRole("link", { name: words.leave }).getAttribute("href"), away);
      if (process.env.SAMVEI_PICTURES) await visitor.picture(process.env.SAMVEI_PICTURES, "public page");
      await visitor.page.getByRole("navigation").getByRole("link", { name: language === "en" ? "Bokmål" : "English" }).click();
      await visitor.heading(words_of(language === "en" ? "nb" : "en").start_headline).waitFor();
    });
  }

  journey(`the public page is left quickly, at ${width} px`, async ({ enter }) => {
    const words = words_of("nb");
    const visitor = await enter("anybody", { width });
    await visitor.context.route(`${away}**`, (route) => route.fulfill({ contentType: "text/html", body: "<title>yr</title>" }));
    await visitor.go("/");
    await visitor.look_over("public page with scripts");
    // Looking around on the page first, so that there is more than one page to go back to.
    await visitor.page.getByRole("navigation").getByRole("link", { name: "English" }).click();
    await visitor.heading(words_of("en").start_headline).waitFor();
    await visitor.page.getByRole("link", { name: words_of("en").leave }).click();
    await visitor.page.waitForURL(away);
    // Back does not lead to the page again.
    await visitor.page.goBack().catch(() => null);
    assert.ok(!visitor.page.url().startsWith(visitor.base));

    // Nor when several pages were looked at: each of them is left again before it is drawn.
    await visitor.go("/");
    await visitor.page.getByRole("link", { name: words.nav_municipalities }).click();
    await visitor.heading(words.places_title).waitFor();
    await visitor.page.getByRole("link", { name: words.leave }).click();
    await visitor.page.waitForURL(away);
    await visitor.page.goBack().catch(() => null);
    await visitor.page.waitForURL(away);

    await visitor.go("/");
    await visitor.heading(words.start_headline).waitFor();
    await visitor.page.keyboard.press("Escape");
    await visitor.page.keyboard.press("Escape");
    await visitor.page.waitForURL(away);
  });
}

journey("from the public page to the login and back, in the language chosen there", async ({ enter }) => {
  const visitor = await enter("anybody", { width: 390 });
  const t = words_in("nn");
  await visitor.go("/?lang=nn");
  await visitor.follow(words_of("nn").log_in);
  await visitor.heading(t("login.title")).waitFor();
  await visitor.sees(t("login.help"));
  await visitor.follow(t("login.public_page"));
  await visitor.heading(words_of("nn").start_headline).waitFor();
});
