// What a file of journeys stands on: one town for the file, one browser, and for each journey the people
// who are in it. A journey that fails leaves pictures of every page in test-output/.
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { chromium, root } from "./packages.mjs";
import { Town } from "./town.mjs";
import { Visitor } from "./visitor.mjs";

const pictures_of_failures = join(root, "test-output");
const journey_ms = 300_000;

function browser_program() {
  const named = process.env.SAMVEI_BROWSER ?? "/usr/bin/chromium";
  if (!existsSync(named)) throw new Error(`no browser at ${named}: apt-get install chromium, or SAMVEI_BROWSER`);
  return named;
}

export function launch() {
  return chromium.launch({
    executablePath: browser_program(),
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-dev-shm-usage"],
  });
}

/// journey(name, play): play gets { town, enter(name, options), log_in(username, options) }.
export function stage() {
  let town;
  let browser;
  before(async () => {
    process.once("SIGTERM", () => process.exit(143));
    process.once("SIGINT", () => process.exit(130));
    town = await Town.open();
    browser = await launch();
  });
  after(async () => {
    await browser?.close();
    await town?.close();
  });

  return function journey(name, play) {
    test(name, { timeout: journey_ms }, async () => {
      const cast = [];
      const enter = async (who, options) => {
        const visitor = await Visitor.enter(browser, town.base, who, options);
        cast.push(visitor);
        return visitor;
      };
      const log_in = async (username, options) => {
        const visitor = await enter(username, options);
        await visitor.log_in();
        return visitor;
      };
      try {
        await play({ town, enter, log_in });
        assert.deepEqual(cast.flatMap((visitor) => visitor.complaints()), [], "the browser complains");
      } catch (fault) {
        for (const visitor of cast) await visitor.picture(pictures_of_failures, name);
        const also = cast.flatMap((visitor) => visitor.complaints());
        if (also.length > 0) console.error(also.join("\n"));
        throw fault;
      } finally {
        for (const visitor of cast) await visitor.context.close();
      }
    });
  };
}
