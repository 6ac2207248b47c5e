// Goal: the public pages can be searched by keyboard alone, and without scripts.
import assert from "node:assert/strict";
import { ask_for_help, cards, names_found, public_words } from "./stage/searcher.mjs";
import { stage } from "./stage/stage.mjs";

const journey = stage();
const words = public_words("nb");
const presses_max = 60;

/// What the keyboard is at, and whether it can be seen that it is there.
const focused = (page) =>
  page.evaluate(() => {
    const at = document.activeElement;
    const style = getComputedStyle(at);
    const box = at.getBoundingClientRect();
    // A radio button is drawn by its label.
    const around = getComputedStyle(at.closest("label") ?? at);
    const framed = [style, around].some((one) => one.outlineStyle !== "none" && parseFloat(one.outlineWidth) >= 2);
    const on_screen = box.bottom > 0 && box.top < innerHeight && box.width > 0;
    return { id: at.id, href: at.getAttribute("href") ?? "", text: at.textContent.trim(), in_card: !!at.closest(".sv-hit"), seen: framed && on_screen };
  });

/// Presses Tab until `there` says that the place is reached; every place on the way is seen.
async function tab_to(visitor, there, what) {
  for (let presses = 0; presses < presses_max; ++presses) {
    await visitor.page.keyboard.press("Tab");
    const place = await focused(visitor.page);
    assert.ok(place.seen, `the keyboard is at ${place.id || place.href || place.text}, and nobody can see it`);
    if (there(place)) return;
  }
  assert.fail(`${what} is not reached by ${presses_max} presses of Tab`);
}

for (const width of [390, 1280]) {
  journey(`by keyboard only from the start page to an offer's telephone, at ${width} px`, async ({ enter }) => {
    const visitor = await enter("keyboard", { width });
    const { keyboard } = visitor.page;
    await visitor.go("/");
    await keyboard.press("Tab");
    assert.deepEqual([(await focused(visitor.page)).text, (await focused(visitor.page)).seen], [words.skip, true]);
    await keyboard.press("Enter");
    // Past the head: the next is a crisis number, then the question.
    await keyboard.press("Tab");
    assert.equal((await focused(visitor.page)).href, "tel:113");
    await tab_to(visitor, (at) => at.id === "ask-text", "the question");
    await keyboard.type("jeg får ikke sove");
    await tab_to(visitor, (at) => at.id === "ask-age", "the age");
    await keyboard.type("14");
    await tab_to(visitor, (at) => at.id === "ask-municipality", "the municipality");
    await keyboard.type("Solvik");
    await keyboard.press("Enter");
    await visitor.sees("Vi leter etter hjelp med søvn for en på 14 år i Solvik.");
    await visitor.look_over("by keyboard");

    const [best] = await names_found(visitor);
    await tab_to(visitor, (at) => at.in_card && at.text === best, "the best offer");
    await keyboard.press("Enter");
    await visitor.heading(best).waitFor();
    await tab_to(visitor, (at) => at.text === words.skip, "the skip link");
    await keyboard.press("Enter");
    const telephone = await visitor.page.getByRole("region", { name: words.offer_contact }).locator("a[href^='tel:']").first().getAttribute("href");
    await tab_to(visitor, (at) => at.href === telephone, "the offer's telephone");
  });

  journey(`without scripts: a search, a theme, a municipality of two, an offer, help lines, at ${width} px`, async ({ enter }) => {
    const visitor = await enter("without scripts", { width, javascript: false });
    const looks = async (title) => {
      const too_wide = await visitor.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(too_wide <= 0, `${title} is ${too_wide} px too wide`);
      if (process.env.SAMVEI_PICTURES) await visitor.picture(process.env.SAMVEI_PICTURES, title);
    };
    await visitor.go("/");
    await ask_for_help(visitor, { text: "jeg er redd", age: "15", place: "Våler" });
    const which = visitor.page.getByRole("form", { name: words.municipality_many });
    await looks("which municipality");
    for (const text of await cards(visitor).allInnerTexts()) assert.ok(!text.includes("Solvik"), text);
    await visitor.press("Våler (Innlandet)", which);
    await visitor.sees("for en på 15 år i Våler.");
    assert.equal(await which.count(), 0);
    assert.ok((await cards(visitor).count()) >= 3);
    await looks("without scripts, found");
    const first = cards(visitor).first();
    await first.getByText(words.find_then).click();
    assert.ok((await first.locator("ol > li").filter({ visible: true }).count()) >= 3);

    const [best] = await names_found(visitor);
    await visitor.follow(best);
    await visitor.heading(best).waitFor();
    await looks("without scripts, an offer");
    await visitor.page.goBack();
    await visitor.sees("for en på 15 år i Våler.");

    await visitor.follow(words.nav_find);
    await visitor.follow("Jeg er redd og urolig");
    await visitor.sees("Vi leter etter hjelp med angst og bekymring.");
    await visitor.follow(words.nav_municipalities);
    await visitor.page.getByLabel(words.places_search).fill("Våler");
    await visitor.press(words.places_button);
    await looks("without scripts, two of that name");
    await visitor.follow("Våler (Østfold)");
    await visitor.heading("Hjelp i Våler").waitFor();
    await looks("without scripts, a municipality");
    await visitor.follow(words.nav_crisis);
    await visitor.heading(words.crisis_page_title).waitFor();
    assert.equal(await visitor.page.locator(".sv-urgent a[href='tel:116111']").isVisible(), true);
    await looks("without scripts, help lines");
  });
}
