// The switch for suspicion of violence or abuse. It changes which steps there are, so it is saved at once. And
// the warning that stands wherever one could otherwise be led to the parents.
import { Button, Switch } from "@digdir/designsystemet-react";
import { use_duty } from "../duty/duty.tsx";
import { Icon } from "../shared/icons.tsx";
import { use_words } from "../words/use_words.ts";
import type { ConcernEdit } from "./concern_edit.ts";

interface Props {
  edit: ConcernEdit;
  change: (part: Partial<ConcernEdit>) => void;
  flush: () => Promise<unknown>;
  read_only: boolean;
}

export function Violence({ edit, change, flush, read_only }: Props) {
  const { t } = use_words();
  if (read_only) return null;
  return (
    <section className={edit.suspicion_of_violence ? "sv-card sv-violence sv-violence--on" : "sv-card sv-violence"}>
      <Switch
        label={t("violence.switch")}
        description={t("violence.switch_help")}
        checked={edit.suspicion_of_violence}
        onChange={(event) => {
          change({ suspicion_of_violence: event.target.checked });
          void flush();
        }}
      />
    </section>
  );
}

export function ViolenceWarning() {
  const { t } = use_words();
  const duty = use_duty();
  return (
    <div className="sv-notice sv-notice--danger" role="alert">
      <Icon name="alert" />
      <div className="sv-stack sv-stack--small">
        <div>
          <h2>{t("violence.warning_title")}</h2>
          <p>{t("violence.warning_text")}</p>
        </div>
        <div className="sv-row">
          <Button data-color="danger" onClick={duty.open}>
            {t("duty.title")}
          </Button>
          <a href="tel:112">{t("violence.call_112")}</a>
          <a href="tel:116111">{t("violence.call_116111")}</a>
        </div>
      </div>
    </div>
  );
}
