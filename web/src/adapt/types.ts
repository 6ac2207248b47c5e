// What the server says of a municipality's own pathways: the rows of the list, drafts, what the checker found, what
// an imagined case led to. Definitions and scenarios travel as JSON texts, so that line and column fit what is edited.

export interface PathwayRow {
  id: string;
  title: string;
  summary?: string;
  used_as: "early_concern" | "shared_log" | "beside";
  steps: number;
  stages: number;
  source: string;
  evidence: string;
  owner: string;
  review_by: string;
  review_passed: boolean;
  unverified: number;
  national_version: number;
  own?: OwnVersion;
  draft?: { version: number; changed_at: string; changed_by: string };
  update_available: boolean;
  in_use: { id: string; version: number };
}

export interface OwnVersion {
  version: number;
  based_on_version: number;
  published_at: string;
  published_by: string;
  note: string;
  retired: boolean;
}

export interface PathwayRows {
  pathways: PathwayRow[];
}

export interface VersionRow {
  id: string;
  version: number;
  published_at?: string;
  published_by?: string;
  note?: string;
  in_use: boolean;
}

export interface VersionRows {
  versions: VersionRow[];
}

export interface PathwayVersion {
  id: string;
  version: number;
  definition: string;
  scenarios: string;
}

export interface PathwayDraft {
  pathway: string;
  version: number;
  definition: string;
  scenarios: string;
  base: string;
  base_version: number;
  changed_at: string;
  changed_by: string;
}

/// A word and what it is called; some lists of the vocabulary hold the words alone.
export interface Titled {
  id: string;
  title: string;
}

export interface VocabularySetting {
  key: string;
  label: string;
  unit?: string;
  choices?: { word: string; label: string }[];
}

export interface Vocabulary {
  roles: Titled[];
  unit_kinds: Titled[];
  settings: VocabularySetting[];
  step_kinds: string[];
  due_units: string[];
  due_from: string[];
  leads: string[];
  arenas: string[];
}

export interface Finding {
  fault: string;
  where: string;
  why: string;
}

export interface ScenarioOutcome {
  situation: string;
  where: string;
  holds: boolean;
  wrong: string[];
}

export type DifferenceKind = "added" | "removed" | "changed" | "moved";

export interface Difference {
  kind: DifferenceKind;
  path: string;
  stage: string;
  step: string;
  field: string;
  before: string;
  after: string;
}

export interface CheckAnswer {
  sound: boolean;
  findings: Finding[];
  scenarios: ScenarioOutcome[];
  differences: Difference[];
}

export interface UpdateChange {
  by: "us" | "them" | "both_alike" | "both_differently";
  path: string;
  stage: string;
  step: string;
  field: string;
  base: string;
  ours: string;
  theirs: string;
}

export interface NationalUpdate {
  from_version: number;
  to_version: number;
  changes: UpdateChange[];
}

export interface TrialOpen {
  step: string;
  title: string;
  track?: string;
  track_title?: string;
  due_on?: string;
  overdue: boolean;
  who: string;
  waits_for?: string;
}

export interface TrialStep {
  id: string;
  title: string;
  kind: string;
  who: string;
  state: "done" | "next" | "open" | "possible" | "skipped" | "left_out";
  track?: string;
  track_title?: string;
  done_on?: string;
  may_skip: boolean;
  answers: { id: string; label: string; leads: string; to?: string }[];
}

export interface TrialStage {
  id: string;
  title: string;
  state: "passed" | "here" | "possible";
  steps: TrialStep[];
}

export interface TrialWarning {
  text: string;
  step?: string;
  say?: string;
}

export interface TrialAnswer {
  refused?: { code: string; message: string };
  ended: boolean;
  continues_in?: string;
  stage: string;
  next?: TrialOpen;
  open: TrialOpen[];
  warnings: TrialWarning[];
  stages: TrialStage[];
}
