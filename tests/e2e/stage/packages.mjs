// playwright and axe are packages of web/: one lock file for everything that runs on node.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../../../", import.meta.url));
const of_web = createRequire(new URL("../../../web/package.json", import.meta.url));

export const { chromium } = of_web("playwright-core");
export const axe_source = readFileSync(of_web.resolve("axe-core/axe.min.js"), "utf8");
