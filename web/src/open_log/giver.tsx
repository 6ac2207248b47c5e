// One person's yes: when, how, in which language, with an interpreter or not.
import { Checkbox, ValidationMessage } from "@digdir/designsystemet-react";
import type { ReactNode } from "react";
import type { ConsentInput } from "../api/names.ts";
import { today_in_norway } from "../shared/dates.ts";
import { DateField, SelectField, YesField } from "../shared/fields.tsx";
import { use_field } from "../shared/form.tsx";
import { use_words } from "../words/use_words.ts";
import type { GiverDraft } from "./log_draft.ts";

type How = ConsentInput["givers"][number]["how"];
type SpokenLanguage = ConsentInput["givers"][number]["language"];

/// "In the app" is not among them: what is recorded here was said to staff.
const ways: How[] = ["in_person", "on_paper", "by_phone"];
const spoken: SpokenLanguage[] = ["nb", "nn", "en", "se", "ar", "so", "uk", "pl", "ti", "other"];

interface Props {
  name: string;
  who: string;
  without_responsibility?: boolean;
  giver: GiverDraft;
  change: (giver: GiverDraft) => void;
  /// What else this person decides.
  children?: ReactNode;
}

export function Giver({ name, who, without_responsibility = false, giver, change, children }: Props) {
  const { t } = use_words();
  const label = t("consent.said_yes", { name: who });
  const { id, fault } = use_field(`${name}.said_yes`, label);
  const set = (part: Partial<GiverDraft>) => change({ ...giver, ...part });
  return (
    <div className={giver.said_yes ? "sv-giver sv-giver--yes" : "sv-giver"}>
      <Checkbox
        id={id}
        label={label}
        value="yes"
        {...(without_responsibility ? { description: t("consent.without_responsibility") } : {})}
        checked={giver.said_yes}
        aria-invalid={fault ? true : undefined}
        onChange={(event) => set({ said_yes: event.target.checked })}
      />
      {fault ? <ValidationMessage>{fault}</ValidationMessage> : null}
      {giver.said_yes ? (
        <div className="sv-stack sv-giver__more">
          <div className="sv-pair">
            <DateField name={`${name}.given_on`} label={t("consent.given_on")} max={today_in_norway()} value={giver.given_on} on_change={(given_on) => set({ given_on })} />
            <SelectField
              name={`${name}.how`}
              label={t("consent.how")}
              value={giver.how}
              on_change={(how) => set({ how })}
              choices={ways.map((value) => ({ value, label: t(`way.${value}`) }))}
            />
          </div>
          <SelectField
            name={`${name}.language`}
            label={t("consent.language")}
            value={giver.language}
            on_change={(language) => language !== "" && set({ language })}
            choices={spoken.map((value) => ({ value, label: t(`spoken.${value}`) }))}
          />
          <YesField label={t("consent.interpreter")} value={giver.interpreter} on_change={(interpreter) => set({ interpreter })} />
          {children}
        </div>
      ) : null}
    </div>
  );
}
