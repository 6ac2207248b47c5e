// Goal: on a slow phone line the public pages come soon: few bytes, few requests, small pages that stand still. Bytes and
// requests must hold; times are printed, as a machine may be busy.
import assert from "node:assert/strict";
import { stage } from "./stage/stage.mjs";

const journey = stage();
const bytes_max = 60 * 1024;
const requests_max = 12;
const nodes_max = 1500;
const shift_max = 0.1;
// 400 kbit/s and 400 ms: what Lighthouse calls slow 3G.
const slow_line = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 };
const first_words_ms = 5000;

// The municipalities are all in one page, so that it can be read and searched in without scripts; they need no more.
const paths = ["/", "/find?theme=sleep&municipality=9901", "/offers/solvik_school_health_primary", "/crisis", "/municipalities", "/municipalities/9901"];

/// What a first visit costs, in a browser that has been nowhere.
async function visit(visitor, path) {
  const cdp = await visitor.context.newCDPSession(visitor.page);
  await cdp.send("Network.enable");
  await cdp.send("Network.setCacheDisabled", { cacheDisabled: true });
  await cdp.send("Network.emulateNetworkConditions", slow_line);
  let bytes = 0;
  let requests = 0;
  cdp.on("Network.requestWillBeSent", () => ++requests);
  cdp.on("Network.loadingFinished", (event) => (bytes += event.encodedDataLength));
  await visitor.page.addInitScript(() => {
    globalThis.shift = 0;
    new PerformanceObserver((list) => {
      for (const one of list.getEntries()) globalThis.shift += one.value;
    }).observe({ type: "layout-shift", buffered: true });
  });
  await visitor.go(path);
  await visitor.page.waitForLoadState("networkidle");
  const seen = await visitor.page.evaluate(() => ({
    nodes: document.getElementsByTagName("*").length,
    shift: globalThis.shift,
    first_words: performance.getEntriesByName("first-contentful-paint")[0]?.startTime,
  }));
  return { bytes, requests, ...seen };
}

for (const width of [390, 1280]) {
  for (const path of paths) {
    journey(`${path} is small and quick, at ${width} px`, async ({ enter }) => {
      const visitor = await enter("on a slow line", { width });
      const cost = await visit(visitor, path);
      const soon = `${Math.round(cost.first_words)} ms to the first words${cost.first_words > first_words_ms ? ", which is LATE" : ""}`;
      console.log(`${path} at ${width} px: ${cost.bytes} bytes, ${cost.requests} requests, ${cost.nodes} elements, ${soon}`);
      assert.ok(cost.bytes > 1000 && cost.bytes <= bytes_max, `${cost.bytes} bytes`);
      assert.ok(cost.requests >= 2 && cost.requests <= requests_max, `${cost.requests} requests`);
      assert.ok(cost.nodes <= nodes_max, `${cost.nodes} elements`);
      assert.ok(cost.shift < shift_max, `the page moves by ${cost.shift}`);
    });
  }
}
