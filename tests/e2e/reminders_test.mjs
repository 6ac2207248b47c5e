// Goal: one chooses one's own reminders; the calendar's address is shown once, works, and can be ended.
import assert from "node:assert/strict";
import { stage } from "./stage/stage.mjs";

const journey = stage();
const children = ["Emma", "Solbakken", "Sara", "Nilsen", "Jonas", "Berg"];

for (const [language, width] of [["nb", 1280], ["nb", 390], ["nn", 390], ["en", 1280]]) {
  journey(`reminders and calendar in ${language}, at ${width} px`, async ({ enter }) => {
    const kari = await enter("kari", { width, language });
    await kari.go("/app/login");
    await kari.page.getByLabel(/Språk|Language/).selectOption(language);
    await kari.log_in_here("kari");
    await kari.heading().waitFor();
    if (width < 1000) await kari.press(kari.t("nav.menu"));
    await kari.follow(kari.t("nav.reminders"));
    await kari.heading(kari.t("reminders.title")).waitFor();
    await kari.sees(kari.t("reminders.mail_off"));
    await kari.look_over(`reminders ${language}`);

    // What is missing and what is wrong is said in the form.
    kari.expect(422, "PUT", "/v1/reminders");
    await kari.pick(kari.t("reminders.wanted"));
    await kari.write(kari.t("reminders.email"), "kari");
    await kari.press(kari.t("reminders.save"));
    await kari.page.getByRole("alert").waitFor();
    await kari.look_over(`reminders refused ${language}`);
    await kari.write(kari.t("reminders.email"), "kari.lunde@solvik.example.no");
    await kari.press(kari.t("reminders.save"));
    await kari.is_told("reminders.saved");
    await kari.page.reload();
    await kari.heading(kari.t("reminders.title")).waitFor();
    assert.equal(await kari.field(kari.t("reminders.email")).inputValue(), "kari.lunde@solvik.example.no");
    await kari.write(kari.t("reminders.email"), "");
    await kari.page.getByLabel(kari.t("reminders.wanted")).uncheck();
    await kari.press(kari.t("reminders.save"));
    await kari.is_told("reminders.saved");

    // The calendar, by keyboard alone.
    await kari.sees(kari.t("reminders.calendar_off"));
    await kari.page.getByRole("button", { name: kari.t("reminders.calendar_make") }).focus();
    await kari.page.keyboard.press("Enter");
    await kari.sees(kari.t("reminders.address_once"));
    const address = await kari.field(kari.t("reminders.address")).inputValue();
    assert.match(address, /^http:\/\/127\.0\.0\.1:\d+\/calendar\/[\w-]{43}\.ics$/);
    await kari.context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await kari.page.keyboard.press("Tab");
    await kari.page.keyboard.press("Enter");
    await kari.is_told("reminders.copied");
    assert.equal(await kari.page.evaluate(() => navigator.clipboard.readText()), address);
    await kari.look_over(`reminders with address ${language}`);

    const feed = await fetch(address);
    assert.equal(feed.status, 200);
    const text = await feed.text();
    assert.match(text, /^BEGIN:VCALENDAR\r\n/);
    assert.match(text, /BEGIN:VEVENT\r\n/);
    for (const name of children) assert.ok(!text.includes(name), `${name} is in the calendar`);

    await kari.page.reload();
    await kari.sees(kari.t("reminders.calendar_on"));
    assert.ok(!(await kari.page.content()).includes(address), "shown once");
    await kari.press(kari.t("reminders.calendar_withdraw"));
    await kari.is_told("reminders.calendar_ended");
    await kari.sees(kari.t("reminders.calendar_off"));
    assert.equal((await fetch(address)).status, 404);
  });
}

journey("a page that may not copy marks the address", async ({ log_in }) => {
  const nils = await log_in("nils");
  await nils.page.addInitScript(() => Object.defineProperty(navigator, "clipboard", { value: undefined }));
  await nils.go("/app/reminders");
  await nils.press(nils.t("reminders.calendar_make"));
  await nils.press(nils.t("reminders.copy"));
  await nils.sees(nils.t("reminders.copy_by_hand"));
  const marked = await nils.page.evaluate(() => getSelection()?.toString());
  assert.equal(marked, await nils.field(nils.t("reminders.address")).inputValue());
});

journey("the family is led home", async ({ log_in }) => {
  const mor = await log_in("mor");
  await mor.go("/app/reminders");
  await mor.heading(mor.t("family.about", { name: "Emma" })).waitFor();
  await mor.does_not_see(mor.t("nav.reminders"));
});

journey("the header has room for a leader's places", async ({ log_in }) => {
  const leader = await log_in("leder");
  await leader.look_over("header of a leader");
  await leader.follow(leader.t("nav.reminders"));
  await leader.heading(leader.t("reminders.title")).waitFor();
});
