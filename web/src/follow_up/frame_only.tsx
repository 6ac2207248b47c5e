// No consent covers the one who looks: only the frame is shown, and why.
import { Icon } from "../shared/icons.tsx";
import { use_words } from "../words/use_words.ts";

export function FrameOnly() {
  const { t } = use_words();
  return (
    <section className="sv-card sv-stack sv-stack--small">
      <h2>
        <Icon name="lock" /> {t("frame_only.title")}
      </h2>
      <p>{t("frame_only.text")}</p>
      <p className="sv-soft">{t("frame_only.what_now")}</p>
    </section>
  );
}
