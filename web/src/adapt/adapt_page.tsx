// The workroom where a municipality makes a pathway its own: the map and its forms, what the checker says, trying it
// out, the national update, and publishing. What is written is stored while one writes.
import "./adapt.css";
import { useMemo, useState } from "react";
import { Navigate, Route, Routes, useNavigate, useParams } from "react-router";
import { api } from "../api/client.ts";
import type { PathwayDraft, PathwayRow, PathwayTexts, PathwayVersions, PathwayVocabulary, Pathways } from "../api/names.ts";
import { forget_loaded, use_load } from "../api/use_load.ts";
import { WhenLoaded } from "../shared/loading.tsx";
import { find_saver } from "../shared/savers.ts";
import { use_title } from "../shared/title.ts";
import { use_toast } from "../shared/toasts.tsx";
import { use_autosave } from "../shared/use_autosave.ts";
import type { Stored } from "../shared/saver.ts";
import { use_words } from "../words/use_words.ts";
import { CheckStrip } from "./check_strip.tsx";
import { key_of, parts_of, read_definition, say, type Definition, type Path } from "./definition.ts";
import { rename } from "./definition_edit.ts";
import { DifferencesPart } from "./differences_part.tsx";
import { remember_discarded } from "./discarded.ts";
import { DraftConflict } from "./draft_conflict.tsx";
import { EditPart } from "./edit_part.tsx";
import { EditScope, type Scope, type Writing } from "./edit_scope.tsx";
import { JsonPart } from "./json_part.tsx";
import { marks_of, placed } from "./marks.ts";
import { NoDraft } from "./no_draft.tsx";
import { use_overseer } from "./overseer.ts";
import { DiscardWindow, PublishWindow } from "./publish_windows.tsx";
import { rename_in } from "./scenarios.ts";
import { TryPart } from "./try_part.tsx";
import { UpdatePart } from "./update_part.tsx";
import { use_check } from "./use_check.ts";
import { use_editing, type DraftEdit } from "./use_editing.ts";
import { use_telling } from "./use_telling.ts";
import { WorkHead } from "./work_head.tsx";

export default function AdaptPage() {
  const { pathway = "" } = useParams();
  const overseer = use_overseer();
  const loaded = use_load<PathwayDraft>(overseer ? `/v1/pathway-drafts/${pathway}` : null);
  const vocabulary = use_load<PathwayVocabulary>(overseer ? "/v1/pathway-vocabulary" : null);
  if (!overseer) return <Navigate to={`/pathways/${pathway}`} replace />;
  if (loaded.problem?.status === 404) return <NoDraft pathway={pathway} on_begun={loaded.set} />;
  return (
    <WhenLoaded loaded={loaded}>
      {(draft) => <WhenLoaded loaded={vocabulary}>{(words) => <Workroom key={pathway} draft={draft} vocabulary={words} set={loaded.set} />}</WhenLoaded>}
    </WhenLoaded>
  );
}

interface Props {
  draft: PathwayDraft;
  vocabulary: PathwayVocabulary;
  set: (draft: PathwayDraft) => void;
}

function stored_of({ definition, scenarios, version }: PathwayDraft): Stored<DraftEdit> {
  return { edit: { definition, scenarios }, version };
}

function Workroom({ draft, vocabulary, set }: Props) {
  const { t } = use_words();
  const path = `/v1/pathway-drafts/${draft.pathway}`;
  const stored = useMemo(() => stored_of(draft), [draft]);
  const autosave = use_autosave<DraftEdit, PathwayDraft>(path, stored, {
    save: (edit, version) => api.put<PathwayDraft>(path, { version, ...edit }),
    read: stored_of,
    on_saved: set,
  });
  const editing = use_editing(autosave);
  use_title(t("adapt.title"));
  const conflict = autosave.conflict;
  return (
    <>
      {editing.definition ? (
        <Open draft={draft} vocabulary={vocabulary} set={set} autosave={autosave} editing={editing} definition={editing.definition} />
      ) : (
        <div className="sv-page sv-stack">
          <h1 tabIndex={-1}>{t("adapt.title")}</h1>
          <p className="sv-notice sv-notice--warm">{t("adapt.not_readable")}</p>
          <JsonPart edit={editing.edit} />
        </div>
      )}
      {conflict ? <DraftConflict base={conflict.base} mine={autosave.mine} theirs={conflict.theirs} vocabulary={vocabulary} on_resolve={autosave.resolve} /> : null}
    </>
  );
}

interface OpenProps extends Props {
  autosave: ReturnType<typeof use_autosave<DraftEdit, PathwayDraft>>;
  editing: ReturnType<typeof use_editing>;
  definition: Definition;
}

const no_rows: PathwayRow[] = [];

function Open({ draft, vocabulary, set, autosave, editing, definition }: OpenProps) {
  const { t, language } = use_words();
  const say_done = use_toast();
  const go = useNavigate();
  const [writing, set_writing] = useState<Writing>(language);
  const [window_open, set_window] = useState<"publish" | "discard" | null>(null);
  const check = use_check(editing.edit, draft.base);
  const rows = use_load<Pathways>("/v1/pathways").data?.pathways ?? no_rows;
  const telling = use_telling(definition, vocabulary, rows);
  const published = use_published_ids(draft);
  const base = `/pathways/${draft.pathway}/adapt`;
  const row = rows.find((one) => one.id === draft.pathway);

  // What was found is about the text of a moment ago; it is shown at what stands there now.
  const findings = useMemo(() => placed((check.answer?.findings ?? []).filter((one) => one.fault !== "scenario_failed"), definition, check.of?.definition ?? ""), [check, definition]);
  const marks = useMemo(() => marks_of(findings, check.answer?.differences ?? [], definition), [findings, check, definition]);
  const store = async () => (await autosave.store()).version;

  const scope: Scope = {
    definition,
    vocabulary,
    telling,
    findings,
    marks,
    pathways: rows.filter((one) => one.id !== draft.pathway),
    writing,
    selected: editing.selected,
    select: editing.select,
    change: editing.change,
    may_rename: (part) => !published.has(id_key(definition, part)),
    rename: (part, id) => {
      const found = parts_of(definition).find((one) => key_of(one.path) === key_of(part));
      if (!found) return;
      const { kind } = found;
      const followed = kind === "step" || kind === "stage" || kind === "flag" || kind === "date";
      const scenarios = editing.scenarios && followed ? { scenarios: rename_in(editing.scenarios, kind, found.id, id) } : {};
      editing.change({ definition: rename(definition, part, id), ...scenarios }, t("adapt.did.renamed", { name: id }));
    },
  };

  function show(part: Path) {
    editing.select(part);
    go(base);
  }
  function leave(word: string) {
    find_saver(path_of(draft))?.forget();
    forget_loaded();
    say_done(word);
    go("/pathways");
  }

  return (
    <EditScope value={scope}>
      <div className="sv-page sv-stack sv-adapt">
        <WorkHead
          title={say(definition.title, language) || draft.pathway}
          base={base}
          draft={draft}
          autosave={autosave}
          editing={editing}
          differences={check.answer?.differences.length}
          update={(row?.national_version ?? 0) > draft.base_version}
          on_publish={() => set_window("publish")}
          on_discard={() => set_window("discard")}
        />
        <CheckStrip check={check} base={base} on_go={(finding) => show(finding.path)} />
        <Routes>
          <Route index element={<EditPart on_writing={set_writing} />} />
          <Route path="differences" element={<DifferencesPart differences={check.answer?.differences} base={draft.base} base_version={draft.base_version} on_go={show} />} />
          <Route path="try/*" element={<TryPart base={base} editing={editing} check={check} />} />
          <Route path="update" element={<UpdatePart pathway={draft.pathway} store={store} on_taken={set} />} />
          <Route path="json" element={<JsonPart edit={editing.edit} />} />
          <Route path="*" element={<Navigate to={base} replace />} />
        </Routes>
      </div>
      {window_open === "publish" ? <PublishWindow pathway={draft.pathway} check={check} store={store} on_changed={set} on_close={() => set_window(null)} on_done={() => leave(t("adapt.publish.done"))} /> : null}
      {window_open === "discard" ? (
        <DiscardWindow
          pathway={draft.pathway}
          store={store}
          on_changed={set}
          on_close={() => set_window(null)}
          on_done={() => {
            remember_discarded({ ...draft, ...editing.edit });
            leave(t("adapt.discard.done"));
          }}
        />
      ) : null}
    </EditScope>
  );
}

function path_of(draft: PathwayDraft): string {
  return `/v1/pathway-drafts/${draft.pathway}`;
}

/// "step:wonder": what was published keeps its id.
function id_key(definition: Definition, path: Path): string {
  const part = parts_of(definition).find((one) => key_of(one.path) === key_of(path));
  return part ? key_of_part(part) : "";
}

function key_of_part(part: { kind: string; where: string; id: string }): string {
  return part.kind === "answer" || part.kind === "reason" ? `${part.kind}:${part.where.split(".").slice(-2).join(".")}` : `${part.kind}:${part.id}`;
}

/// What the national version has, and what the municipality has published before.
function use_published_ids(draft: PathwayDraft): ReadonlySet<string> {
  const versions = use_load<PathwayVersions>(`/v1/pathways/${draft.pathway}/versions`).data?.versions ?? [];
  const own = versions.find((version) => version.id !== draft.pathway);
  const last = use_load<PathwayTexts>(own ? `/v1/pathways/${own.id}/versions/${own.version}` : null).data;
  return useMemo(() => {
    const definitions = [draft.base, last?.definition ?? ""].map(read_definition).filter((one) => one !== null);
    return new Set(definitions.flatMap((one) => parts_of(one).map(key_of_part)));
  }, [draft.base, last]);
}
