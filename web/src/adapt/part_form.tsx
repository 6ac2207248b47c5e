// The form of the part that is chosen on the map, with what the checker says about it.
import { useEffect, useRef } from "react";
import { Button } from "@digdir/designsystemet-react";
import { Icon } from "../shared/icons.tsx";
import { use_words } from "../words/use_words.ts";
import { language_word, part_word } from "./adapt_words.ts";
import { at, key_of, parts_of, say, type Flag, type NamedDate, type Part, type Stage, type Step, type Track } from "./definition.ts";
import { leads_to } from "./definition_edit.ts";
import { RowTools } from "./edit_fields.tsx";
import { use_scope, type Writing } from "./edit_scope.tsx";
import { FindingList } from "./check_strip.tsx";
import { AboutForm, DateForm, FlagForm, StageForm, StartForm } from "./other_forms.tsx";
import { AddStep, StepForm, TrackForm } from "./step_form.tsx";

const writings: Writing[] = ["nb", "nn", "en", "all"];

export function PartForm({ on_writing, on_back }: { on_writing: (writing: Writing) => void; on_back: () => void }) {
  const { t, language } = use_words();
  const { definition, selected, findings, writing, select } = use_scope();
  const heading = useRef<HTMLHeadingElement>(null);
  const key = key_of(selected);
  const first = useRef(key);
  useEffect(() => {
    // Chosen on the map: focus goes to the form; not when the page opens.
    if (first.current === key) return;
    first.current = key;
    heading.current?.focus({ preventScroll: true });
    heading.current?.closest(".sv-edit-form")?.scrollTo(0, 0);
  }, [key]);

  const part = parts_of(definition).find((one) => key_of(one.path) === key);
  if (!part) return null;
  const title = part.kind === "start" ? t("adapt.part.start") : say(part.title, language) || part.id;
  const mine = findings.filter((finding) => key_of(finding.path) === key);
  const leading = leads_to(definition, part.path);
  const row = part.kind !== "about" && part.kind !== "start";
  return (
    <section className="sv-stack" aria-label={title}>
      <div className="sv-stack sv-stack--small">
        <Button variant="tertiary" data-size="sm" className="sv-to-map" onClick={on_back}>
          <Icon name="back" /> {t("adapt.to_map")}
        </Button>
        {part.kind === "about" ? null : (
          <button type="button" className="sv-link sv-small" onClick={() => select(part.kind === "stage" || part.path.length <= 2 ? [] : part.path.slice(0, -2))}>
            {t("adapt.up_to")} {around(definition, part, language)}
          </button>
        )}
        <p className="sv-eyebrow">{part_word(t, part.kind)}</p>
        <h2 ref={heading} tabIndex={-1}>
          {title}
        </h2>
        {row ? (
          <div className="sv-row">
            <RowTools path={part.path} name={title} follow />
            {part.kind === "step" ? <AddStep lane={part.path.slice(0, -1)} after={Number(part.path[part.path.length - 1])} /> : null}
          </div>
        ) : null}
        {leading.length > 0 ? <p className="sv-small sv-soft">{t("adapt.led_to_from", { steps: leading.map((step) => say(step.title, language) || step.id).join(", ") })}</p> : null}
      </div>
      {mine.length > 0 ? (
        <div className="sv-notice sv-notice--danger">
          <Icon name="alert" />
          <FindingList findings={mine} unnamed />
        </div>
      ) : null}
      <div className="sv-choices" role="group" aria-label={t("adapt.write_in")}>
        {writings.map((one) => (
          <button key={one} type="button" className="sv-chip" aria-pressed={writing === one} onClick={() => on_writing(one)}>
            {one === "all" ? t("adapt.all_languages") : language_word(t, one)}
          </button>
        ))}
      </div>
      <FormOf part={part} />
    </section>
  );
}

function around(definition: Parameters<typeof parts_of>[0], part: Part, language: "nb" | "nn" | "en"): string {
  const path = part.kind === "stage" || part.path.length <= 2 ? [] : part.path.slice(0, -2);
  const outer = parts_of(definition).find((one) => key_of(one.path) === key_of(path));
  return outer ? say(outer.title, language) || outer.id : "";
}

function FormOf({ part }: { part: Part }) {
  const { definition } = use_scope();
  const value = at(definition, part.path);
  switch (part.kind) {
    case "about":
      return <AboutForm />;
    case "start":
      return <StartForm />;
    case "flag":
      return <FlagForm path={part.path} flag={value as Flag} />;
    case "date":
      return <DateForm path={part.path} date={value as NamedDate} />;
    case "stage":
      return <StageForm path={part.path} stage={value as Stage} />;
    case "track":
      return <TrackForm path={part.path} track={value as Track} />;
    case "step":
      return <StepForm path={part.path} step={value as Step} />;
    default:
      return null;
  }
}
