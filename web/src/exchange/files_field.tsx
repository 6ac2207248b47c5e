// One or more files, by pressing or by dropping them; several are told by name.
import { Field, Label, ValidationMessage } from "@digdir/designsystemet-react";
import { useEffect, useRef } from "react";
import { use_field } from "../shared/form.tsx";
import { use_words } from "../words/use_words.ts";

export function FilesField({ files, on_change }: { files: File[]; on_change: (files: File[]) => void }) {
  const { t } = use_words();
  const { id, fault } = use_field("files", t("exchange.files"));
  const input = useRef<HTMLInputElement>(null);
  // What the browser shows as chosen is what is chosen: nothing, once it has been imported.
  useEffect(() => {
    if (files.length === 0 && input.current) input.current.value = "";
  }, [files]);
  return (
    <Field className="sv-field">
      <Label>{t("exchange.files")}</Label>
      <Field.Description>{t("exchange.files_help")}</Field.Description>
      <input
        id={id}
        ref={input}
        type="file"
        className="ds-input sv-exchange-file"
        accept=".json,.csv,application/json,text/csv"
        multiple
        aria-invalid={fault ? true : undefined}
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
