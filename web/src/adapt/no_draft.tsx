// The workroom without a draft: nobody has begun one, or it was published or thrown away meanwhile.
import { Button } from "@digdir/designsystemet-react";
import { Link } from "react-router";
import { api } from "../api/client.ts";
import type { PathwayDraft } from "../api/names.ts";
import { problem_text } from "../shared/problem_text.ts";
import { use_action } from "../shared/use_action.ts";
import { use_words } from "../words/use_words.ts";

export function NoDraft({ pathway, on_begun }: { pathway: string; on_begun: (draft: PathwayDraft) => void }) {
  const { t } = use_words();
  const action = use_action();
  async function begin() {
    const draft = await action.run(() => api.post<PathwayDraft>("/v1/pathway-drafts", { pathway }));
    if (draft) on_begun(draft);
  }
  return (
    <div className="sv-page sv-page--narrow sv-stack">
      <h1 tabIndex={-1}>{t("adapt.no_draft.title")}</h1>
      <p className="sv-lead">{t("adapt.no_draft.text")}</p>
      {action.problem ? <p className="sv-notice sv-notice--danger">{problem_text(action.problem, t)}</p> : null}
      <div className="sv-row">
        <Button loading={action.pending} onClick={() => void begin()}>
          {t("adapt.list.adapt")}
        </Button>
        <Link to="/pathways">{t("adapt.list.title")}</Link>
      </div>
    </div>
  );
}
