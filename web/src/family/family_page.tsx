// The family's page: what happens next and when, who leads and how they are met, my team, where we are,
// what we are doing, what has happened, my own words, what I have said yes to, who has looked. Everyday words only.
import "./family.css";
import { useParams } from "react-router";
import type { FamilyFollowUp } from "../api/names.ts";
import { use_load } from "../api/use_load.ts";
import { NextStepCard } from "../pathway/next_step_card.tsx";
import { PathwayMap } from "../pathway/pathway_map.tsx";
import { AccessLogCard } from "../shared/access_log_card.tsx";
import { Icon } from "../shared/icons.tsx";
import { WhenLoaded } from "../shared/loading.tsx";
import { Initials, first_name_of, in_order, role_of } from "../shared/people.tsx";
import { use_title } from "../shared/title.ts";
import { DateText } from "../shared/when.tsx";
import { use_words } from "../words/use_words.ts";
import { TeamPicture } from "../team/team_picture.tsx";
import { MyConsent } from "./my_consent.tsx";
import { MyWords } from "./my_words.tsx";
import { OurHistory } from "./our_history.tsx";
import { OurMeetings } from "./our_meetings.tsx";
import { OurPathways } from "./our_pathways.tsx";
import { OurPlan } from "./our_plan.tsx";
import { Urgent } from "./urgent.tsx";

export default function FamilyPage() {
  const { follow_up } = useParams();
  const { t } = use_words();
  const loaded = use_load<FamilyFollowUp>(`/v1/family/follow-ups/${follow_up ?? ""}`);
  use_title(t("nav.family"));
  return <WhenLoaded loaded={loaded}>{(data) => <FamilyView follow_up={data} reload={loaded.reload} />}</WhenLoaded>;
}

interface ViewProps {
  follow_up: FamilyFollowUp;
  reload: () => Promise<void>;
}

function FamilyView({ follow_up, reload }: ViewProps) {
  const { t } = use_words();
  const child = follow_up.i_am === "child";
  const name = first_name_of(follow_up.child_name);
  const open = follow_up.state === "open";
  return (
    <div className="sv-page sv-family">
      <div className="sv-family__head">
        <h1 tabIndex={-1}>{child ? t("family.hello", { name }) : t("family.about", { name })}</h1>
        <p className="sv-lead">{child ? t("family.lead_child") : t("family.lead_guardian")}</p>
      </div>

      {follow_up.next_step && open ? (
        <NextStepCard
          plain
          next_step={follow_up.next_step}
          pathway_title={follow_up.next_step.pathway_title}
          holder={follow_up.holder ? <Leads follow_up={follow_up} /> : undefined}
        >
          {follow_up.holder ? null : <p>{t("family.no_holder")}</p>}
        </NextStepCard>
      ) : (
        <section className="sv-card sv-card--deep sv-stack sv-stack--small">
          <h2>{t("family.closed")}</h2>
          {follow_up.closed_reason ? <p className="sv-prose">{follow_up.closed_reason}</p> : null}
          {follow_up.closed_on ? (
            <p className="sv-soft">
              <DateText date={follow_up.closed_on} />
            </p>
          ) : null}
        </section>
      )}

      <nav className="sv-family__ways" aria-label={t("family.on_this_page")}>
        <a href="#words">
          <Icon name="chat" /> {t("family.way_words")}
        </a>
        <a href="#plan">
          <Icon name="goal" /> {t("family.way_plan")}
        </a>
        <a href="#consent">
          <Icon name="lock" /> {t("family.way_consent")}
        </a>
        <a href="#looks">
          <Icon name="eye" /> {t("family.way_looks")}
        </a>
      </nav>

      <section className="sv-card sv-stack sv-stack--small" aria-labelledby="team">
        <h2 id="team">{child ? t("family.my_team") : t("team.title", { name })}</h2>
        <p className="sv-soft">{child ? t("family.team_text_child") : t("family.team_text")}</p>
        <div className="sv-family__team">
          <TeamPicture plain team={follow_up.team.filter((member) => !member.left)} child_name={follow_up.child_name} />
          <TeamNames follow_up={follow_up} />
        </div>
      </section>

      <MyWords follow_up={follow_up} reload={reload} />
      <OurPlan follow_up={follow_up} />
      <OurMeetings follow_up={follow_up} />

      <section className="sv-card sv-stack" aria-labelledby="map">
        <h2 id="map">{t("family.where")}</h2>
        <PathwayMap plain stages={follow_up.pathway} />
        {follow_up.reason ? (
          <details className="sv-more">
            <summary>{t("family.why")}</summary>
            <p className="sv-prose sv-more__content">{follow_up.reason}</p>
          </details>
        ) : null}
      </section>

      <OurPathways follow_up={follow_up} />
      <OurHistory follow_up={follow_up} />
      <MyConsent follow_up={follow_up} reload={reload} />
      <AccessLogCard follow_up={follow_up.id} />
      <Urgent />
    </div>
  );
}

function Leads({ follow_up }: { follow_up: FamilyFollowUp }) {
  const { t } = use_words();
  if (!follow_up.holder) return null;
  return (
    <span className="sv-now__holder">
      <Initials name={follow_up.holder.name} holder />
      <span>
        <strong>{follow_up.holder.name}</strong>
        <small>{role_of(follow_up.holder, t)}</small>
      </span>
    </span>
  );
}

function TeamNames({ follow_up }: { follow_up: FamilyFollowUp }) {
  const { t } = use_words();
  const team = in_order(follow_up.team.filter((member) => !member.left));
  return (
    <ul className="sv-list sv-list--lined" aria-label={t("team.list")}>
      {team.map((member) => (
        <li key={member.id} className="sv-member">
          <Initials name={member.name} holder={member.holder} />
          <div>
            <p className="sv-strong">{member.name}</p>
            <p className="sv-small sv-soft">{role_of(member, t)}</p>
            {member.holder ? <p className="sv-small sv-mine">{t("family.leads")}</p> : null}
          </div>
        </li>
      ))}
    </ul>
  );
}
