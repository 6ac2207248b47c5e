// A file is chosen and looked at; only what was seen is imported.
import { Button } from "@digdir/designsystemet-react";
import { useId, useRef, useState } from "react";
import { api, type FieldFault } from "../api/client.ts";
import type { ImportDryRun, ImportDryRunInput, ImportInput, ImportRun, Language } from "../api/names.ts";
import { missing, Form } from "../shared/form.tsx";
import { SelectField, TextField, YesField } from "../shared/fields.tsx";
import { use_toast } from "../shared/toasts.tsx";
import { use_action } from "../shared/use_action.ts";
import { use_words } from "../words/use_words.ts";
import { DryRunView } from "./dry_run_view.tsx";
import { FilesField } from "./files_field.tsx";
import { package_of } from "./package_file.ts";

interface Seen {
  input: ImportDryRunInput;
  run: ImportDryRun;
}

export function ImportPart({ sources, on_imported }: { sources: string[]; on_imported: () => void }) {
  const { t } = use_words();
  const say = use_toast();
  const action = use_action();
  const [source, set_source] = useState("");
  const [language, set_language] = useState<Language | "">("nb");
  const [files, set_files] = useState<File[]>([]);
  const [publish, set_publish] = useState(false);
  const [retire, set_retire] = useState(false);
  const [faults, set_faults] = useState<FieldFault[]>([]);
  const [seen, set_seen] = useState<Seen>();
  const heading = useRef<HTMLHeadingElement>(null);
  const list = useId();

  /// What was seen holds only for what it was seen of.
  function changed<Value>(set: (value: Value) => void): (value: Value) => void {
    return (value) => {
      set(value);
      set_seen(undefined);
    };
  }

  function show(next: Seen) {
    set_seen(next);
    setTimeout(() => heading.current?.focus(), 0);
  }

  async function look() {
    const lacking = missing(t, { source: source.trim(), files });
    set_faults(lacking);
    if (lacking.length > 0) return;
    const chosen = await Promise.all(files.map(async (file) => ({ name: file.name, bytes: await file.arrayBuffer() })));
    const read = package_of(chosen);
    if ("wrong" in read) {
      set_faults([{ path: "files", code: read.wrong, message: t(`exchange.wrong.${read.wrong}`) }]);
      return;
    }
    const input: ImportDryRunInput = {
      source: source.trim(),
      language: language === "" ? "nb" : language,
      package: read.text,
      publish,
      when_gone: retire ? "retire" : "keep",
    };
    const run = await action.run(() => api.post<ImportDryRun>("/v1/offer-imports/dry-run", input));
    if (run) show({ input, run });
  }

  async function import_seen({ input, run }: Seen) {
    const send: ImportInput = { ...input, digest: run.digest };
    const done = await action.run(async () => {
      try {
        return await api.post<ImportRun>("/v1/offer-imports", send);
      } catch (problem) {
        // Somebody was there before: what would happen now is shown in its place.
        const now = (problem as { current?: unknown }).current as ImportDryRun | undefined;
        if (now) show({ input, run: now });
        throw problem;
      }
    });
    if (!done) return;
    set_seen(undefined);
    set_files([]);
    say(t("exchange.imported", { created: done.created, changed: done.changed }));
    on_imported();
  }

  return (
    <section className="sv-card sv-stack" aria-labelledby="import">
      <h2 id="import">{t("exchange.import")}</h2>
      <p>{t("exchange.import_text")}</p>
      <Form problem={action.problem} faults={faults} on_submit={() => void look()}>
        <TextField
          name="source"
          label={t("exchange.source")}
          help={t("exchange.source_help")}
          value={source}
          max_length={100}
          on_change={changed(set_source)}
        />
        {sources.length > 0 ? (
          <div className="sv-choices" role="group" aria-label={t("exchange.sources")} id={list}>
            {sources.map((one) => (
              <button key={one} type="button" className="sv-chip" aria-pressed={source === one} onClick={() => changed(set_source)(one)}>
                {one}
              </button>
            ))}
          </div>
        ) : null}
        <FilesField files={files} on_change={changed(set_files)} />
        <SelectField
          name="language"
          label={t("exchange.language")}
          value={language}
          choices={(["nb", "nn", "en"] as const).map((code) => ({ value: code, label: t(`offers.language.${code}`) }))}
          on_change={changed(set_language)}
        />
        <YesField label={t("exchange.publish")} help={t("exchange.publish_help")} value={publish} on_change={changed(set_publish)} />
        <YesField label={t("exchange.retire")} help={t("exchange.retire_help")} value={retire} on_change={changed(set_retire)} />
        <div>
          <Button type="submit" variant={seen ? "secondary" : "primary"} loading={action.pending && !seen}>
            {t("exchange.look")}
          </Button>
        </div>
      </Form>
      {seen ? (
        <DryRunView run={seen.run} heading={heading}>
          <Button loading={action.pending} disabled={!seen.run.can_be_imported} onClick={() => void import_seen(seen)}>
            {t("exchange.import_do")}
          </Button>
        </DryRunView>
      ) : null}
    </section>
  );
}
