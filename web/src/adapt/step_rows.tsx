// The lists that a step can have: who is told when it is late, and what is different in a kindergarten, a school, a
// health centre.
import { Button } from "@digdir/designsystemet-react";
import { Icon } from "../shared/icons.tsx";
import { use_words } from "../words/use_words.ts";
import { arena_word, unit_word } from "./adapt_words.ts";
import type { Path, Step } from "./definition.ts";
import { insert, put, take_out } from "./definition_edit.ts";
import { ChoiceField, NumberField, RoleField, RowTools, SentenceField, SentenceRows } from "./edit_fields.tsx";
import { use_scope } from "./edit_scope.tsx";
import { escalation_in_words } from "./value_words.ts";

interface Props {
  path: Path;
  step: Step;
}

export function EscalationRows({ path, step }: Props) {
  const { t } = use_words();
  const { definition, vocabulary, telling, change } = use_scope();
  const rows = step.escalate ?? [];
  const list = [...path, "escalate"];
  const later = (rows[rows.length - 1]?.after ?? 0) + 5;
  return (
    <div className="sv-stack">
      <p className="sv-soft sv-small">{t("adapt.escalate.help")}</p>
      {rows.map((row, place) => (
        <section key={place} className="sv-edit-part" aria-label={escalation_in_words(row, telling)}>
          <div className="sv-row sv-row--between">
            <p className="sv-strong">{escalation_in_words(row, telling)}</p>
            <RowTools path={[...list, place]} name={escalation_in_words(row, telling)} />
          </div>
          <div className="sv-pair">
            <NumberField path={[...list, place, "after"]} label={t("adapt.escalate.after")} />
            <ChoiceField path={[...list, place, "unit"]} label={t("adapt.due.unit")} choices={vocabulary.due_units.map((unit) => ({ value: unit, label: unit_word(t, unit) }))} />
          </div>
          <RoleField path={[...list, place, "to"]} label={t("adapt.escalate.to")} />
        </section>
      ))}
      <Button
        variant="tertiary"
        data-size="sm"
        className="sv-add"
        onClick={() => change({ definition: insert(definition, list, rows.length, { after: later, unit: "working_days", to: "leader" }) }, t("adapt.escalate.add"))}
      >
        <Icon name="plus" /> {t("adapt.escalate.add")}
      </Button>
    </div>
  );
}

export function ArenaForms({ path, step }: Props) {
  const { t } = use_words();
  const { definition, vocabulary, change } = use_scope();
  const arenas = step.arenas ?? {};
  const known = [...new Set([...vocabulary.arenas, ...Object.keys(arenas)])];
  return (
    <div className="sv-stack">
      <p className="sv-soft sv-small">{t("adapt.arenas.help")}</p>
      {known.map((arena) => {
        const here: Path = [...path, "arenas", arena];
        const name = arena_word(t, arena);
        if (!arenas[arena]) {
          return (
            <Button key={arena} variant="tertiary" data-size="sm" className="sv-add" onClick={() => change({ definition: put(definition, here, {}) }, t("adapt.did.added", { name }))}>
              <Icon name="plus" /> {t("adapt.arenas.add", { arena: name })}
            </Button>
          );
        }
        const last = Object.keys(arenas).length === 1;
        return (
          <section key={arena} className="sv-edit-part" aria-label={name}>
            <div className="sv-row sv-row--between">
              <p className="sv-strong">{name}</p>
              <Button
                variant="tertiary"
                data-size="sm"
                aria-label={`${t("adapt.remove")}: ${name}`}
                onClick={() => change({ definition: take_out(definition, last ? [...path, "arenas"] : here) }, t("adapt.did.removed", { name }))}
              >
                {t("adapt.remove")}
              </Button>
            </div>
            <SentenceField path={[...here, "how"]} label={t("adapt.field.how")} optional />
            <SentenceRows path={[...here, "tools"]} label={t("adapt.field.tools")} button={t("adapt.tools.add")} />
          </section>
        );
      })}
    </div>
  );
}
