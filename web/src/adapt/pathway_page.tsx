// One pathway to read: the map, and what the chosen part says. For all staff.
import "./adapt.css";
import { Button } from "@digdir/designsystemet-react";
import { useMemo, useState } from "react";
import { Link, useParams } from "react-router";
import { use_load } from "../api/use_load.ts";
import { SelectField } from "../shared/fields.tsx";
import { Icon } from "../shared/icons.tsx";
import { NotLoaded, ProblemPage, WhenLoaded } from "../shared/loading.tsx";
import { Problem } from "../api/client.ts";
import type { PathwayRow, PathwayTexts, PathwayVersion, PathwayVersions, PathwayVocabulary, Pathways } from "../api/names.ts";
import { problem_text } from "../shared/problem_text.ts";
import { use_title } from "../shared/title.ts";
import { use_words } from "../words/use_words.ts";
import { key_of, parts_of, read_definition, say, type Definition, type Path } from "./definition.ts";
import { DefinitionMap } from "./definition_map.tsx";
import { use_overseer } from "./overseer.ts";
import { PartText } from "./part_text.tsx";
import { use_begin } from "./use_begin.ts";
import { use_map_or_form } from "./use_map_or_form.ts";

export default function PathwayPage() {
  const { pathway = "" } = useParams();
  const versions = use_load<PathwayVersions>(`/v1/pathways/${pathway}/versions`);
  return <WhenLoaded loaded={versions}>{({ versions: rows }) => <Versions key={pathway} pathway={pathway} rows={rows} />}</WhenLoaded>;
}

const name_of = (row: PathwayVersion) => `${row.id}/versions/${row.version}`;

function Versions({ pathway, rows }: { pathway: string; rows: PathwayVersion[] }) {
  const { t } = use_words();
  const overseer = use_overseer();
  const { begin, pending, problem } = use_begin(pathway);
  const in_use = rows.find((row) => row.in_use) ?? rows[0];
  const [chosen, set_chosen] = useState(in_use ? name_of(in_use) : "");
  const loaded = use_load<PathwayTexts>(chosen ? `/v1/pathways/${chosen}` : null);
  const list = use_load<Pathways>("/v1/pathways");
  const row = list.data?.pathways.find((one) => one.id === pathway);
  const definition = useMemo(() => (loaded.data ? read_definition(loaded.data.definition) : null), [loaded.data]);
  use_title(row?.title ?? "");
  if (!in_use) return <ProblemPage problem={new Problem(404, { code: "not_found" })} />;
  return (
    <div className="sv-page sv-stack sv-adapt">
      <div className="sv-stack sv-stack--small sv-work-head">
        <Link to="/pathways" className="sv-onward">
          <Icon name="back" /> {t("adapt.list.title")}
        </Link>
        <h1 tabIndex={-1}>{row?.title ?? t("adapt.list.title")}</h1>
        {row?.summary ? <p className="sv-lead">{row.summary}</p> : null}
        <div className="sv-row sv-work-head__do">
          <SelectField
            name="version"
            label={t("adapt.look.version")}
            value={chosen}
            on_change={(next) => next !== "" && set_chosen(next)}
            choices={rows.map((one) => ({
              value: name_of(one),
              label: `${one.id === pathway ? t("adapt.list.national") : t("adapt.list.own")}, ${t("adapt.version", { version: one.version })}${one.in_use ? ` · ${t("adapt.look.in_use")}` : ""}`,
            }))}
          />
          {overseer ? (
            <Button variant="secondary" loading={pending} onClick={begin}>
              {row?.draft ? t("adapt.list.go_on") : t("adapt.list.adapt")}
            </Button>
          ) : null}
        </div>
      </div>
      {problem ? (
        <p className="sv-notice sv-notice--danger" role="alert">
          {problem_text(problem, t)}
        </p>
      ) : null}
      <NotLoaded loaded={loaded} />
      {definition ? <Reading definition={definition} pathways={list.data?.pathways ?? nothing} /> : null}
    </div>
  );
}

const nothing: readonly PathwayRow[] = [];

function Reading({ definition, pathways }: { definition: Definition; pathways: readonly PathwayRow[] }) {
  const { t, language } = use_words();
  const vocabulary = use_load<PathwayVocabulary>("/v1/pathway-vocabulary").data;
  const [selected, select] = useState<Path>(["stages", 0]);
  const part = parts_of(definition).find((one) => key_of(one.path) === key_of(selected));
  const { place, class_name, show_form, show_map } = use_map_or_form(selected, false);
  const choose = (path: Path) => {
    select(path);
    show_form();
  };
  return (
    <div ref={place} className={class_name}>
      <div className="sv-card sv-edit-map">
        <DefinitionMap definition={definition} vocabulary={vocabulary} selected={selected} on_select={choose} pathways={pathways} />
      </div>
      <div className="sv-card sv-edit-form" aria-live="polite">
        <Button variant="tertiary" data-size="sm" className="sv-to-map" onClick={show_map}>
          <Icon name="back" /> {t("adapt.to_map")}
        </Button>
        <button type="button" className="sv-link sv-small" onClick={() => select([])}>
          {t("adapt.map.about")}
        </button>
        <h2 tabIndex={-1}>{part ? say(part.title, language) || part.id : ""}</h2>
        <PartText definition={definition} path={selected} vocabulary={vocabulary} pathways={pathways} />
      </div>
    </div>
  );
}
