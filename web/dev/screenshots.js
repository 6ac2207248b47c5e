// Pictures of pages at two widths, for looking at, with what the browser and axe complain about:
//   node dev/screenshots.js BASE_URL OUT_FOLDER [PATH...]
import { chromium } from "playwright-core";
import { readFileSync, mkdirSync } from "node:fs";

const [base = "http://127.0.0.1:5180/app", folder = "/tmp/shots", ...paths] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
const axe = readFileSync(new URL("../node_modules/axe-core/axe.min.js", import.meta.url), "utf8");
const browser = await chromium.launch({
  executablePath: "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
});

for (const width of [1280, 390]) {
  const context = await browser.newContext({ viewport: { width, height: width > 600 ? 900 : 844 }, locale: "nb-NO", bypassCSP: false, reducedMotion: "reduce" });
  const page = await context.newPage();
  page.on("console", (message) => ["error", "warning"].includes(message.type()) && console.log(`  console: ${message.text()}`));
  page.on("pageerror", (error) => console.log(`  error: ${error.message}`));
  for (const path of paths) {
    await page.goto(`${base}${path}`, { waitUntil: "networkidle" });
    await page.waitForTimeout(250);
    const name = `${path.replace(/[^a-z0-9]+/gi, "_").replace(/^_|_$/g, "") || "start"}_${width}`;
    await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    if (wide > 0) console.log(`${name}: ${wide} px too wide`);
    await page.evaluate(axe);
    const { violations } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ["violations"] }));
    for (const one of violations) console.log(`${name}: ${one.impact} ${one.id}: ${one.nodes.slice(0, 3).map((node) => node.target).join(" | ")}`);
  }
  await context.close();
}
await browser.close();
