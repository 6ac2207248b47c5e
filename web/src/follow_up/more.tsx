// What is done more seldom: another level, closing, taking back the last step, printing.
import { Button } from "@digdir/designsystemet-react";
import { useState } from "react";
import { api } from "../api/client.ts";
import type { FollowUp } from "../api/names.ts";
import { Icon } from "../shared/icons.tsx";
import { Window } from "../shared/window.tsx";
import { problem_text } from "../shared/problem_text.ts";
import { use_words } from "../words/use_words.ts";
import { CloseWindow } from "./close_window.tsx";
import { LevelWindow } from "./level_window.tsx";
import { use_follow_up, use_send } from "./scope.tsx";

export function More() {
  const { t } = use_words();
  const { follow_up, path, may } = use_follow_up();
  const { action, send } = use_send();
  const [open, set_open] = useState<"menu" | "level" | "close" | null>(null);
  const close = () => set_open(null);
  // A pathway that the main one has gone on in may have no levels to choose from.
  const has_levels = follow_up.pathway.some((stage) => stage.level !== undefined && stage.level !== follow_up.level);

  async function undo() {
    const done = await send(() => api.post<FollowUp>(`${path}/undo`, { version: follow_up.version }), t("step.undone"));
    if (done) close();
  }

  function print() {
    close();
    setTimeout(() => window.print(), 100);
  }

  return (
    <>
      <Button variant="secondary" data-size="sm" aria-haspopup="dialog" onClick={() => set_open("menu")} className="sv-more-button">
        {t("more.button")}
      </Button>
      <Window open={open === "menu"} title={t("more.title")} on_close={close}>
        {action.problem ? <p className="sv-notice sv-notice--danger">{problem_text(action.problem, t)}</p> : null}
        <ul className="sv-list sv-actions">
          {may("lead") && follow_up.state === "open" ? (
            <>
              {has_levels ? (
                <li>
                  <button type="button" onClick={() => set_open("level")}>
                    <Icon name="arrow" />
                    <span>
                      <strong>{t("level.change")}</strong>
                      <small>{t("level.change_help")}</small>
                    </span>
                  </button>
                </li>
              ) : null}
              <li>
                <button type="button" onClick={() => set_open("close")}>
                  <Icon name="check" />
                  <span>
                    <strong>{t("close.title")}</strong>
                    <small>{t("close.help")}</small>
                  </span>
                </button>
              </li>
            </>
          ) : null}
          {may("undo") ? (
            <li>
              <button type="button" disabled={action.pending} onClick={() => void undo()}>
                <Icon name="undo" />
                <span>
                  <strong>{t("step.undo")}</strong>
                  <small>{follow_up.pathways.length > 1 ? follow_up.pathways[0]?.title : t("step.undo_help")}</small>
                </span>
              </button>
            </li>
          ) : null}
          <li>
            <button type="button" onClick={print}>
              <Icon name="print" />
              <span>
                <strong>{t("more.print")}</strong>
                <small>{t("more.print_help")}</small>
              </span>
            </button>
          </li>
        </ul>
      </Window>
      <LevelWindow open={open === "level"} on_close={close} />
      <CloseWindow open={open === "close"} on_close={close} />
    </>
  );
}
