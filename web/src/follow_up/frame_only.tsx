// No consent covers the one who looks: only the frame is shown, and why. The holder can still record a new
// consent or close the follow-up, so that nothing stands still.
import { Button } from "@digdir/designsystemet-react";
import { useState } from "react";
import { Icon } from "../shared/icons.tsx";
import { use_words } from "../words/use_words.ts";
import { CloseWindow } from "./close_window.tsx";
import { NewConsentWindow } from "./new_consent_window.tsx";
import { use_follow_up } from "./scope.tsx";

export function FrameOnly() {
  const { t } = use_words();
  const { follow_up, may } = use_follow_up();
  const [open, set_open] = useState<"consent" | "close" | null>(null);
  const close = () => set_open(null);
  return (
    <section className="sv-card sv-stack sv-stack--small">
      <h2>
        <Icon name="lock" /> {t("frame_only.title")}
      </h2>
      <p>{t("frame_only.text")}</p>
      <p className="sv-soft">{t("frame_only.what_now")}</p>
      {may("lead") && follow_up.state === "open" ? (
        <div className="sv-row">
          <Button variant="secondary" onClick={() => set_open("consent")}>
            <Icon name="plus" /> {t("consent.new")}
          </Button>
          <Button variant="tertiary" onClick={() => set_open("close")}>
            {t("close.title")}
          </Button>
        </div>
      ) : null}
      <NewConsentWindow open={open === "consent"} on_close={close} />
      <CloseWindow open={open === "close"} on_close={close} />
    </section>
  );
}
