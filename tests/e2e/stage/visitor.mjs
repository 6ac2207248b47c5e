// A person at a browser: presses what they see by its words, fills in fields by their labels. Everything
// the browser complains of is kept, and a journey ends only when there is nothing left unexpected.
import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { axe_source } from "./packages.mjs";
import { password } from "./town.mjs";
import { words_in } from "./words.mjs";

const heights = { 1280: 900, 390: 844 };
const locales = { nb: "nb-NO", nn: "nn-NO", en: "en-GB" };
const serious = ["serious", "critical"];

const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

export class Visitor {
  #complaints = [];
  #expected = [];
  #may_be_said = [];

  constructor(name, context, page, { base, language, width }) {
    Object.assign(this, { name, context, page, base, language, width });
    this.t = words_in(language);
    this.#watch(page);
  }

  static async enter(browser, base, name, { width = 1280, language = "nb", javascript = true } = {}) {
    const context = await browser.newContext({
      viewport: { width, height: heights[width] },
      locale: locales[language],
      timezoneId: "Europe/Oslo",
      reducedMotion: "reduce",
      javaScriptEnabled: javascript,
      serviceWorkers: "block",
      ...(width < 600 ? { hasTouch: true, isMobile: true } : {}),
    });
    context.setDefaultTimeout(20_000);
    const visitor = new Visitor(name, context, await context.newPage(), { base, language, width });
    // Before anybody has logged in the app asks who one is, and the answer is "nobody".
    visitor.expect(401, "GET", "/v1/session");
    return visitor;
  }

  #watch(page) {
    page.on("pageerror", (error) => this.#complain(`error in the page: ${error.message}`));
    page.on("console", (message) => {
      // A refused request is judged by its answer, below.
      if (message.text().startsWith("Failed to load resource")) return;
      if (["error", "warning"].includes(message.type())) this.#complain(`console: ${message.text()}`);
    });
    page.on("response", (response) => {
      if (response.status() >= 400) this.#refused(response.status(), response.request());
    });
    page.on("requestfailed", (request) => {
      const why = request.failure()?.errorText ?? "";
      // The page moved on before the answer came.
      if (why !== "net::ERR_ABORTED") this.#refused(why, request);
    });
  }

  #complain(words) {
    if (!this.#may_be_said.some((known) => known.test(words))) this.#complaints.push(words);
  }

  #refused(status, request) {
    const path = new URL(request.url()).pathname;
    const known = this.#expected.some(
      (one) => one.status === status && one.method === request.method() && one.path.test(path),
    );
    if (!known) this.#complaints.push(`${request.method()} ${path}: ${status}`);
  }

  /// From now on this refusal is part of the story. `path` may have "*".
  expect(status, method, path) {
    this.#expected.push({ status, method, path: new RegExp(`^${escaped(path).replaceAll("\\*", ".*")}$`) });
  }

  /// From now on the browser may say this, as part of the story.
  expect_said(words) {
    this.#may_be_said.push(words);
  }

  /// Another tab of the same browser.
  async new_tab() {
    const page = await this.context.newPage();
    const tab = new Visitor(`${this.name} in another tab`, this.context, page, this);
    tab.expect(401, "GET", "/v1/session");
    return tab;
  }

  complaints() {
    return this.#complaints.map((one) => `${this.name}: ${one}`);
  }

  // --- Going

  async go(path) {
    await this.page.goto(this.base + path);
  }

  async log_in(username = this.name) {
    await this.go("/app/login");
    await this.log_in_here(username);
    await this.page.waitForURL((url) => !url.pathname.endsWith("/login"));
    await this.heading().waitFor();
  }

  async log_in_here(username, secret = password) {
    await this.write(this.t("login.username"), username);
    await this.write(this.t("login.password"), secret);
    await this.press(this.t("login.submit"));
  }

  /// Presses the link and waits for the page it leads to.
  async follow(link, where = this.page) {
    await where.getByRole("link", { name: link }).first().click();
  }

  /// Opens a child's follow-up from the workbench.
  async open_child(name) {
    await this.go("/app/workbench");
    await this.page.getByRole("link", { name, exact: true }).first().click();
    await this.heading(name).waitFor();
  }

  /// One of the parts of a follow-up: "part.plan".
  async part(word) {
    const nav = this.page.getByRole("navigation", { name: this.t("part.label") });
    await nav.getByRole("link", { name: this.t(word) }).click();
  }

  // --- Doing

  heading(name) {
    return this.page.getByRole("heading", { level: 1, ...(name ? { name } : {}) });
  }

  async press(name, where = this.page) {
    await where.getByRole("button", { name, exact: true }).first().click();
  }

  field(label, where = this.page) {
    return where.getByLabel(new RegExp(`^${escaped(label)}( \\(${escaped(this.t("form.optional"))}\\))?$`)).first();
  }

  async write(label, text, where = this.page) {
    await this.field(label, where).fill(text);
  }

  async choose(label, option, where = this.page) {
    await this.field(label, where).selectOption({ label: option });
  }

  async pick(label, where = this.page) {
    await where.getByLabel(label, { exact: true }).first().check();
  }

  window(title) {
    return this.page.getByRole("dialog", { name: title });
  }

  // --- Seeing

  async sees(text, where = this.page) {
    await where.getByText(text).filter({ visible: true }).first().waitFor();
  }

  async is_told(key, values) {
    await this.page.getByRole("status").getByText(this.t(key, values), { exact: true }).first().waitFor();
  }

  async saved() {
    await this.page.getByRole("status").getByText(this.t("save.saved"), { exact: true }).waitFor();
  }

  /// The text is not there, or goes away soon (the page is being told).
  async does_not_see(text, where = this.page) {
    const shown = where.getByText(text).filter({ visible: true });
    for (let tries = 0; tries < 50 && (await shown.count()) > 0; ++tries) await this.page.waitForTimeout(100);
    assert.equal(await shown.count(), 0, `${this.name} sees "${text}"`);
  }

  /// The page as it stands now: nothing too wide, no serious fault of accessibility; a picture of it when
  /// SAMVEI_PICTURES names a folder.
  async look_over(title) {
    await this.page.waitForLoadState("networkidle");
    const too_wide = await this.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(too_wide <= 0, `${title} is ${too_wide} px too wide at ${this.width}`);
    if (process.env.SAMVEI_PICTURES) await this.picture(process.env.SAMVEI_PICTURES, title);
    await this.page.evaluate(axe_source);
    const found = await this.page.evaluate(() => globalThis.axe.run(document, { resultTypes: ["violations"] }));
    const grave = found.violations.filter((one) => serious.includes(one.impact));
    const told = grave.map((one) => `${one.id}: ${one.nodes.map((node) => node.target.join(" ")).join(" | ")}`);
    assert.deepEqual(told, [], `axe on ${title}`);
  }

  async picture(folder, title) {
    mkdirSync(folder, { recursive: true });
    const file = `${this.name}-${title}-${this.width}`.replace(/[^\p{L}\p{N}-]+/gu, "_");
    await this.page.evaluate(() => scrollTo(0, 0)).catch(() => {});
    await this.page.screenshot({ path: join(folder, `${file}.png`), fullPage: true }).catch(() => {});
  }

  /// Asks the server as this person, with the session of this browser.
  async ask(method, path, body) {
    const { csrf } = await (await this.context.request.get(`${this.base}/v1/session`)).json();
    return this.context.request.fetch(this.base + path, {
      method,
      headers: { "X-Samvei-Csrf": csrf, Accept: "application/json" },
      ...(body === undefined ? {} : { data: body }),
    });
  }
}
