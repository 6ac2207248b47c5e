// The two decisions about a pathway: to begin it, on criteria that are true of the child, or not now, with a reason.
import { useState } from "react";
import { CheckField, RadioField } from "../shared/fields.tsx";
import { Icon } from "../shared/icons.tsx";
import { use_words } from "../words/use_words.ts";
import { ChangeWindow } from "./change_window.tsx";
import type { OfferedPathway } from "./offered.ts";

interface Props {
  open: boolean;
  on_close: () => void;
  pathway: OfferedPathway;
}

const as_choice = ({ id, text }: { id: string; text: string }) => ({ value: id, label: text });

export function BeginWindow({ open, on_close, pathway }: Props) {
  const { t } = use_words();
  const [criteria, set_criteria] = useState<string[]>([]);
  const known = pathway.start?.criteria ?? [];
  return (
    <ChangeWindow
      open={open}
      on_close={on_close}
      title={t("begin.window", { pathway: pathway.title })}
      submit_label={t("begin.begin")}
      to="/pathways"
      input={{ pathway: pathway.id, criteria }}
      reason={{ label: t("begin.reason"), help: t("run.family_reads"), optional: true }}
      dated={t("begin.first_date")}
      done={t("begin.begun")}
      on_done={() => set_criteria([])}
    >
      {known.length > 0 ? (
        <CheckField
          name="criteria"
          label={t("begin.criteria")}
          help={t("begin.criteria_help")}
          value={criteria}
          on_change={set_criteria}
          choices={known.map(as_choice)}
        />
      ) : null}
      {pathway.start?.in_doubt ? (
        <div className="sv-notice">
          <Icon name="info" />
          <p>{pathway.start.in_doubt}</p>
        </div>
      ) : null}
    </ChangeWindow>
  );
}

export function NotNowWindow({ open, on_close, pathway }: Props) {
  const { t } = use_words();
  const [reason, set_reason] = useState("");
  return (
    <ChangeWindow
      open={open}
      on_close={on_close}
      title={t("begin.not_now_title", { pathway: pathway.title })}
      submit_label={t("action.save")}
      to="/pathways/not-started"
      input={{ pathway: pathway.id, reason }}
      needed={{ reason }}
      reason={{ name: "text", label: t("begin.not_now_text"), help: t("run.family_reads") }}
      done={t("begin.not_now_done")}
      on_done={() => set_reason("")}
    >
      <p className="sv-soft">{t("begin.not_now_why")}</p>
      <RadioField
        name="reason"
        label={t("begin.not_now_reason")}
        value={reason}
        on_change={set_reason}
        choices={(pathway.start?.not_started_reasons ?? []).map(as_choice)}
      />
    </ChangeWindow>
  );
}
