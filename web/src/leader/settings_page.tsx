// The municipality's own settings. A deadline that is not set does not hold: no national one is verified.
// Example values are marked as what they are and are put in only when one asks for them.
import "./leader.css";
import { Button } from "@digdir/designsystemet-react";
import { useMemo, useState } from "react";
import { api, problem_from } from "../api/client.ts";
import type { Setting, Settings } from "../api/names.ts";
import { use_load } from "../api/use_load.ts";
import { Form } from "../shared/form.tsx";
import { Icon } from "../shared/icons.tsx";
import { WhenLoaded } from "../shared/loading.tsx";
import { use_title } from "../shared/title.ts";
import { use_toast } from "../shared/toasts.tsx";
import { use_action } from "../shared/use_action.ts";
import { use_words, type WordKey } from "../words/use_words.ts";
import { SettingField, SettingText } from "./setting_field.tsx";

export default function SettingsPage() {
  const { t } = use_words();
  const loaded = use_load<Settings>("/v1/settings");
  use_title(t("nav.settings"));
  return <WhenLoaded loaded={loaded}>{(settings) => <SettingsView settings={settings} set={loaded.set} />}</WhenLoaded>;
}

interface Group {
  id: "levels" | "consent" | "deadlines" | "other";
  has: (key: string) => boolean;
}

const groups: Group[] = [
  { id: "levels", has: (key) => key.startsWith("level_name.") },
  { id: "consent", has: (key) => /consent|log_opens|age/.test(key) },
  { id: "deadlines", has: (key) => key.startsWith("deadline.") },
  { id: "other", has: () => true },
];

function group_of(setting: Setting): Group["id"] {
  return groups.find((group) => group.has(setting.key))?.id ?? "other";
}

function SettingsView({ settings, set }: { settings: Settings; set: (settings: Settings) => void }) {
  const { t } = use_words();
  const say = use_toast();
  const action = use_action();
  const stored = useMemo(() => Object.fromEntries(settings.settings.map((one) => [one.key, one.value ?? ""])), [settings]);
  const [typed, set_typed] = useState<Record<string, string>>({});
  const value_of = (key: string) => typed[key] ?? stored[key] ?? "";
  const changed = Object.fromEntries(Object.entries(typed).filter(([key, value]) => value !== stored[key]));
  const dirty = Object.keys(changed).length > 0;

  async function save() {
    const next = await action.run(async () => {
      try {
        return await api.put<Settings>("/v1/settings", { version: settings.version, values: changed });
      } catch (thrown) {
        const problem = problem_from(thrown);
        // What is typed stays; the page shows what the other saved beside it.
        if (problem.code === "edit_conflict" && problem.current) set(problem.current as Settings);
        throw problem;
      }
    });
    if (!next) return;
    set(next);
    set_typed({});
    say(t("settings.saved"));
  }

  function use_examples() {
    const examples = settings.settings.filter((one) => one.example !== undefined && value_of(one.key) === "");
    set_typed((old) => ({ ...old, ...Object.fromEntries(examples.map((one) => [one.key, one.example ?? ""])) }));
  }

  return (
    <div className="sv-page sv-page--narrow sv-stack">
      <h1 tabIndex={-1}>{t("settings.title")}</h1>
      <p className="sv-lead">{t("settings.lead")}</p>
      {settings.may_edit ? null : <p className="sv-notice">{t("settings.read_only")}</p>}
      <Form problem={action.problem} on_submit={() => void save()}>
        {groups.map((group) => {
          const of_group = settings.settings.filter((one) => group_of(one) === group.id);
          if (of_group.length === 0) return null;
          const has_examples = of_group.some((one) => one.example !== undefined);
          return (
            <section key={group.id} className="sv-card sv-stack" aria-labelledby={`group-${group.id}`}>
              <h2 id={`group-${group.id}`}>{t(`settings.${group.id}` as WordKey)}</h2>
              {group.id === "deadlines" ? <p className="sv-soft">{t("settings.no_deadline")}</p> : null}
              {has_examples && settings.may_edit ? (
                <div className="sv-notice sv-notice--warm">
                  <Icon name="info" />
                  <div className="sv-stack sv-stack--small">
                    <p>{t("settings.examples_text")}</p>
                    <div>
                      <Button variant="secondary" data-size="sm" onClick={use_examples}>
                        {t("settings.use_examples")}
                      </Button>
                    </div>
                  </div>
                </div>
              ) : null}
              {of_group.map((one, place) => {
                const shown = { setting: one, value: value_of(one.key), quiet: one.help === of_group[place - 1]?.help };
                if (!settings.may_edit) return <SettingText key={one.key} {...shown} />;
                return <SettingField key={one.key} {...shown} stored={stored[one.key] ?? ""} on_change={(value) => set_typed((old) => ({ ...old, [one.key]: value }))} />;
              })}
            </section>
          );
        })}
        {settings.may_edit ? (
          <div className={dirty ? "sv-save-bar sv-save-bar--dirty" : "sv-save-bar"}>
            <Button type="submit" loading={action.pending} disabled={!dirty}>
              {t("settings.save")}
            </Button>
            {dirty ? (
              <>
                <Button variant="tertiary" onClick={() => set_typed({})}>
                  {t("settings.drop")}
                </Button>
                <span className="sv-small sv-soft" role="status">
                  {t("settings.changed", { count: Object.keys(changed).length })}
                </span>
              </>
            ) : null}
          </div>
        ) : null}
      </Form>
    </div>
  );
}
