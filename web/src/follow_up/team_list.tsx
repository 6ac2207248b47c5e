// Everybody in the team, as a list: who, for whom, since when, how to be reached; and what the holder may
// do: offer the baton, take somebody in, note that somebody left.
import { Button } from "@digdir/designsystemet-react";
import { useState } from "react";
import { api } from "../api/client.ts";
import type { FollowUp, Member } from "../api/names.ts";
import { Icon } from "../shared/icons.tsx";
import { Initials, in_order, role_of } from "../shared/people.tsx";
import { problem_text } from "../shared/problem_text.ts";
import { use_words } from "../words/use_words.ts";
import { AddMemberWindow } from "./add_member_window.tsx";
import { BatonWindow } from "./baton_window.tsx";
import { LeaveWindow } from "./leave_window.tsx";
import { use_follow_up, use_send } from "./scope.tsx";

export function TeamList() {
  const { t } = use_words();
  const { follow_up, team, may } = use_follow_up();
  const { action, send } = use_send();
  const [adding, set_adding] = useState(false);
  const [offering, set_offering] = useState(false);
  const [leaving, set_leaving] = useState<Member | null>(null);
  const left = follow_up.team.filter((member) => member.left);
  const lead = may("lead") && follow_up.state === "open";
  const offer = follow_up.offer;

  async function withdraw() {
    if (!offer) return;
    await send(() => api.post<FollowUp>(`/v1/baton-offers/${offer.id}/withdraw`), t("baton.withdrawn"));
  }

  return (
    <div className="sv-stack sv-stack--small">
      <ul className="sv-list sv-list--lined" aria-label={t("team.list")}>
        {in_order(team).map((member) => (
          <li key={member.id} className="sv-member">
            <Initials name={member.name} holder={member.holder} />
            <div>
              <p className="sv-strong">{member.name}</p>
              <p className="sv-small sv-soft">{role_of(member, t)}</p>
              {member.holder ? (
                <p className="sv-small sv-mine">
                  <Icon name="baton" /> {t("team.has_baton")}
                </p>
              ) : null}
              {member.kind === "guardian" ? <Phone member={member} /> : null}
              {member.kind === "staff" && !member.covered ? <p className="sv-tag sv-tag--late">{t("team.not_covered")}</p> : null}
            </div>
            {lead && member.kind === "staff" && !member.holder ? (
              <Button variant="tertiary" data-size="sm" onClick={() => set_leaving(member)}>
                {t("team.leave")}
                <span className="sv-only-heard">: {member.name}</span>
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {offer ? (
        <div className="sv-notice">
          <Icon name="baton" />
          <div>
            <p>{t("baton.offered", { name: offer.to_name })}</p>
            {lead ? (
              <Button variant="tertiary" data-size="sm" loading={action.pending} onClick={() => void withdraw()}>
                {t("baton.withdraw")}
              </Button>
            ) : null}
          </div>
        </div>
      ) : null}
      {action.problem ? <p className="sv-notice sv-notice--danger">{problem_text(action.problem, t)}</p> : null}
      {lead ? (
        <div className="sv-row">
          {offer ? null : (
            <Button variant="secondary" onClick={() => set_offering(true)}>
              <Icon name="baton" /> {t("baton.offer")}
            </Button>
          )}
          <Button variant="tertiary" onClick={() => set_adding(true)}>
            <Icon name="plus" /> {t("team.add")}
          </Button>
        </div>
      ) : null}
      {left.length > 0 ? (
        <details className="sv-more">
          <summary>{t("team.left", { count: left.length })}</summary>
          <ul className="sv-list sv-more__content sv-small">
            {left.map((member) => (
              <li key={member.id}>
                {member.name}, {role_of(member, t)}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      <AddMemberWindow open={adding} on_close={() => set_adding(false)} />
      <BatonWindow open={offering} on_close={() => set_offering(false)} />
      <LeaveWindow member={leaving} on_close={() => set_leaving(null)} />
    </div>
  );
}

function Phone({ member }: { member: Member }) {
  const { follow_up } = use_follow_up();
  const phone = follow_up.guardians.find((guardian) => guardian.id === member.id)?.phone;
  if (!phone) return null;
  return (
    <a className="sv-small" href={`tel:${phone.replace(/\s/g, "")}`}>
      {phone}
    </a>
  );
}
