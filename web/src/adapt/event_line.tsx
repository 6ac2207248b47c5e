// One thing that happened in an imagined case or a scenario, in words.
import { short_date } from "../shared/dates.ts";
import { use_words } from "../words/use_words.ts";
import { event_word } from "./adapt_words.ts";
import { at, say, steps_of, type Answer } from "./definition.ts";
import { use_scope } from "./edit_scope.tsx";
import { about_of, kind_of, type ScenarioEvent } from "./scenarios.ts";

export function EventLine({ event }: { event: ScenarioEvent }) {
  const { t, language } = use_words();
  const { definition, telling } = use_scope();
  const kind = kind_of(event);
  const about = about_of(event);
  const title = telling.titles.get(about) ?? about;
  const step = event.answer ? steps_of(definition).find((part) => part.id === event.done) : undefined;
  const answers = step ? (at(definition, [...step.path, "answers"]) as Answer[] | undefined) : undefined;
  const answer = event.answer ? say(answers?.find((one) => one.answer === event.answer)?.label, language) || event.answer : "";
  const day = event.due ?? event.day;
  return (
    <>
      <time dateTime={event.on}>{short_date(event.on, language, event.on)}</time>: {event_word(t, kind)}
      {title ? ` «${title}»` : ""}
      {answer ? ` – ${answer}` : ""}
      {day ? ` – ${short_date(day, language, event.on)}` : ""}
    </>
  );
}
