// The pathways that children can be on here: the national ones, the municipality's own, and drafts being worked on.
// Leaders and BTI coordinators adapt them from here; everybody else may look.
import "./pathways.css";
import { Button } from "@digdir/designsystemet-react";
import { useState } from "react";
import { useNavigate } from "react-router";
import { api } from "../api/client.ts";
import type { PathwayDraft, PathwayRow, Pathways } from "../api/names.ts";
import { forget_loaded, use_load } from "../api/use_load.ts";
import { Icon } from "../shared/icons.tsx";
import { WhenLoaded } from "../shared/loading.tsx";
import { problem_text } from "../shared/problem_text.ts";
import { use_title } from "../shared/title.ts";
import { use_toast } from "../shared/toasts.tsx";
import { use_action } from "../shared/use_action.ts";
import { use_words } from "../words/use_words.ts";
import { forget_discarded, last_discarded } from "./discarded.ts";
import { use_overseer } from "./overseer.ts";
import { PathwayCard } from "./pathway_card.tsx";
import { RetireWindow } from "./retire_window.tsx";

const uses = ["early_concern", "shared_log", "beside"] as const;

export default function PathwaysPage() {
  const { t } = use_words();
  const overseer = use_overseer();
  const loaded = use_load<Pathways>("/v1/pathways");
  const [retiring, set_retiring] = useState<PathwayRow | null>(null);
  use_title(t("adapt.list.title"));

  function replace(row: PathwayRow) {
    const rows = loaded.data?.pathways ?? [];
    loaded.set({ pathways: rows.map((one) => (one.id === row.id ? row : one)) });
    set_retiring(null);
  }

  return (
    <WhenLoaded loaded={loaded}>
      {({ pathways }) => (
        <div className="sv-page sv-stack">
          <div>
            <h1 tabIndex={-1}>{t("adapt.list.title")}</h1>
            <p className="sv-lead">{overseer ? t("adapt.list.lead") : t("adapt.list.lead_reader")}</p>
          </div>
          <Discarded />
          {uses.map((use) => {
            const rows = pathways.filter((row) => row.used_as === use);
            if (rows.length === 0) return null;
            return (
              <section key={use} className="sv-stack" aria-labelledby={`use-${use}`}>
                <div>
                  <h2 id={`use-${use}`}>{t(`adapt.used_as.${use}`)}</h2>
                  <p className="sv-soft">{t(`adapt.used_as_text.${use}`)}</p>
                </div>
                <ul className="sv-list sv-pathway-list">
                  {rows.map((row) => (
                    <li key={row.id}>
                      <PathwayCard row={row} overseer={overseer} on_retire={() => set_retiring(row)} />
                    </li>
                  ))}
                </ul>
              </section>
            );
          })}
          {retiring ? <RetireWindow row={retiring} on_close={() => set_retiring(null)} on_done={replace} /> : null}
        </div>
      )}
    </WhenLoaded>
  );
}

/// A draft that was thrown away a moment ago can be had back.
function Discarded() {
  const { t } = use_words();
  const say = use_toast();
  const go = useNavigate();
  const action = use_action();
  const [draft, set_draft] = useState(last_discarded);
  if (!draft) return null;

  async function bring_back(old: PathwayDraft) {
    const back = await action.run(async () => {
      const begun = await api.post<PathwayDraft>("/v1/pathway-drafts", { pathway: old.pathway });
      const { definition, scenarios } = old;
      return api.put<PathwayDraft>(`/v1/pathway-drafts/${old.pathway}`, { version: begun.version, definition, scenarios });
    });
    if (!back) return;
    forget_discarded();
    forget_loaded();
    set_draft(null);
    say(t("adapt.discard.back"));
    go(`/pathways/${old.pathway}/adapt`);
  }

  return (
    <div className="sv-notice" role="status">
      <Icon name="undo" />
      <div className="sv-stack sv-stack--small">
        <p>{t("adapt.discard.gone")}</p>
        {action.problem ? <p role="alert">{problem_text(action.problem, t)}</p> : null}
        <div>
          <Button variant="secondary" data-size="sm" loading={action.pending} onClick={() => void bring_back(draft)}>
            {t("adapt.discard.undo")}
          </Button>
        </div>
      </div>
    </div>
  );
}
