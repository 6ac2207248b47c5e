// The pathways beside the main one, in everyday words: what each is for, what happens next in it and when, where we
// are in it. What is for professionals only is not here.
import type { FamilyFollowUp, OpenStep, Pathway } from "../api/names.ts";
import { PathwayMap } from "../pathway/pathway_map.tsx";
import { DateText } from "../shared/when.tsx";
import { use_words } from "../words/use_words.ts";

export function OurPathways({ follow_up }: { follow_up: FamilyFollowUp }) {
  const { t } = use_words();
  const beside = follow_up.pathways.filter((one) => one.run);
  const open = beside.filter((one) => one.state === "open");
  const ended = beside.filter((one) => one.state === "closed");
  if (beside.length === 0) return null;
  return (
    <section className="sv-card sv-stack" aria-labelledby="pathways">
      <h2 id="pathways">{follow_up.i_am === "child" ? t("family.pathways_child") : t("family.pathways")}</h2>
      {open.map((one) => (
        <OurPathway key={one.run} pathway={one} steps={follow_up.open_steps.filter((step) => step.run === one.run)} />
      ))}
      {ended.length > 0 ? (
        <ul className="sv-list sv-family__ended">
          {ended.map((one) => (
            <li key={one.run}>
              <span className="sv-strong">{one.title}</span>{" "}
              <span className="sv-small sv-soft">
                · {t("family.pathway_ended")} {one.ended_on ? <DateText date={one.ended_on} /> : null}
              </span>
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}

function OurPathway({ pathway, steps }: { pathway: Pathway; steps: OpenStep[] }) {
  const { t } = use_words();
  return (
    <div className="sv-family__pathway">
      <h3>{pathway.title}</h3>
      {pathway.summary ? <p className="sv-soft">{pathway.summary}</p> : null}
      <p className="sv-strong">{t("family.pathway_next")}</p>
      {steps.length === 0 ? <p>{t("family.nothing_shown")}</p> : null}
      <ul className="sv-list sv-family__doing">
        {steps.map((step) => (
          <li key={step.step}>
            <span className="sv-family__tick" aria-hidden="true" />
            <div>
              <p>{step.title}</p>
              <p className="sv-small sv-soft">
                {[step.track_title, step.waits_for_title ? t("family.pathway_waits", { who: step.waits_for_title }) : ""].filter(Boolean).join(" · ")}
                {step.due_on ? (
                  <>
                    {step.track_title || step.waits_for_title ? " · " : ""}
                    {t("family.done_by")} <DateText date={step.due_on} />
                  </>
                ) : null}
              </p>
            </div>
          </li>
        ))}
      </ul>
      {pathway.stages ? (
        <details className="sv-more">
          <summary>{t("family.pathway_map", { pathway: pathway.title })}</summary>
          <div className="sv-more__content">
            <PathwayMap plain stages={pathway.stages} />
          </div>
        </details>
      ) : null}
    </div>
  );
}
