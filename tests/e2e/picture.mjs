// The picture in the README: Sara's follow-up as the school nurse sees it. Made anew with
//   node tests/e2e/picture.mjs        (the same server and browser as the journeys)
import { statSync } from "node:fs";
import { join } from "node:path";
import { root } from "./stage/packages.mjs";
import { launch } from "./stage/stage.mjs";
import { Town } from "./stage/town.mjs";
import { Visitor } from "./stage/visitor.mjs";

const file = join(root, "docs/picture.png");
const size_max = 300_000;
const size = { width: 1280, height: 1330 };

const town = await Town.open();
const browser = await launch();
try {
  const nils = await Visitor.enter(browser, town.base, "nils");
  await nils.log_in();
  await nils.page.setViewportSize(size);
  await nils.open_child("Sara Nilsen");
  await nils.page.waitForLoadState("networkidle");
  await nils.page.evaluate(() => {
    document.activeElement?.blur();
    scrollTo(0, 0);
  });
  await nils.page.screenshot({ path: file });
} finally {
  await browser.close();
  await town.close();
}
const bytes = statSync(file).size;
console.log(`${file}: ${bytes} bytes`);
if (bytes > size_max) process.exitCode = 1;
