// Goal: those who own an offer keep it true from where they are: waiting time in two presses on a phone, a text in nynorsk
// that the public sees when it is published; nobody else changes it, and two at once lose nothing.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./stage/packages.mjs";
import { stage } from "./stage/stage.mjs";

const journey = stage();
const lower = "solvik_school_health_lower"; // Skolehelsetjenesten, where Nils works, owns it.
const primary = "solvik_school_health_primary";
const upper = "solvik_school_health_upper";
const name_of = (id) => JSON.parse(readFileSync(join(root, `content/services/solvik/${id}.json`), "utf8")).name;

async function line_of(visitor, id) {
  const line = visitor.page.getByRole("listitem").filter({ has: visitor.page.getByRole("link", { name: name_of(id)[visitor.language], exact: true }) });
  await line.waitFor();
  return line;
}

async function open(visitor, id, part = "") {
  await visitor.go(`/app/offers/${id}${part}`);
  await visitor.heading(name_of(id)[visitor.language]).waitFor();
}

const chip_of = (visitor, where) => where.getByRole("button", { name: new RegExp(`^${visitor.t("offers.waiting.label")}`) });
const write_in = (visitor, language) => visitor.page.getByRole("group", { name: visitor.t("offers.write_in") }).getByRole("button", { name: visitor.t(`offers.language.${language}`) }).click();

journey("waiting time in two presses from a phone, seen by all at once, and undone", async ({ enter, log_in }) => {
  const nils = await log_in("nils", { width: 390 });
  const anybody = await enter("anybody", { width: 390, javascript: false });
  await nils.press(nils.t("nav.menu"));
  await nils.follow(nils.t("nav.offers"));
  await nils.heading(nils.t("offers.title")).waitFor();
  await nils.look_over("the offers");
  // One's own unit's stand first.
  assert.equal(await nils.page.getByRole("heading", { level: 2 }).first().textContent(), nils.t("offers.kept_by.own"));
  const line = await line_of(nils, lower);
  await chip_of(nils, line).click();
  await line.getByRole("button", { name: nils.t("offers.waiting.weeks", { count: 3 }), exact: true }).click();
  await nils.sees(/3 uker, /, line.getByRole("status"));
  await anybody.go(`/offers/${lower}`);
  await anybody.sees(/21 dager å vente/);
  await nils.look_over("waiting time told");

  await nils.press(nils.t("offers.undo"), line);
  await nils.sees(nils.t("offers.waiting.undone"), line);
  await anybody.page.reload();
  await anybody.does_not_see(/21 dager å vente/);

  // Any number of days, and whether there is room.
  await chip_of(nils, line).click();
  await nils.look_over("waiting time to choose");
  await nils.write(nils.t("offers.waiting.other"), "10", line);
  await nils.press(nils.t("action.save"), line);
  await nils.sees(/10 dager, /, line.getByRole("status"));
  await chip_of(nils, line).click();
  await line.getByRole("button", { name: nils.t("offers.capacity.full"), exact: true }).click();
  await nils.sees(/10 dager, fullt/, line.getByRole("status"));
  await anybody.page.reload();
  await anybody.sees(/Fullt nå\. Vanligvis 10 dager å vente/);
  await nils.press(nils.t("offers.confirm_of", { name: name_of(lower).nb }), line);
  await nils.sees(nils.t("offers.confirmed"), line);
  await nils.sees(/Nils Haugen/, line);
});

for (const width of [1280, 390]) {
  const id = width === 390 ? lower : primary;
  journey(`a text in nynorsk is written, previewed and published, at ${width} px`, async ({ enter, log_in }) => {
    const nils = await log_in("nils", { width });
    const anybody = await enter("anybody", { width, language: "nn", javascript: false });
    const text = `Kom innom helsesjukepleiaren, også om du berre vil prate (${width}).`;
    await open(nils, id);
    await nils.look_over("the texts of an offer");
    await write_in(nils, "nn");
    await nils.write(nils.t("offers.field.summary"), text);
    await nils.saved();
    await nils.look_over("a text in nynorsk");
    await anybody.go(`/offers/${id}?lang=nn`);
    await anybody.does_not_see(text);

    const [preview] = await Promise.all([nils.context.waitForEvent("page"), nils.page.getByRole("link", { name: nils.t("offers.preview") }).click()]);
    await preview.getByText(text).waitFor();
    await preview.getByText("Førehandsvising.").waitFor();
    assert.equal(await preview.locator("html").getAttribute("lang"), "nn");
    if (process.env.SAMVEI_PICTURES) await preview.screenshot({ path: join(process.env.SAMVEI_PICTURES, `nils-preview-${width}.png`), fullPage: true });
    await preview.close();

    await nils.press(nils.t("offers.publish.do"));
    const window = nils.window(nils.t("offers.publish.title"));
    await nils.look_over("publishing an offer");
    await nils.write(nils.t("offers.publish.note"), "Lettare ord.", window);
    await nils.press(nils.t("offers.publish.do"), window);
    await nils.is_told("offers.publish.done");
    await anybody.page.reload();
    await anybody.sees(text);
    await anybody.sees(/Nils Haugen/);

    // What was before is still there.
    await nils.follow(nils.t("offers.part.versions"));
    await nils.sees("Lettare ord.");
    await nils.look_over("versions of an offer");
    await nils.press(`${nils.t("offers.version.restore")} 1`);
    await nils.is_told("offers.version.restored", { number: 1 });
    await nils.sees(nils.t("offers.has_draft"));
    await anybody.page.reload();
    await anybody.sees(text);
  });

  journey(`every part of the editor, at ${width} px`, async ({ log_in }) => {
    const nils = await log_in("nils", { width });
    for (const part of ["whom", "way-in", "hours", "contact", "about"]) {
      await open(nils, upper, `/${part}`);
      await nils.look_over(`offer ${part}`);
    }
    await open(nils, upper, "/hours");
    const rows = nils.page.getByRole("group", { name: nils.t("offers.hours.row", { number: 1 }) });
    if ((await rows.count()) === 0) await nils.press(nils.t("offers.hours.add_row"));
    await rows.getByLabel(nils.t("offers.hours.from")).fill("09:00");
    await nils.press(nils.t("offers.hours.add_exception"));
    const other = nils.page.getByRole("group", { name: /^Annerledes/ }).last();
    await other.getByLabel(nils.t("offers.hours.first_day")).fill("2026-12-21");
    await other.getByLabel(nils.t("offers.hours.last_day")).fill("2027-01-03");
    await nils.saved();
    await nils.look_over("hours with an exception");
    await nils.page.reload();
    assert.equal(await nils.page.getByLabel(nils.t("offers.hours.last_day")).last().inputValue(), "2027-01-03");
  });
}

journey("another unit's person may read, not change", async ({ log_in }) => {
  const kari = await log_in("kari", { width: 390 });
  await open(kari, lower);
  await kari.sees(kari.t("offers.kept_by_unit", { unit: "Skolehelsetjenesten" }));
  assert.equal(await kari.page.getByRole("textbox").count(), 0);
  await kari.look_over("an offer of another unit");
  const { offer, version } = await (await kari.ask("GET", `/v1/offers/${lower}`)).json();
  assert.equal((await kari.ask("PUT", `/v1/offers/${lower}`, { version, offer })).status(), 403);
  assert.equal((await kari.ask("POST", `/v1/offers/${lower}/waiting`, { days: 1, capacity: "open" })).status(), 403);
  // What others own is folded away until one looks for it.
  await kari.go("/app/offers");
  await kari.heading(kari.t("offers.title")).waitFor();
  await kari.write(kari.t("offers.search"), "ungdomsskolen");
  const line = await line_of(kari, lower);
  assert.equal(await line.getByRole("button").count(), 0);
});

journey("the same offer in two tabs", async ({ log_in }) => {
  const nils = await log_in("nils");
  await open(nils, upper);
  const tab = await nils.new_tab();
  await open(tab, upper);

  // Waiting time is no text: who writes meanwhile is not disturbed.
  await chip_of(nils, nils.page).click();
  await nils.press(nils.t("offers.waiting.weeks", { count: 2 }));
  await nils.sees(/2 uker, /);
  tab.expect(409, "PUT", `/v1/offers/${upper}`);
  await tab.write(tab.t("offers.field.other_names"), "Helsesøster");
  await tab.saved();

  nils.expect(409, "PUT", `/v1/offers/${upper}`);
  await tab.write(tab.t("offers.field.summary"), "Fanen: en å snakke med på skolen.");
  await tab.saved();
  await nils.write(nils.t("offers.field.summary"), "Nils: noen som hører på deg.");
  const choice = nils.window(nils.t("conflict.title"));
  await choice.waitFor();
  await nils.sees("Fanen: en å snakke med på skolen.", choice);
  await nils.sees("Nils: noen som hører på deg.", choice);
  await nils.look_over("two versions of an offer");
  await nils.pick(nils.t("conflict.keep_theirs"), choice);
  await nils.press(nils.t("conflict.save"), choice);
  await nils.saved();
  assert.equal(await nils.field(nils.t("offers.field.summary")).inputValue(), "Fanen: en å snakke med på skolen.");
  assert.equal(await nils.field(nils.t("offers.field.other_names")).inputValue(), "Helsesøster");
});

journey("a new offer is made, lacks something, is published and taken away", async ({ enter, log_in }) => {
  const nils = await log_in("nils", { width: 390 });
  await nils.go("/app/offers");
  await nils.press(nils.t("offers.new"));
  const making = nils.window(nils.t("offers.new"));
  await nils.press(nils.t("offers.new_do"), making);
  await nils.sees(nils.t("form.required"), making);
  await nils.look_over("a new offer without a name");
  await nils.write(nils.t("offers.field.name"), "Ro i friminuttet", making);
  await nils.choose(nils.t("offers.field.kind"), "Skolehelsetjeneste", making);
  await nils.write(nils.t("offers.contact.value"), "55 00 00 11", making);
  await nils.press(nils.t("offers.new_do"), making);
  await nils.heading("Ro i friminuttet").waitFor();
  await nils.press(nils.t("offers.publish.do"));
  const window = nils.window(nils.t("offers.publish.title"));
  await nils.sees(nils.t("offers.lack.next_steps"), window);
  await nils.look_over("what a new offer lacks");
  await nils.press(nils.t("offers.publish.go_back"), window);

  await nils.write(nils.t("offers.field.summary"), "Et stille rom når det blir for mye.");
  await nils.write(nils.t("offers.field.description"), "Rommet er åpent i hvert friminutt.");
  for (const [place, step] of ["Du kommer inn.", "Vi sier hei.", "Du går når du vil."].entries()) {
    await nils.write(nils.t(`offers.step.${place + 1}`), step);
  }
  await write_in(nils, "nn");
  await nils.press(`${nils.t("offers.copy")}: ${nils.t("offers.field.summary")}`);
  assert.equal(await nils.field(nils.t("offers.field.summary")).inputValue(), "Et stille rom når det blir for mye.");
  await nils.follow(nils.t("offers.part.whom"));
  await nils.page.getByRole("group", { name: nils.t("offers.group.school") }).getByRole("checkbox").first().check();
  await nils.saved();
  await nils.press(nils.t("offers.publish.do"));
  await nils.press(nils.t("offers.publish.do"), window);
  await nils.is_told("offers.publish.done");
  const anybody = await enter("anybody", { javascript: false });
  await anybody.go("/offers/m9901_ro_i_friminuttet");
  await anybody.heading("Ro i friminuttet").waitFor();

  await nils.follow(nils.t("offers.part.versions"));
  await nils.press(nils.t("offers.retire.open"));
  const retiring = nils.window(nils.t("offers.retire.title"));
  await nils.write(nils.t("offers.retire.reason"), "Rommet er pusset opp.", retiring);
  await nils.press(nils.t("offers.retire.do"), retiring);
  await nils.is_told("offers.retire.done");
  anybody.expect(404, "GET", "/offers/*");
  await anybody.page.reload();
  assert.equal(await anybody.heading("Ro i friminuttet").count(), 0);
});
