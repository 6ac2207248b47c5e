// Goal: whoever asks for help on the public pages finds it: a child in crisis, a grandmother, a teacher.
import assert from "node:assert/strict";
import { createServer } from "node:http";
import { ask_for_help, card, cards, leaves_no_trace, names_found, public_words, words_seen } from "./stage/searcher.mjs";
import { stage } from "./stage/stage.mjs";

const journey = stage();
const away = "https://www.yr.no/";
const crisis_numbers = ["113", "116117", "116111", "116123"];
// Words that are written otherwise in nynorsk, and stand in no name.
const bokmål_words = [
  "ikke", "jeg", "hva", "hvem", "hvor", "hvordan", "noen", "noe", "fra", "mer", "uten", "trenger", "dere", "skolen", "siden",
  "åpent", "åpen", "åpner", "nå", "bare", "kommuner", "uke", "dager", "hjelpetelefoner", "henvisning", "passer", "foreldrene",
];

/// Hands somebody else's page out, on an origin of its own; answers with its address.
async function serve_elsewhere(html) {
  const server = createServer((_, response) => response.setHeader("Content-Type", "text/html").end(html));
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  return { address: `http://localhost:${server.address().port}/`, close: () => server.close() };
}

for (const width of [390, 1280]) {
  journey(`a child at night who does not want to live, at ${width} px`, async ({ enter }) => {
    const child = await enter("child", { width });
    const words = public_words("nb");
    const requests = [];
    child.page.on("request", (request) => requests.push(request.url()));
    await child.go("/");
    await child.look_over("start");
    await ask_for_help(child, { text: "jeg vil ikke leve mer" });

    // The numbers come before anything else, each large enough for a thumb, on the first screen.
    const urgent = child.page.getByRole("region", { name: words.urgent_title });
    const top_of_answers = (await child.heading().boundingBox()).y;
    for (const number of crisis_numbers) {
      const box = await urgent.locator(`a[href="tel:${number}"]`).boundingBox();
      assert.ok(box.height >= 44 && box.width >= 150, `${number} is ${box.width} × ${box.height}`);
      assert.ok(box.y + box.height < Math.min(top_of_answers, child.page.viewportSize().height), `${number} is far down`);
    }
    await child.look_over("in crisis");

    // Nobody is sent to a closed door.
    const found = await cards(child).allInnerTexts();
    assert.ok(found.length >= 4);
    for (const text of found) assert.ok(!text.includes(words.closed_now), text);
    assert.ok(found[0].includes(words.open_always), found[0]);
    assert.deepEqual(await child.page.locator(".sv-hit h3:has(+ ul:empty)").count(), 0, "a heading without a reason");

    assert.equal(child.page.url(), `${child.base}/find`);
    for (const url of requests) assert.ok(!/leve|ikke/.test(decodeURIComponent(url)), url);
    await child.follow(words.crisis_all, urgent);
    await child.heading(words.crisis_page_title).waitFor();
    for (const number of [...crisis_numbers, "112"]) assert.ok(await child.page.locator(`main a[href="tel:${number}"]`).first().isVisible());
    await child.look_over("help lines");
    await leaves_no_trace(child, requests);

    // Back to the answers, as anybody does; then somebody comes into the room.
    await child.page.goBack();
    await urgent.waitFor();
    await child.context.route(`${away}**`, (route) => route.fulfill({ contentType: "text/html", body: "<title>yr</title>" }));
    const drawn = [];
    await child.page.exposeFunction("drawn", (title) => drawn.push(title));
    await child.page.addInitScript((base) => {
      addEventListener("DOMContentLoaded", () => {
        if (location.origin === base && !document.documentElement.hidden) globalThis.drawn(document.title);
      });
    }, child.base);
    await child.page.keyboard.press("Escape");
    await child.page.keyboard.press("Escape");
    await child.page.waitForURL(away);
    await child.page.goBack().catch(() => null);
    await child.page.waitForURL(away);
    assert.deepEqual(drawn, [], "drawn by Back");
  });

  journey(`a worried grandmother in nynorsk, at ${width} px`, async ({ enter }) => {
    const grandmother = await enter("grandmother", { width, language: "nn" });
    const words = public_words("nn");
    await grandmother.go("/");
    assert.deepEqual(await words_seen(grandmother, bokmål_words), []);
    await ask_for_help(grandmother, { text: "barnebarnet mitt på 8 år vil ikkje på skulen", place: "Solvik" });
    const understood = "Vi leitar etter hjelp med å ikkje klare å gå på skulen for ein på 8 år i Solvik.";
    await grandmother.sees(understood);
    const names = await names_found(grandmother);
    assert.equal(names[0], "Nærværsteamet");
    assert.ok(names.slice(0, 4).includes("Skulehelsetenesta, 1.–7. trinn"), names.join(", "));
    const first = card(grandmother, "Nærværsteamet");
    for (const reason of ["Hjelper med å ikkje klare å gå på skulen", "For dei mellom 6 og 15 år", "Finst i Solvik"]) {
      await grandmother.sees(reason, first);
    }
    // She asks for another: nobody says "you" of the child.
    await grandmother.sees(words.no_referral_other, first);
    await first.getByText(words.find_then).click();
    assert.ok((await first.locator("ol > li").filter({ visible: true }).count()) >= 3);
    assert.deepEqual(await words_seen(grandmother, bokmål_words), []);
    await grandmother.look_over("grandmother's answers");

    // Larger letters: the same answers, also the age that stood in what she wrote.
    await grandmother.follow(words.text_larger);
    await grandmother.sees(understood);
    assert.equal((await names_found(grandmother))[0], "Nærværsteamet");
    assert.equal(await grandmother.page.evaluate(() => getComputedStyle(document.documentElement).fontSize), "20px");
    await grandmother.look_over("grandmother's answers, large");

    await grandmother.follow("Nærværsteamet");
    await grandmother.heading("Nærværsteamet").waitFor();
    const then = grandmother.page.getByRole("region", { name: words.offer_then });
    assert.ok((await then.getByRole("listitem").count()) >= 3);
    assert.deepEqual(await words_seen(grandmother, bokmål_words), []);
    await grandmother.look_over("an offer, large");
    await grandmother.page.goBack();
    await grandmother.sees(understood);

    // On paper: the steps that are folded away too, and the numbers; nothing to press.
    await grandmother.page.emulateMedia({ media: "print" });
    for (const unprinted of [".sv-head", ".sv-leave", ".sv-foot", ".sv-change"]) {
      assert.equal(await grandmother.page.locator(unprinted).isVisible(), false, unprinted);
    }
    assert.ok(await grandmother.page.locator(".sv-lines a[href='tel:116111']").isVisible());
    assert.ok(await first.locator("ol > li").first().isVisible(), "steps on paper");
    assert.ok((await grandmother.page.pdf({ format: "A4" })).length > 10_000);
  });

  journey(`a teacher who is worried about a pupil, at ${width} px`, async ({ enter }) => {
    const teacher = await enter("teacher", { width });
    const words = public_words("nb");
    await teacher.go("/");
    await ask_for_help(teacher, { text: "bekymra for en elev med angst", who: "professional", age: "14", place: "Solvik" });
    await teacher.sees("med angst og bekymring for en på 14 år i Solvik.");
    const hospital = card(teacher, "BUP – psykisk helsevern for barn og unge");
    await hospital.getByText(/henvis\p{L}+ (av|fra) barnevern, fastlege og andre fagfolk/u).first().waitFor();
    await teacher.look_over("teacher's answers");
    await teacher.follow("Skolehelsetjenesten, ungdomsskolen");
    await teacher.heading("Skolehelsetjenesten, ungdomsskolen").waitFor();
    await teacher.sees(/^Sist kontrollert \d+\. \p{L}+ \d{4} av /u);
    await teacher.look_over("an offer");
    // Back from an offer is the answers again, not the browser's question about sending a form twice.
    await teacher.page.goBack();
    await hospital.waitFor();

    // From a theme: a link that can be sent to a colleague.
    await teacher.follow(words.nav_find);
    await teacher.follow("Jeg klarer ikke å gå på skolen");
    await teacher.page.waitForURL("**/find?theme=school_absence&lang=nb");
    await teacher.look_over("from a theme");

    // What there is in the municipality.
    await teacher.follow(words.nav_municipalities);
    await teacher.look_over("municipalities");
    await teacher.page.getByLabel(words.places_search).fill("solvik");
    await teacher.press(words.places_button);
    await teacher.follow("Solvik", teacher.page.getByRole("region", { name: words.name_found }));
    await teacher.heading("Hjelp i Solvik").waitFor();
    await teacher.look_over("a municipality");
    await teacher.follow("Mobbing", teacher.page.locator("main"));
    await teacher.sees("Vi leter etter hjelp med mobbing i Solvik.");
  });

  journey(`the small search in a page of the municipality's own, at ${width} px`, async ({ enter }) => {
    const words = public_words("nb");
    const reader = await enter("reader", { width });
    await reader.go("/embed?municipality=9901");
    await reader.look_over("embedded");
    const frame_html = `<iframe title="Finn hjelp" src="${reader.base}/embed?municipality=9901" style="width:100%;height:30rem;border:0"></iframe>`;
    const elsewhere = await serve_elsewhere(`<!doctype html><html lang="nb"><meta name="viewport" content="width=device-width"><title>Solvik</title>${frame_html}`);
    try {
      await reader.page.goto(elsewhere.address);
      const frame = reader.page.frameLocator("iframe");
      await frame.getByLabel(words.ask_label).fill("jeg får ikke sove");
      await frame.getByRole("button", { name: words.ask_button }).click();
      await reader.page.waitForURL(`${reader.base}/find`);
      await reader.sees("Vi leter etter hjelp med søvn i Solvik.");
    } finally {
      elsewhere.close();
    }
  });

  journey(`a no says why and where to begin, and nothing found is not the end, at ${width} px`, async ({ enter }) => {
    const asker = await enter("asker", { width });
    const words = public_words("nb");
    await asker.go("/");
    await ask_for_help(asker, { text: "helsestasjon for ungdom", age: "7", place: "Solvik" });
    const no = asker.page.locator(".sv-refused");
    await asker.sees("Dette er for dem som er 13 år eller eldre.", no);
    await asker.sees(words.instead, no);
    await asker.look_over("a no");
    await asker.follow("Skolehelsetjenesten, 1.–7. trinn", no);
    await asker.heading("Skolehelsetjenesten, 1.–7. trinn").waitFor();

    await asker.go("/");
    await ask_for_help(asker, { text: "qwertyuiop" });
    await asker.heading(words.empty_title).waitFor();
    assert.equal(await cards(asker).count(), 0);
    await asker.look_over("nothing found");
    await asker.follow("Jeg får ikke sove");
    assert.ok((await cards(asker).count()) >= 3);
  });
}
