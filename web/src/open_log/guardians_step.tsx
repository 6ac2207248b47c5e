// The grown-ups who care for the child, and which of them hold parental responsibility.
import { Button } from "@digdir/designsystemet-react";
import type { Guardian } from "../api/names.ts";
import { SelectField, TextField, YesField } from "../shared/fields.tsx";
import { Icon } from "../shared/icons.tsx";
import { use_words } from "../words/use_words.ts";
import { empty_giver, empty_guardian, type GuardianDraft } from "./log_draft.ts";
import type { StepProps } from "./open_log_page.tsx";

const relations: Guardian["relation"][] = ["mother", "father", "co_mother", "foster_parent", "other"];
const most_guardians = 4;

export function GuardiansStep({ draft, change }: StepProps) {
  const { t } = use_words();

  function set(place: number, part: Partial<GuardianDraft>) {
    change({ guardians: draft.guardians.map((one, index) => (index === place ? { ...one, ...part } : one)) });
  }
  function add() {
    change({ guardians: [...draft.guardians, empty_guardian()], guardians_give: [...draft.guardians_give, empty_giver()] });
  }
  function take_out(place: number) {
    change({
      guardians: draft.guardians.filter((_, index) => index !== place),
      guardians_give: draft.guardians_give.filter((_, index) => index !== place),
    });
  }

  return (
    <>
      <p className="sv-soft">{t("log.guardians_help")}</p>
      {draft.guardians.map((guardian, place) => (
        <fieldset key={place} className="sv-person-box">
          <legend>{t("log.guardian_number", { number: place + 1 })}</legend>
          <div className="sv-stack">
            <div className="sv-pair">
              <TextField name={`guardians.${place}.given_name`} label={t("person.given_name")} max_length={100} value={guardian.given_name} on_change={(given_name) => set(place, { given_name })} />
              <TextField name={`guardians.${place}.family_name`} label={t("person.family_name")} max_length={100} value={guardian.family_name} on_change={(family_name) => set(place, { family_name })} />
            </div>
            <div className="sv-pair">
              <SelectField
                name={`guardians.${place}.relation`}
                label={t("person.relation")}
                value={guardian.relation}
                on_change={(relation) => set(place, { relation })}
                choices={relations.map((value) => ({ value, label: t(`relation.${value}`) }))}
              />
              <TextField name={`guardians.${place}.phone`} label={t("person.phone")} optional type="tel" max_length={20} value={guardian.phone} on_change={(phone) => set(place, { phone })} />
            </div>
            <YesField
              label={t("person.parental_responsibility")}
              help={t("person.parental_help")}
              value={guardian.parental_responsibility}
              on_change={(parental_responsibility) => set(place, { parental_responsibility })}
            />
            <details className="sv-more">
              <summary>{t("log.identity_more")}</summary>
              <div className="sv-more__content">
                <TextField
                  name={`guardians.${place}.identity_number`}
                  label={t("person.identity_number")}
                  help={t("person.identity_help")}
                  optional
                  short
                  input_mode="numeric"
                  max_length={11}
                  value={guardian.identity_number}
                  on_change={(identity_number) => set(place, { identity_number })}
                />
              </div>
            </details>
            <div>
              <Button variant="tertiary" data-size="sm" onClick={() => take_out(place)}>
                {t("log.take_out_guardian")}
              </Button>
            </div>
          </div>
        </fieldset>
      ))}
      {draft.guardians.length === 0 ? <p className="sv-notice">{t("log.no_guardian")}</p> : null}
      {draft.guardians.length < most_guardians ? (
        <div>
          <Button variant="secondary" onClick={add}>
            <Icon name="plus" /> {t("log.add_guardian")}
          </Button>
        </div>
      ) : null}
    </>
  );
}
