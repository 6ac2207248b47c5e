// Goal: on a bad day (a wrong password, an ended session, a page one may not see, a server that is gone)
// people are told plainly what to do, and nothing they wrote is lost.
import assert from "node:assert/strict";
import { stage } from "./stage/stage.mjs";
import { password } from "./stage/town.mjs";

const journey = stage();

async function alert_says(visitor, text) {
  await visitor.page.getByRole("alert").getByText(text).first().waitFor();
}

/// Tries to log in and waits until the page has heard the answer.
async function try_password(visitor, username, secret) {
  const answered = visitor.page.waitForResponse((response) => response.request().method() === "POST");
  await visitor.log_in_here(username, secret);
  const status = (await answered).status();
  await visitor.page.locator("button[aria-busy=true]").waitFor({ state: "detached" });
  return status;
}

for (const width of [1280, 390]) {
  journey(`wrong passwords, and then a pause, at ${width} px`, async ({ enter }) => {
    // Each width has a user name of its own: the pause is longer than the test.
    const username = width === 1280 ? "barnehage" : "barnevern";
    const visitor = await enter(username, { width });
    visitor.expect(401, "POST", "/v1/session");
    await visitor.go("/app/login");
    await visitor.heading(visitor.t("login.title")).waitFor();
    await visitor.look_over("login");
    await visitor.press(visitor.t("login.submit"));
    await alert_says(visitor, visitor.t("form.required"));
    await visitor.look_over("login with faults");
    assert.equal(await try_password(visitor, username, "feil-passord-1"), 401);
    const refusal = visitor.page.getByRole("alert");
    const about_known = await refusal.innerText();
    await visitor.look_over("wrong password");
    // Whether there is such a user is nobody's business: the answer is the same.
    assert.equal(await try_password(visitor, `${username}-finnes-ikke`, "feil-passord-1"), 401);
    assert.equal(await refusal.innerText(), about_known);

    visitor.expect(429, "POST", "/v1/session");
    for (let tries = 2; tries <= 5; ++tries) await try_password(visitor, username, `feil-passord-${tries}`);
    assert.equal(await try_password(visitor, username, password), 429);
    assert.match(await refusal.innerText(), /vent|minutt/i);
    assert.match(visitor.page.url(), /\/login$/);
    await visitor.look_over("too many wrong passwords");
  });

  journey(`a session that ended while she wrote, at ${width} px`, async ({ log_in }) => {
    const kari = await log_in("kari", { width });
    await kari.go("/app/early-concerns/new");
    await kari.write(kari.t("concern.label"), "Skolegården");
    await kari.write(kari.t("concern.facts"), "Første setning.");
    const tab = await kari.new_tab();
    await tab.go("/app/workbench");
    if (width === 390) await tab.press(tab.t("nav.menu"));
    await tab.press(tab.t("nav.log_out"));
    await tab.heading(tab.t("login.title")).waitFor();

    kari.expect(401, "POST", "/v1/early-concerns");
    await kari.write(kari.t("concern.when"), "2030-01-07");
    await kari.press(kari.t("concern.begin"));
    const again = kari.window(kari.t("expired.title"));
    await again.waitFor();
    await kari.look_over("log in again");
    await kari.write(kari.t("login.username"), "kari", again);
    await kari.write(kari.t("login.password"), password, again);
    await kari.press(kari.t("login.submit"), again);
    await kari.heading("Skolegården").waitFor();
    assert.deepEqual(tab.complaints(), []);
  });
}

journey("a page that is not there for one looks like one that is not there at all", async ({ log_in }) => {
  const kari = await log_in("kari");
  const { follow_ups, early_concerns } = await (await kari.ask("GET", "/v1/workbench")).json();
  const emma = follow_ups.find((one) => one.child_name === "Emma Solbakken").id;
  const ppt = await log_in("ppt");
  ppt.expect(404, "GET", "/v1/*");
  await ppt.look_over("workbench with nothing on it");
  const bodies = [];
  for (const id of [emma, emma.replace(/.$/, (last) => (last === "0" ? "1" : "0"))]) {
    await ppt.go(`/app/follow-ups/${id}`);
    await ppt.heading(ppt.t("absent.title")).waitFor();
    bodies.push(await ppt.page.locator("main").innerText());
  }
  assert.equal(bodies[0], bodies[1]);
  await ppt.look_over("a page that is not there");
  await ppt.go(`/app/early-concerns/${early_concerns[0].id}`);
  await ppt.heading(ppt.t("absent.title")).waitFor();
  await ppt.go("/app/no-such-page");
  await ppt.heading(ppt.t("absent.title")).waitFor();
  await ppt.follow(ppt.t("absent.home"));
  await ppt.page.waitForURL("**/workbench");

  ppt.expect(403, "GET", "/v1/breaks");
  await ppt.go("/app/breaks");
  await ppt.heading(ppt.t("absent.title")).waitFor();
  // The settings may be read by all who work here, and are changed by the coordinator.
  await ppt.go("/app/settings");
  await ppt.sees(ppt.t("settings.read_only"));
  await ppt.look_over("settings, for reading");
});

for (const width of [1280, 390]) {
  journey(`a server that is gone, and comes back, at ${width} px`, async ({ town, log_in }) => {
    const kari = await log_in("kari", { width });
    kari.expect("net::ERR_CONNECTION_REFUSED", "GET", "*");
    kari.expect("net::ERR_CONNECTION_REFUSED", "PUT", "*");
    kari.expect("net::ERR_CONNECTION_REFUSED", "POST", "*");
    await kari.page.getByRole("link", { name: "Ny i klassen, spiser alene" }).first().click();
    await kari.field("Hva har du sett eller hørt?").waitFor();
    await town.stop();
    try {
      const facts = `Skrevet mens tjeneren var borte (${width})`;
      await kari.write("Hva har du sett eller hørt?", facts);
      await kari.page.getByText(kari.t("save.waiting")).waitFor();
      await kari.look_over("not saved yet");
      await town.start();
      await kari.saved();
      await kari.page.reload();
      await kari.heading("Ny i klassen, spiser alene").waitFor();
      assert.equal(await kari.field("Hva har du sett eller hørt?").inputValue(), facts);
    } finally {
      await town.start_again();
    }
  });

  journey(`a form that cannot be sent keeps its text, at ${width} px`, async ({ town, log_in }) => {
    const kari = await log_in("kari", { width });
    for (const method of ["GET", "POST"]) kari.expect("net::ERR_CONNECTION_REFUSED", method, "*");
    await kari.go("/app/early-concerns/new");
    await kari.write(kari.t("concern.label"), "Bak gymsalen");
    await kari.write(kari.t("concern.when"), "2030-01-07");
    await town.stop();
    try {
      await kari.press(kari.t("concern.begin"));
      await alert_says(kari, kari.t("problem.no_connection"));
      await kari.look_over("a form that cannot be sent");
      assert.equal(await kari.field(kari.t("concern.label")).inputValue(), "Bak gymsalen");
      await kari.follow(kari.t("nav.home"));
      await kari.page.getByRole("button", { name: kari.t("action.retry") }).waitFor();
      await kari.look_over("a page that cannot be fetched");
      await town.start();
      await kari.press(kari.t("action.retry"));
      await kari.heading(kari.t("workbench.hello", { name: "Kari" })).waitFor();
      await kari.follow(kari.t("workbench.write_concern"));
      assert.equal(await kari.field(kari.t("concern.label")).inputValue(), "Bak gymsalen");
      await kari.press(kari.t("concern.begin"));
      await kari.heading("Bak gymsalen").waitFor();
    } finally {
      await town.start_again();
    }
  });

  journey(`a page whose program cannot be fetched says so, at ${width} px`, async ({ log_in }) => {
    const kari = await log_in("kari", { width });
    kari.expect("net::ERR_FAILED", "GET", "/app/assets/*");
    kari.expect_said(/dynamically imported module|preload/);
    await kari.context.route("**/assets/follow_up_page*", (route) => route.abort());
    await kari.follow("Emma Solbakken");
    await kari.sees(kari.t("problem.no_connection"));
    await kari.look_over("a page whose program cannot be fetched");
    await kari.context.unroute("**/assets/follow_up_page*");
    await kari.press(kari.t("action.retry"));
    await kari.heading("Emma Solbakken").waitFor();
  });
}

journey("what could not be stored is there when she comes back to the page", async ({ town, log_in }) => {
  const kari = await log_in("kari");
  for (const method of ["GET", "PUT"]) kari.expect("net::ERR_CONNECTION_REFUSED", method, "*");
  await kari.page.getByRole("link", { name: "Ny i klassen, spiser alene" }).first().click();
  const seen = kari.field("Hva har du sett eller hørt?");
  await seen.waitFor();
  const facts = "Skrevet rett før hun gikk fra siden.";
  await town.stop();
  try {
    await seen.fill(facts);
    await kari.follow(kari.t("nav.workbench"));
    await kari.is_told("save.left_unsaved");
    await kari.page.getByRole("link", { name: "Ny i klassen, spiser alene" }).first().click();
    await seen.waitFor();
    assert.equal(await seen.inputValue(), facts);
    await kari.page.getByText(kari.t("save.waiting")).waitFor();
  } finally {
    await town.start_again();
  }
  await kari.saved();
  await kari.page.reload();
  await seen.waitFor();
  assert.equal(await seen.inputValue(), facts);
});

journey("pressed twice is done once", async ({ log_in }) => {
  const kari = await log_in("kari");
  await kari.go("/app/early-concerns/new");
  await kari.write(kari.t("concern.label"), "To trykk");
  await kari.write(kari.t("concern.when"), "2030-01-07");
  await kari.page.locator("main form").evaluate((form) => {
    form.requestSubmit();
    form.requestSubmit();
  });
  await kari.heading("To trykk").waitFor();
  const { early_concerns } = await (await kari.ask("GET", "/v1/workbench")).json();
  assert.equal(early_concerns.filter((one) => one.label === "To trykk").length, 1);
});
