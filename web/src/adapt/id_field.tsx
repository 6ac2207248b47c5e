// The id of a part: made from its bokmål title, changed by nobody but a person, and only while it is new.
import { Button } from "@digdir/designsystemet-react";
import { useId, useState, type FormEvent } from "react";
import { use_words } from "../words/use_words.ts";
import type { Path } from "./definition.ts";
import { id_pattern, taken_ids } from "./definition_edit.ts";
import { use_scope } from "./edit_scope.tsx";

export function IdField({ path, id }: { path: Path; id: string }) {
  const { t } = use_words();
  const { definition, may_rename, rename } = use_scope();
  const fault_id = useId();
  const [typed, set_typed] = useState<string | null>(null);
  if (!may_rename(path)) {
    return (
      <p className="sv-small sv-soft">
        {t("adapt.id.fixed")} <code>{id}</code>
      </p>
    );
  }
  const wish = typed ?? id;
  const fault = !id_pattern.test(wish) ? t("adapt.id.bad") : wish !== id && taken_ids(definition, path).includes(wish) ? t("adapt.id.taken") : "";

  function submit(event: FormEvent) {
    event.preventDefault();
    if (fault || wish === id) return;
    rename(path, wish);
    set_typed(null);
  }
  return (
    <form className="sv-id-form" onSubmit={submit}>
      <label className="sv-field">
        <span className="ds-label">{t("adapt.id.label")}</span>
        <span className="sv-hint">{t("adapt.id.help")}</span>
        <input className="ds-input" value={wish} aria-invalid={fault ? true : undefined} aria-describedby={fault_id} spellCheck={false} onChange={(event) => set_typed(event.target.value)} />
      </label>
      <span id={fault_id} className="sv-missing" role="status">
        {fault}
      </span>
      {typed !== null && typed !== id ? (
        <Button type="submit" variant="secondary" data-size="sm" disabled={fault !== ""}>
          {t("adapt.id.change")}
        </Button>
      ) : null}
    </form>
  );
}
