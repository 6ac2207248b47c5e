// The switch for suspicion of violence or abuse. It changes which steps there are, so it is saved at once.
import { Switch } from "@digdir/designsystemet-react";
import { use_words } from "../words/use_words.ts";
import type { ConcernEdit } from "./concern_edit.ts";

interface Props {
  edit: ConcernEdit;
  change: (part: Partial<ConcernEdit>) => void;
  flush: () => Promise<boolean>;
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
