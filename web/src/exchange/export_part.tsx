// The directory as files, and where others' programs read what is published.
import { Button } from "@digdir/designsystemet-react";
import { useEffect, useState } from "react";
import { api } from "../api/client.ts";
import { YesField } from "../shared/fields.tsx";
import { problem_text } from "../shared/problem_text.ts";
import { use_action } from "../shared/use_action.ts";
import { use_words } from "../words/use_words.ts";

interface Made {
  name: string;
  address: string;
}

/// Files in memory, until the page is left or others are made.
function use_made_files(): [Made[], (files: Record<string, string>, type: string) => void] {
  const [made, set_made] = useState<Made[]>([]);
  useEffect(() => () => made.forEach((file) => URL.revokeObjectURL(file.address)), [made]);
  const make = (files: Record<string, string>, type: string) =>
    set_made(Object.entries(files).map(([name, text]) => ({ name, address: URL.createObjectURL(new Blob([text], { type })) })));
  return [made, make];
}

export function ExportPart() {
  const { t } = use_words();
  const action = use_action();
  const [staff, set_staff] = useState(false);
  const [files, make] = use_made_files();
  const address = (format: string) => `/v1/offer-exports?format=${format}${staff ? "&readers=staff" : ""}`;

  async function write(format: "tables" | "nested" | "csv") {
    const answer = await action.run(() => api.get<unknown>(address(format)));
    if (answer === undefined) return;
    if (format === "csv") make((answer as { files: Record<string, string> }).files, "text/csv");
    else make({ [`hsds_${format}.json`]: JSON.stringify(answer, null, 1) }, "application/json");
  }

  return (
    <section className="sv-card sv-stack" aria-labelledby="export">
      <h2 id="export">{t("exchange.export")}</h2>
      <p>{t("exchange.export_text")}</p>
      <YesField label={t("exchange.staff")} help={t("exchange.staff_help")} value={staff} on_change={set_staff} />
      <div className="sv-row">
        {(["tables", "nested", "csv"] as const).map((format) => (
          <Button key={format} variant="secondary" loading={action.pending} onClick={() => void write(format)}>
            {t(`exchange.format.${format}`)}
          </Button>
        ))}
      </div>
      {action.problem ? (
        <p role="alert" className="sv-notice sv-notice--danger">
          {problem_text(action.problem, t)}
        </p>
      ) : null}
      <div role="status">
        {files.length > 0 ? (
          <>
            <p className="sv-strong">{t("exchange.ready")}</p>
            <ul className="sv-exchange-names">
              {files.map((file) => (
                <li key={file.name}>
                  <a href={file.address} download={file.name}>
                    {file.name}
                  </a>
                </li>
              ))}
            </ul>
          </>
        ) : null}
      </div>
      <p>
        {t("exchange.api")} <a href="/hsds/services">/hsds/services</a>
      </p>
    </section>
  );
}
