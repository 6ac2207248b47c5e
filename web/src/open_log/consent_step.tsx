// The consent itself: who said yes and how, which services, for what, about what, until when; and what
// the child says to it.
import type { ConsentNeeds, Units } from "../api/names.ts";
import type { Loaded } from "../api/use_load.ts";
import { purposes, topics } from "../shared/consent_choices.ts";
import { plus_days, today_in_norway } from "../shared/dates.ts";
import { CheckField, DateField, TextArea, YesField } from "../shared/fields.tsx";
import { NotLoaded } from "../shared/loading.tsx";
import { use_words } from "../words/use_words.ts";
import { Giver } from "./giver.tsx";
import type { StepProps } from "./open_log_page.tsx";

const longest_days = 730;

export function ConsentStep({ draft, change, needs, units }: StepProps & { needs: ConsentNeeds; units: Loaded<Units> }) {
  const { t } = use_words();
  const must = (who: ConsentNeeds["needs"][number]["who"]) => needs.needs.some((need) => need.who === who && need.need === "consent");
  return (
    <>
      <p className="sv-soft">{t("consent.lead")}</p>
      {must("child") ? (
        <Giver name="consent.child_gives" who={draft.child.given_name} giver={draft.child_gives} change={(child_gives) => change({ child_gives })}>
          {draft.guardians.length > 0 ? (
            <YesField
              label={t("consent.guardians_may_see")}
              help={t("consent.guardians_may_see_help", { name: draft.child.given_name })}
              value={draft.guardians_may_see}
              on_change={(guardians_may_see) => change({ guardians_may_see })}
            />
          ) : null}
        </Giver>
      ) : null}
      {draft.guardians.map((guardian, place) => {
        const giver = draft.guardians_give[place];
        if (!giver || !(must("every_guardian") || must("one_guardian"))) return null;
        return (
          <Giver
            key={place}
            name={`consent.guardians_give.${place}`}
            who={guardian.given_name}
            without_responsibility={!guardian.parental_responsibility}
            giver={giver}
            change={(next) => change({ guardians_give: draft.guardians_give.map((one, index) => (index === place ? next : one)) })}
          />
        );
      })}
      <NotLoaded loaded={units} />
      <CheckField
        name="consent.units"
        label={t("consent.units")}
        help={t("consent.units_help")}
        value={draft.units}
        on_change={(chosen) => change({ units: chosen })}
        choices={(units.data?.units ?? []).map((unit) => ({ value: unit.id, label: unit.name, help: t(`unit_kind.${unit.kind}`) }))}
      />
      <CheckField
        name="consent.purposes"
        label={t("consent.purposes")}
        help={t("consent.purposes_help")}
        value={draft.purposes}
        on_change={(chosen) => change({ purposes: chosen })}
        choices={purposes.map((value) => ({ value, label: t(`purpose.${value}`) }))}
      />
      <CheckField
        name="consent.topics"
        label={t("consent.topics")}
        help={t("consent.topics_help")}
        value={draft.topics}
        on_change={(chosen) => change({ topics: chosen })}
        choices={topics.map((value) => ({ value, label: t(`topic.${value}`) }))}
      />
      <DateField
        name="consent.valid_until"
        label={t("consent.valid_until")}
        help={t("consent.valid_help")}
        min={today_in_norway()}
        max={plus_days(today_in_norway(), longest_days)}
        value={draft.valid_until}
        on_change={(valid_until) => change({ valid_until })}
      />
      <TextArea
        name="consent.child_view"
        label={t("consent.child_view", { name: draft.child.given_name })}
        help={t("consent.child_view_help")}
        optional
        rows={3}
        max_length={2000}
        value={draft.child_view}
        on_change={(child_view) => change({ child_view })}
      />
    </>
  );
}
