// What differs between two versions of a pathway, as a short list.
import { use_words } from "../words/use_words.ts";
import type { OutlineStage } from "./outline.ts";
import { step_differences, type StepDifference } from "./step_differences.ts";

export function StepDifferences({ before, after }: { before: OutlineStage[]; after: OutlineStage[] }) {
  const { t } = use_words();
  const found = step_differences(before, after);
  return (
    <section className="sv-stack sv-stack--small" aria-labelledby="differences">
      <h3 id="differences">{t("move.differences")}</h3>
      {found.length === 0 ? <p className="sv-empty">{t("move.none")}</p> : null}
      <ul className="sv-list sv-differences">
        {found.map((one, place) => (
          <li key={`${one.title}-${place}`}>
            <Difference one={one} />
          </li>
        ))}
      </ul>
    </section>
  );
}

const tones = { added: "sv-tag sv-tag--good", removed: "sv-tag sv-tag--late", changed: "sv-tag sv-tag--deep", moved: "sv-tag" };

function Difference({ one }: { one: StepDifference }) {
  const { t } = use_words();
  const kind = one.kind === "moved" ? t("move.moved", { stage: one.stage }) : t(`move.${one.kind}`);
  return (
    <>
      <span className={tones[one.kind]}>{kind}</span>
      <span>
        {one.title}
        <span className="sv-small sv-soft">
          {one.before ? ` ${t("move.was", { title: one.before })}` : one.kind === "moved" ? "" : ` · ${one.stage}`}
        </span>
      </span>
    </>
  );
}
