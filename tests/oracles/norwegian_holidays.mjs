// Writes norwegian_holidays_2000_2100.txt: what the npm package date-holidays says of Norway's public holidays.
// `make oracles` installs the package, in the version named there, and runs this. The first line names it;
// then comes one line a year, its days in order. A day that is two holidays stands once.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const packages = process.argv[2];
const require = createRequire(join(packages, "package.json"));
const Holidays = require("date-holidays");
const { version } = JSON.parse(readFileSync(join(packages, "node_modules/date-holidays/package.json"), "utf8"));

const norway = new Holidays("NO");
const lines = [`# npm date-holidays ${version} (CC-BY-3.0), country NO, type public`];
for (let year = 2000; year <= 2100; year++) {
  const days = norway.getHolidays(year).filter((one) => one.type === "public").map((one) => one.date.slice(5, 10));
  lines.push([year, ...new Set(days.sort())].join(" "));
}
writeFileSync(new URL("norwegian_holidays_2000_2100.txt", import.meta.url), lines.join("\n") + "\n");
