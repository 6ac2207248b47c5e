// Answers for looking at the pages while the server is not built. Only for development: invented people,
// nothing is stored. The product always talks to the real server.
import { readFileSync } from "node:fs";

const content = (path) => JSON.parse(readFileSync(new URL(`../../content/${path}`, import.meta.url), "utf8"));
const day = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const at = (days, time = "08:30") => `${day(days)}T${time}:00Z`;
const id = (name) => name.padEnd(26, "0");

function pathway(here_level, next_step, language) {
  const definition = content("pathways/bti/pathway.json");
  return definition.stages.map((stage) => {
    const state = stage.level === here_level ? "here" : stage.level < here_level ? "passed" : "possible";
    let before = state !== "possible";
    const steps = stage.steps.map((step) => {
      const next = state === "here" && step.id === next_step;
      if (next) before = false;
      const left_out = Boolean(step.when_flag);
      const done = before && !left_out && !(state === "here" && !next_step);
      return {
        id: step.id,
        title: step.title[language],
        plain_title: step.plain_title[language],
        what: step.what[language],
        who: step.who,
        state: next ? "next" : left_out ? "left_out" : done ? "done" : "possible",
        ...(done ? { done_on: day(-20) } : {}),
      };
    });
    return {
      id: stage.id, level: stage.level, title: stage.title[language], plain_title: stage.plain_title[language],
      meaning: stage.meaning[language], state, steps, ...(state === "possible" ? {} : { entered_on: day(-30) }),
    };
  });
}

function next_step(step_id, due, language) {
  const definition = content("pathways/bti/pathway.json");
  const step = definition.stages.flatMap((stage) => stage.steps).find((one) => one.id === step_id);
  return {
    step: step.id, title: step.title[language], plain_title: step.plain_title[language], what: step.what[language],
    how: step.how[language], who: step.who, why: step.why[language], tools: step.tools.map((tool) => tool[language]),
    kind: step.kind, source: step.source, due_on: day(due), overdue: due < 0, open_since: day(-9),
    answers: (step.answers ?? []).map((one) => ({ id: one.answer ?? one.id, label: one.label[language], leads: one.leads, to: one.to })),
  };
}

const member = (key, name, more) => ({
  id: id(`m${key}`), kind: "staff", account: id(`a${key}`), name, holder: false, covered: true, left: false, since: day(-40), ...more,
});
const team = [
  member(1, "Ingrid Solbakken", { profession: "school_nurse", unit: id("u2"), unit_name: "Skolehelsetjenesten", holder: true }),
  member(2, "Jonas Berge", { profession: "teacher", unit: id("u1"), unit_name: "Solvik skole" }),
  member(3, "Maryam Haddad", { profession: "ppt_adviser", unit: id("u3"), unit_name: "PPT Solvik" }),
  member(4, "Tor Arne Lien", { profession: "social_worker", unit: id("u4"), unit_name: "Familiens hus" }),
  member(5, "Hanne Moen", { kind: "guardian", account: undefined }),
  member(6, "Pål Moen", { kind: "guardian", account: undefined }),
  member(7, "Nora Moen", { kind: "child", account: undefined }),
];
const session_of = (role) => ({
  account: id("a1"), name: role === "family" ? "Nora Moen" : "Ingrid Solbakken", language: "nb", csrf: "x", acting: id("k1"),
  memberships: [
    { id: id("k1"), municipality_number: "9999", municipality_name: "Solvik", role, profession: role === "family" ? "young_person" : "school_nurse",
      ...(role === "family" ? {} : { unit: id("u2"), unit_name: "Skolehelsetjenesten", unit_kind: "school_health" }) },
    ...(role === "family" ? [] : [{ id: id("k2"), municipality_number: "9999", municipality_name: "Solvik", unit: id("u1"), unit_name: "Solvik skole", unit_kind: "school", role: "leader", profession: "leader" }]),
  ],
});
const goals = [
  { id: id("g1"), version: 1, title: "Jeg vil være på skolen hele dagen, to dager i uka", why: "Nora savner vennene sine og vil være med på musikktimen.", childs_own: true, state: "active" },
  { id: id("g2"), version: 1, title: "Sove bedre", why: "", childs_own: false, state: "reached" },
];
const measures = [
  { id: id("t1"), version: 1, goal: id("g1"), what: "Nora møter Jonas ved porten, og de går inn sammen fem minutter før det ringer.", responsible: id("m2"), responsible_name: "Jonas Berge", due_on: day(-2), evaluate_on: day(12), state: "under_way", effect: "not_evaluated", overdue: true },
  { id: id("t2"), version: 1, goal: id("g1"), what: "Eget rom å trekke seg tilbake til i storefri.", responsible: id("m2"), responsible_name: "Jonas Berge", due_on: day(-20), evaluate_on: day(-5), state: "done", effect: "good", evaluation: "Nora bruker rommet to ganger i uka og sier at det hjelper å vite at det finnes.", overdue: false },
  { id: id("t3"), version: 1, goal: id("g2"), what: "Skjerm ut av soverommet klokka ti.", responsible: id("m5"), responsible_name: "Hanne Moen", due_on: day(-25), evaluate_on: day(-10), state: "done", effect: "some", overdue: false },
];
const meetings = [
  { id: id("x1"), version: 2, starts_at: at(3, "12:00"), place: "Solvik skole, rom 204", agenda: ["Hva Nora vil si", "Hvordan gikk de to første ukene?", "Veien videre"], invited: team.map((one) => one.id), attended: [], minutes: "", state: "called" },
  { id: id("x2"), version: 4, starts_at: at(-20, "11:00"), place: "Solvik skole", agenda: ["Hva er viktig for Nora?"], invited: team.map((one) => one.id), attended: team.map((one) => one.id), minutes: "Nora fortalte hva som er vanskelig om morgenen. Vi ble enige om å begynne med to dager.", state: "held" },
];
const own_words = [
  { id: id("w1"), capacity: "child", name: "Nora Moen", text: "Det er verst i gangen før timen. Når jeg først er inne, går det greit.", said_at: at(-6), mine: false },
  { id: id("w2"), capacity: "guardian", name: "Hanne Moen", text: "Vi ser at hun gleder seg til musikken. Kan vi legge dagene rundt den?", said_at: at(-9), mine: false },
];
const consents = [
  { id: id("c1"), person: id("p1"), giver_name: "Nora Moen", who: "child", given_on: day(-38), how: "in_person", language: "nb", interpreter: false, units: [id("u1"), id("u2"), id("u3")], unit_names: ["Solvik skole", "Skolehelsetjenesten", "PPT Solvik"], purposes: ["cooperation", "information_sharing"], topics: ["school", "wellbeing", "health"], valid_until: day(320), state: "in_force", mine: false },
];
const timeline = [
  { at: at(-2), act: "date_set", by_name: "Ingrid Solbakken", unit_name: "Skolehelsetjenesten", text: "Jonas var syk, vi trenger en uke til." },
  { at: at(-6), act: "said", by_name: "Nora Moen" },
  { at: at(-20, "11:40"), act: "decided", by_name: "Ingrid Solbakken", unit_name: "Skolehelsetjenesten", text: "Nora møter Jonas ved porten." },
  { at: at(-20, "11:00"), act: "step_done", by_name: "Ingrid Solbakken", unit_name: "Skolehelsetjenesten", text: "Samarbeidsmøte" },
  { at: at(-40), act: "opened", by_name: "Jonas Berge", unit_name: "Solvik skole", text: "Nora er mye borte fra skolen." },
];

function follow_up(language) {
  return {
    id: id("f1"), version: 7, reference: "SOL-2041", state: "open", frame_only: false, level: 2, level_name: "Nivå 2: Samarbeid mellom to tjenester",
    child: { id: id("p1"), name: "Nora Moen", birth_date: "2010-03-04", age: 16 }, reason: "Nora er mye borte fra skolen. Hun og foreldrene ønsker at skolen og helsesykepleier samarbeider.",
    holder: team[0], i_hold: true, next_step: next_step("carry_out_joint", 5, language), breaks: ["team_member_left"],
    pathway: pathway(2, "carry_out_joint", language), team, guardians: [
      { id: id("p2"), name: "Hanne Moen", relation: "mother", parental_responsibility: true, phone: "900 00 000" },
      { id: id("p3"), name: "Pål Moen", relation: "father", parental_responsibility: true }],
    consents, goals, measures, meetings, own_words, timeline, may: ["lead", "contribute", "undo"], opened_on: day(-40),
  };
}

const counted = (title, [open, broken, overdue, due_this_week, waiting], more) => ({ title, open, broken, overdue, due_this_week, waiting, ...more });
const bti = "Bedre tverrfaglig innsats (BTI)";
const phbu = "Henvisning til PHBU/BUP";
const break_row = (key, reference, more) => ({ follow_up: id(key), reference, holder_name: "Ingrid Solbakken", unit_name: "Skolehelsetjenesten", level: 2, breaks: [], next_title: "Gjennomfør tiltakene", next_pathway: bti, pathways: [bti], since: day(-12), due_on: day(5), days_overdue: 0, candidates: [], ...more });
const board = () => ({
  ...counted("", [14, 3, 3, 4, 2]), wanted: 14,
  by_pathway: [counted(bti, [14, 3, 3, 4, 2], { pathway: "bti" }), counted(phbu, [3, 1, 1, 0, 2], { pathway: "referral_phbu" })],
  by_unit: [counted("Solvik skole", [8, 2, 1, 3, 0], { unit: id("s1") }), counted("Skolehelsetjenesten", [6, 1, 2, 1, 2], { unit: id("s2") })],
  pathways: [{ pathway: "referral_phbu", title: phbu, open: 3, ended: 1, not_started: [{ reason: "helped_near", text: "Hjelp nær barnet er nok nå.", count: 2 }] }],
  rows: [
    break_row("f7", "SOL-1987", { holder_name: undefined, unit_name: "Solvik skole", level: 3, breaks: ["no_accepted_holder", "date_passed"], next_title: "Tverrfaglig møte", due_on: day(-16), days_overdue: 16, escalated_title: "Koordinerende enhet" }),
    break_row("f2", "SOL-2033", { breaks: ["date_passed"], next_title: "Svar fra PHBU", next_pathway: phbu, pathways: [bti, phbu], waits_for_title: "Spesialisthelsetjenesten", due_on: day(-3), days_overdue: 3 }),
    break_row("f8", "SOL-2050", { holder_name: "Jonas Berge", unit_name: "Solvik skole", breaks: ["consent_ended", "offer_unanswered"], next_title: "Evaluer", due_on: day(11) }),
    break_row("f1", "SOL-2041", {})],
});
const summary = (key, child_name, more) => ({ id: id(key), child_name, level: 2, level_name: "Nivå 2: Samarbeid mellom to tjenester", state: "open", holder_name: "Ingrid Solbakken", i_hold: true, overdue: false, breaks: [], ...more });

/// The answer for one request; undefined when there is none.
export function answer(method, path, role, language) {
  if (path === "/v1/session") return session_of(role);
  if (path.startsWith("/v1/session/")) return session_of(role);
  if (path.startsWith("/v1/guides/")) return content(`guidelines/${path.slice(11)}.json`);
  if (path === "/v1/units") {
    const unit = (key, name, kind, members) => ({ id: id(key), name, kind, members });
    const person = (key, name, profession) => ({ account: id(key), name, profession, role: "professional" });
    return { units: [
      unit("u4", "Familiens hus", "mental_health_team", [person("a4", "Tor Arne Lien", "social_worker")]),
      unit("u3", "PPT Solvik", "ppt", [person("a3", "Maryam Haddad", "ppt_adviser"), person("a9", "Eirik Vold", "ppt_adviser")]),
      unit("u2", "Skolehelsetjenesten", "school_health", [person("a1", "Ingrid Solbakken", "school_nurse")]),
      unit("u1", "Solvik skole", "school", [person("a2", "Jonas Berge", "teacher")])] };
  }
  if (path === "/v1/workbench") {
    return { today: day(0),
      due: [
        { kind: "next_step", about: id("f2"), label: "Emil Aas", title: "Ta kontakt med tjenesten som trengs", due_on: day(-3), overdue: true },
        { kind: "meeting", about: id("f1"), label: "Nora Moen", title: "Møte på Solvik skole, rom 204", due_on: day(1), overdue: false },
        { kind: "next_step", about: id("f1"), label: "Nora Moen", title: "Gjennomfør tiltakene", due_on: day(5), overdue: false },
        { kind: "early_concern", about: id("e1"), label: "friminuttene", title: "Del undringen med en kollega eller leder", due_on: day(9), overdue: false }],
      offers: [{ id: id("o1"), follow_up: id("f3"), child_name: "Sara Nilsen", from_name: "Jonas Berge", message: "Sara har begynt på ungdomsskolen, og det meste skjer hos dere nå. Hun vil gjerne at det er deg.", offered_at: at(-1) }],
      follow_ups: [
        summary("f2", "Emil Aas", { next_title: "Ta kontakt med tjenesten som trengs", due_on: day(-3), overdue: true }),
        summary("f1", "Nora Moen", { next_title: "Gjennomfør tiltakene", due_on: day(5) }),
        summary("f4", "Ali Hassan", { i_hold: false, holder_name: "Maryam Haddad", next_title: "Evaluer samarbeidet og tiltakene", due_on: day(24), level: 3, level_name: "Nivå 3: Samarbeid mellom flere tjenester" }),
        summary("f5", "Thea Strand", { state: "closed", holder_name: undefined })],
      early_concerns: [
        { id: id("e1"), label: "friminuttene", level: 0, state: "open", next_title: "Del undringen med en kollega eller leder", due_on: day(9), overdue: false },
        { id: id("e2"), label: "mandager", level: 1, state: "ended", overdue: false }] };
  }
  if (path.startsWith("/v1/early-concerns")) {
    return { id: id("e1"), version: 3, label: "friminuttene", facts: "Sitter alene på benken ved gymsalen i storefri. Tre dager denne uka.", answers: { how_long: "Siden høstferien." }, suspicion_of_violence: false, level: 1, state: "open", created_at: at(-6),
      next_step: next_step("first_meeting", 9, language), pathway: pathway(1, "first_meeting", language).slice(0, 2),
      discussions: [{ id: id("d1"), with_service: "PPT Solvik", held_on: day(-3), advice: "Se hvem som er i nærheten, og spør barnet hva det helst vil." }],
      measures: [{ id: id("q1"), version: 1, what: "Aktivitetsleder inviterer med i ballspill.", who: "Aktivitetsleder", due_on: day(4), evaluate_on: day(20), state: "planned", effect: "not_evaluated" }] };
  }
  if (path === "/v1/consent-needs") {
    return { age: 16, log_opens_at_level: 2, needs: [
      { who: "child", need: "consent", reason: "Fra 16 år samtykker den unge selv.", legal_basis: "pasient- og brukerrettighetsloven § 4-3", evidence: "verified" },
      { who: "every_guardian", need: "heard", reason: "Foreldre med foreldreansvar skal høres så langt den unge vil.", legal_basis: "barnelova § 30", evidence: "background" }] };
  }
  if (path.startsWith("/v1/duty-assessments")) return { assessments: [{ id: id("z1"), made_at: at(-4), grounds: ["abuse_or_neglect"], conclusion: "discuss_first", note: "Drøftet uten navn." }] };
  if (path.endsWith("/access-log")) return { looks: [
    { at: at(0, "07:10"), name: "Ingrid Solbakken", unit_name: "Skolehelsetjenesten", profession: "school_nurse", purpose: "holder", what: "follow_up" },
    { at: at(-1), name: "Jonas Berge", unit_name: "Solvik skole", profession: "teacher", purpose: "team", what: "follow_up" },
    { at: at(-2), name: "Hanne Moen", profession: "guardian", purpose: "guardian", what: "follow_up" }] };
  if (path === "/v1/breaks") return board();
  if (path === "/v1/settings") return { version: 0, may_edit: true, settings: content("rules/settings.json").settings.map((one) => ({
    key: one.key, kind: one.kind, label: one.label[language], help: one.help[language], verified: one.verified, choices: (one.choices ?? []).map((choice) => choice.word),
    ...(one.default === null ? {} : { default: String(one.default) }), ...(one.example == null ? {} : { example: String(one.example) }),
    ...(one.min == null ? {} : { min: one.min, max: one.max }), ...(one.source ? { source: one.source } : {}) })) };
  if (path === "/v1/family/follow-ups") return { follow_ups: [summary("f1", "Nora Moen", {})] };
  if (path.startsWith("/v1/family/")) {
    const whole = follow_up(language);
    return { ...whole, i_am: "child", child_name: "Nora Moen", level_plain: "To tjenester hjelper sammen", level_meaning: "Skolen og en tjeneste til hjelper sammen.",
      own_words: own_words.map((one) => ({ ...one, mine: one.capacity === "child" })), consents: consents.map((one) => ({ ...one, mine: true })) };
  }
  if (path.startsWith("/v1/follow-ups") || path.startsWith("/v1/baton-offers")) return follow_up(language);
  return undefined;
}
