// The definition and its scenarios as they are stored, to look at and to copy.
import { Button } from "@digdir/designsystemet-react";
import { Icon } from "../shared/icons.tsx";
import { use_toast } from "../shared/toasts.tsx";
import { use_words } from "../words/use_words.ts";
import type { DraftEdit } from "./use_editing.ts";

export function JsonPart({ edit }: { edit: DraftEdit }) {
  const { t } = use_words();
  return (
    <section className="sv-card sv-stack" aria-labelledby="as-json">
      <h2 id="as-json">{t("adapt.tab.json")}</h2>
      <p className="sv-soft">{t("adapt.json.text")}</p>
      <JsonText title="pathway.json" text={edit.definition} />
      <JsonText title="scenarios.json" text={edit.scenarios} />
    </section>
  );
}

function JsonText({ title, text }: { title: string; text: string }) {
  const { t } = use_words();
  const say = use_toast();
  async function copy() {
    await navigator.clipboard.writeText(text);
    say(t("adapt.json.copied"));
  }
  return (
    <div className="sv-stack sv-stack--small">
      <div className="sv-row sv-row--between">
        <h3>{title}</h3>
        <Button variant="secondary" data-size="sm" onClick={() => void copy()} aria-label={`${t("adapt.json.copy")}: ${title}`}>
          <Icon name="note" /> {t("adapt.json.copy")}
        </Button>
      </div>
      <pre className="sv-json" tabIndex={0} aria-label={title}>
        {text}
      </pre>
    </div>
  );
}
