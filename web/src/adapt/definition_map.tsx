// The map of a definition: stages as stations on one road, under each its steps, tracks side by side, and where
// answers lead. An ordered list with words for everything, so that it reads the same when it is heard; it prints on
// one page. Choosing a part tells whoever shows the map.
import "./definition_map.css";
import { useEffect, useId, useMemo, useState } from "react";
import type { PathwayVocabulary, VocabularyWord } from "../api/names.ts";
import { Icon } from "../shared/icons.tsx";
import { use_words } from "../words/use_words.ts";
import { kind_word, role_word } from "./adapt_words.ts";
import { key_of, say, type Answer, type Definition, type Path, type Stage, type Step, type Track } from "./definition.ts";
import type { Marks, PartMark } from "./marks.ts";
import { use_telling } from "./use_telling.ts";
import { due_in_words, target_in_words, type Telling } from "./value_words.ts";

interface MapProps {
  definition: Definition;
  vocabulary: PathwayVocabulary | undefined;
  selected: Path | undefined;
  on_select: (path: Path) => void;
  marks?: Marks;
  /// What it can continue in.
  pathways: readonly VocabularyWord[];
}

interface Look extends MapProps {
  telling: Telling;
  /// Chooses the step or stage with this id.
  go: (kind: "stage" | "step", id: string) => void;
}

export function DefinitionMap(props: MapProps) {
  const { definition, selected, on_select } = props;
  const { t } = use_words();
  const telling = use_telling(definition, props.vocabulary, props.pathways);
  const selected_stage = selected?.[0] === "stages" ? Number(selected[1]) : undefined;
  const [open, set_open] = useState<ReadonlySet<number>>(() => new Set([selected_stage ?? 0]));
  const every = definition.stages.map((_, place) => place);
  const all_open = every.every((place) => open.has(place));

  useEffect(() => {
    if (selected_stage !== undefined) set_open((old) => (old.has(selected_stage) ? old : new Set([...old, selected_stage])));
  }, [selected_stage]);
  // What is printed is the whole.
  useEffect(() => {
    const show_all = () => set_open(new Set(every));
    addEventListener("beforeprint", show_all);
    return () => removeEventListener("beforeprint", show_all);
  });

  function toggle(place: number) {
    set_open((old) => (old.has(place) ? new Set([...old].filter((one) => one !== place)) : new Set([...old, place])));
  }
  function go(kind: "stage" | "step", id: string) {
    const path = path_of(definition, kind, id);
    if (path) on_select(path);
  }
  const look: Look = { ...props, telling, go };

  return (
    <div className="sv-dmap">
      <div className="sv-row sv-row--between sv-dmap__head">
        <h2 className="sv-dmap__title">{t("adapt.map.title")}</h2>
        <div className="sv-row">
          <button type="button" className="sv-chip" aria-pressed={all_open} onClick={() => set_open(new Set(all_open ? [] : every))}>
            {t("adapt.map.all_steps")}
          </button>
          <button type="button" className="sv-chip" onClick={() => print()}>
            <Icon name="print" /> {t("more.print")}
          </button>
        </div>
      </div>
      <ol className="sv-dmap__stages">
        {definition.stages.map((stage, place) => (
          <StageStation key={stage.id} look={look} stage={stage} place={place} open={open.has(place)} on_toggle={() => toggle(place)} />
        ))}
      </ol>
    </div>
  );
}

function path_of(definition: Definition, kind: "stage" | "step", id: string): Path | undefined {
  for (const [place, stage] of definition.stages.entries()) {
    if (kind === "stage" && stage.id === id) return ["stages", place];
    for (const [at, step] of stage.steps.entries()) {
      if (kind === "step" && step.id === id) return ["stages", place, "steps", at];
      for (const [of, track] of (step.tracks ?? []).entries()) {
        const inner = track.steps.findIndex((one) => kind === "step" && one.id === id);
        if (inner >= 0) return ["stages", place, "steps", at, "tracks", of, "steps", inner];
      }
    }
  }
  return undefined;
}

interface StageProps {
  look: Look;
  stage: Stage;
  place: number;
  open: boolean;
  on_toggle: () => void;
}

function StageStation({ look, stage, place, open, on_toggle }: StageProps) {
  const { t, language } = use_words();
  const list = useId();
  const path: Path = ["stages", place];
  const title = say(stage.title, language) || stage.id;
  const inside = useMemo(() => [...(look.marks ?? [])].filter(([key]) => key.startsWith(`stages/${place}/`)), [look.marks, place]);
  const faults = inside.reduce((sum, [, mark]) => sum + mark.faults, 0);
  return (
    <li className="sv-dmap__stage">
      <div className="sv-dmap__station">
        <span className="sv-dmap__dot" aria-hidden="true">
          {stage.level ?? place + 1}
        </span>
        <Choose look={look} path={path} className="sv-dmap__stage-name">
          {title}
        </Choose>
        <button type="button" className="sv-dmap__toggle" aria-expanded={open} aria-controls={list} onClick={on_toggle}>
          <span>
            {t("adapt.list.steps", { count: stage.steps.length })}
            <span className="sv-only-heard"> {t("adapt.map.steps_of", { stage: title })}</span>
          </span>
          <Icon name={open ? "up" : "down"} />
        </button>
        <MarkTags mark={look.marks?.get(key_of(path))} />
        {!open && faults > 0 ? <span className="sv-tag sv-tag--late">{t("adapt.map.faults_inside", { count: faults })}</span> : null}
      </div>
      {open ? <Lane id={list} look={look} steps={stage.steps} path={path} /> : null}
    </li>
  );
}

function Lane({ look, steps, path, id }: { look: Look; steps: Step[]; path: Path; id?: string }) {
  return (
    <ol className="sv-dmap__steps" id={id}>
      {steps.map((step, place) => (
        <StepRow key={step.id} look={look} step={step} path={[...path, "steps", place]} />
      ))}
    </ol>
  );
}

function StepRow({ look, step, path }: { look: Look; step: Step; path: Path }) {
  const { t, language } = use_words();
  const { titles } = look.telling;
  const due = step.due ? due_in_words(step.due, look.telling) : "";
  const only = step.when_flag ? t("adapt.map.only_when", { flag: titles.get(step.when_flag) ?? step.when_flag }) : "";
  const not = step.unless_flag ? t("adapt.map.not_when", { flag: titles.get(step.unless_flag) ?? step.unless_flag }) : "";
  const facts = [
    role_word(look.vocabulary, step.who),
    due,
    only,
    not,
    step.waits_for ? t("adapt.map.waits_for", { role: role_word(look.vocabulary, step.waits_for) }) : "",
    step.may_skip ? t("adapt.map.may_skip") : "",
  ].filter(Boolean);
  return (
    <li className={step.kind === "decision" ? "sv-dmap__step sv-dmap__step--decision" : "sv-dmap__step"}>
      <Choose look={look} path={path} className="sv-dmap__step-name">
        <span>
          {say(step.title, language) || step.id}
          <span className="sv-only-heard">, {kind_word(t, step.kind ?? "")}</span>
        </span>
        <small>{facts.join(" · ")}</small>
      </Choose>
      <MarkTags mark={look.marks?.get(key_of(path))} />
      {(step.answers ?? []).length > 0 ? (
        <ul className="sv-dmap__answers">
          {(step.answers ?? []).map((answer) => (
            <AnswerRow key={answer.answer} look={look} answer={answer} />
          ))}
        </ul>
      ) : null}
      {(step.tracks ?? []).length > 0 ? (
        <div className="sv-dmap__tracks" role="group" aria-label={t("adapt.map.side_by_side")}>
          {(step.tracks ?? []).map((track, place) => (
            <TrackColumn key={track.id} look={look} track={track} path={[...path, "tracks", place]} />
          ))}
        </div>
      ) : null}
    </li>
  );
}

function TrackColumn({ look, track, path }: { look: Look; track: Track; path: Path }) {
  const { t, language } = use_words();
  const title = say(track.title, language) || track.id;
  return (
    <div className="sv-dmap__track" role="group" aria-label={title}>
      <Choose look={look} path={path} className="sv-dmap__track-name">
        <span>
          <Icon name="split" /> {title}
        </span>
        {track.may_skip ? <small>{t("adapt.map.may_skip")}</small> : null}
      </Choose>
      <MarkTags mark={look.marks?.get(key_of(path))} />
      <Lane look={look} steps={track.steps} path={path} />
    </div>
  );
}

function AnswerRow({ look, answer }: { look: Look; answer: Answer }) {
  const { language } = use_words();
  const { leads, to } = answer;
  const target = target_in_words(answer, look.telling);
  return (
    <li>
      <span>{say(answer.label, language) || answer.answer}</span> <Icon name="arrow" />{" "}
      {(leads === "stage" || leads === "step") && to && look.telling.titles.has(to) ? (
        <button type="button" className="sv-dmap__target" onClick={() => look.go(leads, to)}>
          {target}
        </button>
      ) : (
        <strong>{target}</strong>
      )}
    </li>
  );
}

interface ChooseProps {
  look: Look;
  path: Path;
  className: string;
  children: React.ReactNode;
}

function Choose({ look, path, className, children }: ChooseProps) {
  const chosen = look.selected !== undefined && key_of(look.selected) === key_of(path);
  return (
    <button type="button" className={className} aria-current={chosen ? "true" : undefined} data-part={key_of(path)} onClick={() => look.on_select(path)}>
      {children}
    </button>
  );
}

function MarkTags({ mark }: { mark: PartMark | undefined }) {
  const { t } = use_words();
  if (!mark) return null;
  return (
    <span className="sv-dmap__marks">
      {mark.faults > 0 ? (
        <span className="sv-tag sv-tag--late">
          <Icon name="alert" /> {t("adapt.map.faults", { count: mark.faults })}
        </span>
      ) : null}
      {mark.change ? <span className="sv-tag sv-tag--deep">{t(`adapt.change.${mark.change}`)}</span> : null}
    </span>
  );
}
