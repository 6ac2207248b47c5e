// Goal: a coordinator fetches offers from a file, sees first what would happen, and what is wrong with it by row and line;
// finds what is here twice, merges and undoes it; and takes the directory out again.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./stage/packages.mjs";
import { stage } from "./stage/stage.mjs";

const journey = stage();
const example = readFileSync(join(root, "tests/hsds/tabular.json"));

const services = (rows) => Buffer.from(`id;organization_id;name;status;url\r\n${rows.map((row) => row.join(";")).join("\r\n")}\r\n`);
const csv = (rows) => [{ name: "services.csv", mimeType: "text/csv", buffer: services(rows) }];
const json = (buffer) => [{ name: "hsds.json", mimeType: "application/json", buffer }];

async function open(berit) {
  if (berit.width < 1000) await berit.press(berit.t("nav.menu"));
  await berit.follow(berit.t("nav.exchange"));
  await berit.heading(berit.t("exchange.title")).waitFor();
}

async function look(berit, source, files) {
  await berit.write(berit.t("exchange.source"), source);
  await berit.page.locator('input[type="file"]').setInputFiles(files);
  await berit.press(berit.t("exchange.look"));
  await berit.page.getByRole("heading", { name: berit.t("exchange.seen") }).waitFor();
}

for (const [language, width] of [["nb", 1280], ["nb", 390], ["nn", 390], ["en", 1280]]) {
  journey(`offers in and out in ${language}, at ${width} px`, async ({ enter }) => {
    const source = `Sentralen ${language} ${width}`;
    const berit = await enter("bti", { width, language });
    await berit.go("/app/login");
    await berit.page.getByLabel(/Språk|Language/).selectOption(language);
    await berit.log_in_here("bti");
    await berit.page.waitForURL((url) => !url.pathname.endsWith("/login"));
    await berit.heading().waitFor();
    await open(berit);
    await berit.look_over(`exchange ${language} ${width}`);

    // Nothing chosen: the form says what is missing.
    await berit.press(berit.t("exchange.look"));
    await berit.page.getByRole("alert").waitFor();
    await berit.look_over(`exchange missing ${language} ${width}`);

    // A file with a fault: the line and the field are said, and it cannot be imported.
    await look(berit, source, csv([["s1", "o1", "Leksehjelp", "open", "https://example.org"]]));
    await berit.sees(`service · ${berit.t("exchange.row", { number: 1 })} · ${berit.t("exchange.line", { number: 2 })} · status`);
    assert.ok(await berit.page.getByRole("button", { name: berit.t("exchange.import_do"), exact: true }).isDisabled());
    await berit.look_over(`exchange fault ${language} ${width}`);

    // The standard's own example.
    await look(berit, source, json(example));
    await berit.sees("Community Counselling");
    await berit.look_over(`exchange seen ${language} ${width}`);
    await berit.press(berit.t("exchange.import_do"));
    await berit.is_told("exchange.imported", { created: 1, changed: 0 });

    // A changed file: field by field.
    const changed = JSON.parse(example);
    changed.service[0].name = "Counselling for all";
    await look(berit, source, json(Buffer.from(JSON.stringify(changed))));
    await berit.sees("Counselling for all");
    await berit.look_over(`exchange changed ${language} ${width}`);

    // From somewhere else comes the same: it is suspected, merged and brought back.
    await look(berit, `${source} 2`, json(example));
    await berit.sees(berit.t("exchange.may_be_here"));
    await berit.press(berit.t("exchange.import_do"));
    await berit.is_told("exchange.imported", { created: 1, changed: 0 });
    const pair = berit.page.locator(".sv-exchange-pairs > li").filter({ hasText: `${source} 2` }).first();
    await pair.waitFor();
    await berit.look_over(`exchange duplicates ${language} ${width}`);
    await pair.getByRole("button").first().click();
    const undo = berit.page.getByRole("button", { name: berit.t("exchange.undo_of", { name: "Community Counselling" }) }).first();
    await undo.waitFor();
    await undo.click();
    await berit.is_told("exchange.came_back", { name: "Community Counselling" });

    // Out again.
    await berit.press(berit.t("exchange.format.csv"));
    const link = berit.page.getByRole("link", { name: "services.csv" });
    await link.waitFor();
    const [download] = await Promise.all([berit.page.waitForEvent("download"), link.click()]);
    assert.match(readFileSync(await download.path(), "utf8"), /Community Counselling/);
    await berit.look_over(`exchange out ${language} ${width}`);
  });
}

journey("who leads no offers has no way in", async ({ log_in }) => {
  const kari = await log_in("kari");
  await kari.does_not_see(kari.t("nav.exchange"));
  assert.equal((await kari.ask("GET", "/v1/offer-exports")).status(), 404);
});

journey("anyone reads what is published, and nothing else", async ({ town }) => {
  const page = await (await fetch(`${town.base}/hsds/services?per_page=500`)).json();
  assert.ok(page.total_items > 50);
  const texts = JSON.stringify(page);
  assert.ok(!texts.includes("Community Counselling"));
  assert.ok(!texts.includes("handover"));
  const one = await (await fetch(`${town.base}/hsds/services/${page.contents[0].id}`)).json();
  assert.equal(one.id, page.contents[0].id);
});
