// Goal: a parent and a sixteen-year-old see the same log in plain words, add their own words, see who has
// looked, and take a consent back. Nothing of a duty assessment ever reaches them.
import assert from "node:assert/strict";
import { stage } from "./stage/stage.mjs";

const journey = stage();
const secret = "Ord som bare Kari skal se igjen";

/// Kari weighs the duty to report about this child; the family must never see a trace of it.
async function weigh_duty(kari, child) {
  const workbench = await (await kari.ask("GET", "/v1/workbench")).json();
  const follow_up = workbench.follow_ups.find((one) => one.child_name === child).id;
  const answer = await kari.ask("POST", "/v1/duty-assessments", {
    grounds: ["abuse_or_neglect"],
    conclusion: "discuss_first",
    note: secret,
    follow_up,
  });
  assert.equal(answer.status(), 201);
}

/// Keeps the text of every answer this person's browser gets from the server.
function keep_answers(visitor) {
  const kept = [];
  visitor.page.on("response", (response) => {
    if (new URL(response.url()).pathname.startsWith("/v1/")) kept.push(response.text().catch(() => ""));
  });
  return async () => (await Promise.all(kept)).join("\n");
}

async function finds_no_trace(visitor, answers) {
  // What stands on the page, also where it is not shown; the names of program files in <head> say nothing.
  const shown = await visitor.page.locator("body").innerHTML();
  const sent = await answers();
  assert.ok(sent.length > 1000, "the answers were kept");
  for (const trace of [secret, "duty", "meldeplikt", "abuse_or_neglect", "discuss_first"]) {
    assert.ok(!sent.toLowerCase().includes(trace.toLowerCase()), `"${trace}" is in an answer`);
    assert.ok(!shown.toLowerCase().includes(trace.toLowerCase()), `"${trace}" is on the page`);
  }
}

for (const width of [1280, 390]) {
  journey(`a mother reads, says something and sees who has looked, at ${width} px`, async ({ enter, log_in }) => {
    const kari = await log_in("kari");
    await weigh_duty(kari, "Emma Solbakken");
    await kari.open_child("Emma Solbakken");
    const mor = await enter("mor", { width });
    const answers = keep_answers(mor);
    await mor.log_in();
    await mor.heading(mor.t("family.about", { name: "Emma" })).waitFor();
    await mor.look_over("family page");
    await mor.sees("Kari Lunde");
    await mor.sees("Emma kommer trygt inn i klassen om morgenen");
    // The same history as the team's, in everyday words.
    const history = mor.page.getByRole("region", { name: mor.t("family.happened") });
    await mor.sees(mor.t("act.meeting_called"), history);
    await mor.sees("Alle møtes og lager en plan sammen: Møtet er holdt, foreldre og Emma var med.", history);
    await mor.does_not_see(mor.t("act.measure_set"), history);
    await mor.sees(mor.t("looks.title"));
    await mor.sees(mor.t("look_ground.holder"));

    const words = `Hun gledet seg til skolen i dag (${width})`;
    await mor.write(mor.t("family.write"), words);
    await mor.press(mor.t("family.send"));
    await mor.is_told("words.said");
    await mor.sees(words);
    await mor.page.getByRole("listitem").filter({ hasText: words }).getByRole("button", { name: mor.t("words.take_back") }).click();
    await mor.is_told("words.taken_back");
    await mor.does_not_see(words);
    await finds_no_trace(mor, answers);

    // What staff have is not there for her, by address or by asking the server.
    const { pathname } = new URL(mor.page.url());
    await mor.go(pathname.replace("/family/", "/follow-ups/"));
    await mor.heading(mor.t("family.about", { name: "Emma" })).waitFor();
    assert.ok([403, 404].includes((await mor.ask("GET", "/v1/duty-assessments")).status()));
    assert.ok([403, 404].includes((await mor.ask("GET", "/v1/workbench")).status()));
    assert.equal(await mor.page.getByRole("button", { name: mor.t("duty.button") }).count(), 0);
  });

  journey(`Sara, sixteen, has her own page, at ${width} px`, async ({ enter, log_in }) => {
    const kari = await log_in("kari");
    await weigh_duty(kari, "Sara Nilsen");
    const sara = await enter("sara", { width });
    const answers = keep_answers(sara);
    await sara.log_in();
    await sara.heading(sara.t("family.hello", { name: "Sara" })).waitFor();
    await sara.look_over("young person's page");
    await sara.sees(sara.t("family.my_team"));
    await sara.sees("Nils Haugen");
    // She lets her mother read, and is told so before she writes.
    await sara.sees(sara.t("family.parents_read"));
    const words = `Torsdager er best (${width})`;
    await sara.write(sara.t("family.write"), words);
    await sara.press(sara.t("family.send"));
    await sara.is_told("words.said");
    await finds_no_trace(sara, answers);

    const nils = await log_in("nils");
    await nils.open_child("Sara Nilsen");
    await nils.part("part.words");
    await nils.sees(words);
  });
}

journey("a mother takes her consent back while kari has the page open", async ({ log_in }) => {
  const kari = await log_in("kari");
  await kari.open_child("Emma Solbakken");
  await kari.part("part.plan");
  await kari.sees("Emma kommer trygt inn i klassen om morgenen");

  const mor = await log_in("mor", { width: 390 });
  await mor.page.getByRole("region", { name: mor.t("family.consent") }).getByRole("button", { name: mor.t("family.take_back") }).click();
  const form = mor.window(mor.t("family.take_back_title"));
  await mor.sees(mor.t("family.take_back_3"), form);
  await mor.look_over("taking the consent back");
  await mor.press(mor.t("family.take_back_yes"), form);
  await mor.is_told("consent.withdrawn");
  await mor.look_over("family page without consent");

  // On the very next request Kari gets the frame only: who leads and what is next, nothing about the child.
  await kari.part("part.history");
  await kari.page.reload();
  await kari.sees(kari.t("frame_only.title"));
  await kari.does_not_see("Emma kommer trygt inn i klassen om morgenen");
  await kari.does_not_see(kari.t("step.do"));
  await kari.look_over("the frame only");
  const seen = await (await kari.ask("GET", new URL(kari.page.url()).pathname.replace("/app/", "/v1/").replace("/history", ""))).json();
  assert.deepEqual([seen.goals, seen.measures, seen.meetings, seen.own_words, seen.timeline].flat(), []);
  assert.equal(seen.reason, undefined);
  // Nils, who does not lead, sees nothing at all.
  const nils = await log_in("nils");
  nils.expect(404, "GET", "/v1/follow-ups/*");
  await nils.does_not_see("Emma Solbakken");
  await nils.go(`/app/follow-ups/${seen.id}`);
  await nils.heading(nils.t("absent.title")).waitFor();

  // The mother says yes again, on the phone with Kari; the work goes on where it was.
  await kari.press(kari.t("consent.new"));
  const anew = kari.window(kari.t("consent.new"));
  await anew.getByLabel(kari.t("consent.said_yes", { name: "Mona Solbakken" })).check();
  await kari.choose(kari.t("consent.how"), kari.t("way.by_phone"), anew);
  await kari.pick("Solvik skole", anew);
  await kari.pick("Skolehelsetjenesten", anew);
  await kari.pick(kari.t("topic.school"), anew);
  await kari.look_over("consent anew");
  await kari.press(kari.t("action.save"), anew);
  await kari.is_told("consent.saved");
  await kari.part("part.plan");
  await kari.sees("Emma kommer trygt inn i klassen om morgenen");
});
