// Goal: the whole main way without a mouse. Focus is always on something that can be seen, moves on in a
// sensible order, goes into windows and comes back out of them.
import assert from "node:assert/strict";
import { stage } from "./stage/stage.mjs";
import { password } from "./stage/town.mjs";
import { day } from "./stage/words.mjs";

const journey = stage();
const most_tabs = 120;
const focus_seen_within = 2000; // ms; a page that was just loaded may not have been painted

/// What has focus: its name as it is read out, and whether a person can see where it is.
async function focused(page) {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return { name: "", seen: false };
    const labels = [...(element.labels ?? [])].map((label) => label.innerText);
    const name = element.getAttribute("aria-label") ?? (labels.length > 0 ? labels.join(" ") : element.innerText);
    const box = element.getBoundingClientRect();
    // The mark may stand around the thing itself, the area it fills, or the field it is in.
    const places = [[element], [element, "::after"], [element.parentElement]];
    const marks = places.map(([place, part]) => getComputedStyle(place, part));
    const marked = marks.some((style) => style.outlineStyle !== "none" || style.boxShadow !== "none");
    return { name: (name ?? "").trim(), seen: box.width > 0 && box.height > 0 && marked && box.bottom > 0 && box.top < innerHeight };
  });
}

async function is_seen(page, name) {
  const end = Date.now() + focus_seen_within;
  while (!(await focused(page)).seen) {
    assert.ok(Date.now() < end, `focus on "${name}" cannot be seen`);
    await page.waitForTimeout(50);
  }
}

/// Presses Tab until the thing with this name has focus.
async function tab_to(visitor, name) {
  const passed = [];
  for (let tabs = 0; tabs < most_tabs; ++tabs) {
    await visitor.page.keyboard.press("Tab");
    const now = await focused(visitor.page);
    if (now.name.replace(/\s+/g, " ").startsWith(name)) {
      await is_seen(visitor.page, name);
      return;
    }
    passed.push(now.name);
  }
  assert.fail(`Tab does not reach "${name}"; it passes ${passed.join(" | ")}`);
}

async function type_into(visitor, name, text) {
  await tab_to(visitor, name);
  await visitor.page.keyboard.type(text);
}

async function press(visitor, name) {
  await tab_to(visitor, name);
  await visitor.page.keyboard.press("Enter");
}

/// A date is typed as the browser shows it: its parts in the browser's own order.
async function type_date(visitor, name, date) {
  await tab_to(visitor, name);
  const [year, month, of_month] = date.split("-");
  await visitor.page.keyboard.type(`${month}${of_month}${year}`);
  const typed = await visitor.page.evaluate(() => document.activeElement.value);
  assert.equal(typed, date);
}

async function heading_has_focus(visitor, title) {
  await visitor.heading(title).waitFor();
  await visitor.page.waitForFunction((text) => document.activeElement?.textContent?.trim() === text, title);
}

journey("by keyboard only: log in, write, assess the duty, do a step", async ({ enter }) => {
  const kari = await enter("kari");
  await kari.go("/app/login");
  await kari.heading(kari.t("login.title")).waitFor();
  await type_into(kari, kari.t("login.username"), "kari");
  await type_into(kari, kari.t("login.password"), password);
  await kari.page.keyboard.press("Enter");
  await kari.heading(kari.t("workbench.hello", { name: "Kari" })).waitFor();

  // The first Tab of a page leads past the header.
  await kari.page.reload();
  await kari.heading(kari.t("workbench.hello", { name: "Kari" })).waitFor();
  await press(kari, kari.t("frame.skip"));
  await press(kari, kari.t("workbench.write_concern"));
  await heading_has_focus(kari, kari.t("concern.new_title"));
  await type_into(kari, kari.t("concern.label"), "Garderoben");
  await press(kari, kari.t("concern.begin"));
  // The summary of faults has focus; its link leads to the field.
  await press(kari, kari.t("concern.when"));
  await kari.page.waitForFunction(() => document.activeElement?.type === "date");
  await kari.page.keyboard.press("Shift+Tab");
  await type_date(kari, kari.t("concern.when"), day(6));
  await press(kari, kari.t("concern.begin"));
  await kari.heading("Garderoben").waitFor();

  // The window takes focus, and gives it back where it came from.
  await press(kari, kari.t("duty.button"));
  const panel = kari.window(kari.t("duty.title"));
  await panel.waitFor();
  await press(kari, kari.t("duty.record"));
  await tab_to(kari, kari.t("conclusion.reported"));
  await kari.page.keyboard.press("ArrowDown");
  await kari.page.keyboard.press("ArrowDown");
  await press(kari, kari.t("duty.save"));
  await kari.is_told("duty.recorded");
  await kari.page.keyboard.press("Escape");
  await panel.waitFor({ state: "hidden" });
  assert.equal((await focused(kari.page)).name, kari.t("duty.button"));

  await tab_to(kari, kari.t("violence.switch"));
  await kari.page.keyboard.press("Space");
  await kari.sees(kari.t("violence.warning_title"));
  await kari.page.keyboard.press("Space");
  await kari.saved();

  await kari.page.keyboard.press("Control+Home");
  await kari.page.reload();
  await kari.heading("Garderoben").waitFor();
  await press(kari, kari.t("step.do"));
  const step = kari.window("Ta undringen på alvor");
  await step.waitFor();
  await type_into(kari, kari.t("step.note"), "Sett på det i to dager.");
  await type_date(kari, kari.t("step.next_date"), day(9));
  await press(kari, kari.t("step.done"));
  await kari.is_told("step.saved");
  await kari.look_over("keyboard, after a step");
});

journey("by keyboard only: from the child to the plan and the baton", async ({ enter }) => {
  const nils = await enter("nils");
  await nils.log_in();
  await tab_to(nils, "Sara Nilsen");
  await nils.page.keyboard.press("Enter");
  await heading_has_focus(nils, "Sara Nilsen");
  await press(nils, nils.t("part.plan"));
  await nils.sees("Sove nok til å orke skolen");
  await press(nils, nils.t("goal.add"));
  await type_into(nils, nils.t("goal.title"), "Én klassekamerat hjem i uka");
  await press(nils, nils.t("action.save"));
  await nils.is_told("goal.saved");
  await nils.sees("Én klassekamerat hjem i uka");

  await press(nils, nils.t("more.button"));
  await nils.window(nils.t("more.title")).waitFor();
  await nils.page.keyboard.press("Escape");
  await nils.window(nils.t("more.title")).waitFor({ state: "hidden" });
  assert.equal((await focused(nils.page)).name, nils.t("more.button"));
});

journey("by keyboard only: the menu on a phone, and a mother's own words", async ({ enter }) => {
  const mor = await enter("mor", { width: 390 });
  await mor.log_in();
  await press(mor, mor.t("nav.menu"));
  await tab_to(mor, mor.t("nav.log_out"));
  await mor.page.keyboard.press("Escape");
  assert.equal(await mor.page.getByRole("button", { name: mor.t("nav.menu") }).getAttribute("aria-expanded"), "false");
  await type_into(mor, mor.t("family.write"), "Vi øver på å gå inn sammen.");
  await press(mor, mor.t("family.send"));
  await mor.is_told("words.said");
});
