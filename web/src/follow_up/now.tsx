// The top of the follow-up: the next step and the baton, what is wrong in plain sentences, an offer of the
// baton to the one who looks.
import { Button } from "@digdir/designsystemet-react";
import { useState } from "react";
import { Link } from "react-router";
import type { FollowUp } from "../api/names.ts";
import { NextStepCard } from "../pathway/next_step_card.tsx";
import { StepWindow } from "../pathway/step_window.tsx";
import { Icon } from "../shared/icons.tsx";
import { Initials, role_of } from "../shared/people.tsx";
import { use_toast } from "../shared/toasts.tsx";
import { due_in_words, InstantText } from "../shared/when.tsx";
import { use_words } from "../words/use_words.ts";
import { OfferAnswer } from "../workbench/offer_card.tsx";
import { ClosedCard } from "./closed_card.tsx";
import { RedateWindow } from "./redate_window.tsx";
import { use_follow_up } from "./scope.tsx";

export function Now({ compact }: { compact: boolean }) {
  const { t } = use_words();
  const { follow_up, path, set, may } = use_follow_up();
  const say = use_toast();
  const [doing, set_doing] = useState(false);
  const [redating, set_redating] = useState(false);
  const step = follow_up.next_step;
  const others = follow_up.open_steps.length - 1;
  if (follow_up.state === "closed") return <ClosedCard />;
  return (
    <>
      {compact ? null : <Breaks follow_up={follow_up} />}
      {may("accept_baton") && follow_up.offer ? <OfferToMe follow_up={follow_up} /> : null}
      {may("lead") && !compact ? <Refused follow_up={follow_up} /> : null}
      {step ? (
        <NextStepCard
          compact={compact}
          next_step={step}
          holder={<Holder follow_up={follow_up} />}
          pathway_title={step.pathway_title ?? main_title(follow_up)}
          others={compact && others > 0 && !follow_up.frame_only ? <Others count={others} /> : null}
        >
          {may("lead") ? (
            <>
              {follow_up.frame_only ? null : (
                <Button onClick={() => set_doing(true)}>{step.answers.length > 0 ? t("step.decide") : t("step.do")}</Button>
              )}
              <Button variant="secondary" onClick={() => set_redating(true)}>
                {t("step.change_date")}
              </Button>
            </>
          ) : null}
        </NextStepCard>
      ) : null}
      {step && may("lead") ? (
        <>
          <StepWindow<FollowUp>
            open={doing}
            on_close={() => set_doing(false)}
            next_step={step}
            version={follow_up.version}
            path={`${path}/steps`}
            on_changed={set}
            on_done={(next) => {
              set(next);
              set_doing(false);
              say(t("step.saved"));
            }}
          />
          <RedateWindow key={step.step} open={redating} on_close={() => set_redating(false)} />
        </>
      ) : null}
    </>
  );
}

/// Of the main pathway nothing is said as long as it is the only one.
function main_title(follow_up: FollowUp): string | undefined {
  const open = follow_up.pathways.filter((one) => one.state === "open");
  return open.length > 1 ? open[0]?.title : undefined;
}

function Others({ count }: { count: number }) {
  const { t } = use_words();
  const { follow_up } = use_follow_up();
  return (
    <p className="sv-now__others">
      <Link to={`/follow-ups/${follow_up.id}`}>{t("next.others", { count })}</Link>
    </p>
  );
}

function Holder({ follow_up }: { follow_up: FollowUp }) {
  const { t } = use_words();
  const holder = follow_up.holder;
  if (!holder) return <>{t("next.nobody")}</>;
  return (
    <span className="sv-now__holder">
      <Initials name={holder.name} holder />
      <span>
        <strong>{follow_up.i_hold ? t("next.you", { name: holder.name }) : holder.name}</strong>
        <small>{role_of(holder, t)}</small>
      </span>
    </span>
  );
}

function Breaks({ follow_up }: { follow_up: FollowUp }) {
  const { t } = use_words();
  const codes = [...new Set(follow_up.breaks)];
  if (codes.length === 0) return null;
  return (
    <div className="sv-notice sv-notice--warm">
      <Icon name="alert" />
      <ul className="sv-list sv-stack sv-stack--small">
        {codes.map((code) => (
          <li key={code}>
            <strong>{t(`break.${code}`)}</strong> {t(`break_help.${code}`)}
          </li>
        ))}
      </ul>
    </div>
  );
}

/// The newest offer was refused, and nobody has been asked since.
function Refused({ follow_up }: { follow_up: FollowUp }) {
  const { t } = use_words();
  const refused = follow_up.refused_offer;
  if (!refused) return null;
  return (
    <section className="sv-notice sv-notice--warm" aria-label={t("baton.refused", { name: refused.to_name })}>
      <Icon name="baton" />
      <div className="sv-stack sv-stack--small">
        <p className="sv-strong">{t("baton.refused", { name: refused.to_name })}</p>
        <blockquote className="sv-quote">{refused.reason}</blockquote>
        <p className="sv-small sv-capital">
          <InstantText instant={refused.at} /> · {t("baton.refused_next")}
        </p>
      </div>
    </section>
  );
}

function OfferToMe({ follow_up }: { follow_up: FollowUp }) {
  const { t, language } = use_words();
  const { set } = use_follow_up();
  const offer = follow_up.offer;
  if (!offer) return null;
  return (
    <section className="sv-card sv-card--warm sv-stack sv-stack--small">
      <h2>{t("offer.title", { name: offer.from_name })}</h2>
      {offer.answer_by ? <p>{t("offer.answer_by", { date: due_in_words(offer.answer_by, t, language) })}</p> : null}
      {offer.message ? <blockquote className="sv-quote">{offer.message}</blockquote> : null}
      <OfferAnswer offer={offer.id} on_answered={set} />
    </section>
  );
}
