// One or more files, by pressing or by dropping them; what is chosen is told by name.
import { Field, Label, ValidationMessage } from "@digdir/designsystemet-react";
import { use_field } from "../shared/form.tsx";
import { use_words } from "../words/use_words.ts";

export function FilesField({ files, on_change }: { files: File[]; on_change: (files: File[]) => void }) {
  const { t } = use_words();
  const { id, fault } = use_field("files", t("exchange.files"));
  return (
    <Field className="sv-field">
      <Label>{t("exchange.files")}</Label>
      <Field.Description>{t("exchange.files_help")}</Field.Description>
      <input
        id={id}
        type="file"
        className="ds-input sv-exchange-file"
        accept=".json,.csv,application/json,text/csv"
        multiple
        aria-invalid={fault ? true : undefined}
        key={files.length === 0 ? "none" : "some"}
        onChange={(event) => {
          const chosen = Array.from(event.target.files ?? []);
          if (chosen.length > 0) on_change(chosen);
        }}
      />
      {fault ? <ValidationMessage>{fault}</ValidationMessage> : null}
      {files.length > 1 ? (
        <ul className="sv-exchange-names">
          {files.map((file) => (
            <li key={file.name}>{file.name}</li>
          ))}
        </ul>
      ) : null}
    </Field>
  );
}
