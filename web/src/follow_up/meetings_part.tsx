// Meetings: those to come first, then those held.
import { Button } from "@digdir/designsystemet-react";
import { useState } from "react";
import { Link } from "react-router";
import type { Meeting } from "../api/names.ts";
import { Icon } from "../shared/icons.tsx";
import { instant_in_words } from "../shared/when.tsx";
import { use_words } from "../words/use_words.ts";
import { CallWindow } from "./call_window.tsx";
import { use_follow_up } from "./scope.tsx";

export function MeetingsPart() {
  const { t } = use_words();
  const { follow_up, may } = use_follow_up();
  const [calling, set_calling] = useState(false);
  const coming = follow_up.meetings.filter((meeting) => meeting.state === "called").reverse();
  const past = follow_up.meetings.filter((meeting) => meeting.state !== "called");
  const writing = may("contribute") && follow_up.state === "open";
  return (
    <div className="sv-stack">
      <section className="sv-card sv-stack sv-stack--small" aria-labelledby="coming">
        <div className="sv-row sv-row--between">
          <h2 id="coming">{t("meeting.coming")}</h2>
          {writing ? (
            <Button variant="secondary" onClick={() => set_calling(true)}>
              <Icon name="calendar" /> {t("meeting.call")}
            </Button>
          ) : null}
        </div>
        {coming.length === 0 ? <p className="sv-empty">{t("meeting.none")}</p> : <Rows meetings={coming} />}
      </section>
      {past.length > 0 ? (
        <section className="sv-card sv-stack sv-stack--small" aria-labelledby="past">
          <h2 id="past">{t("meeting.past")}</h2>
          <Rows meetings={past} />
        </section>
      ) : null}
      <CallWindow open={calling} on_close={() => set_calling(false)} />
    </div>
  );
}

function Rows({ meetings }: { meetings: Meeting[] }) {
  const { t, language } = use_words();
  return (
    <ul className="sv-list sv-list--lined">
      {meetings.map((meeting) => (
        <li key={meeting.id}>
          <div className="sv-go">
            <div>
              <Link className="sv-go__link sv-capital" to={meeting.id}>
                {instant_in_words(meeting.starts_at, t, language)}
              </Link>
              <div className="sv-soft sv-small">{[meeting.place, meeting.agenda[0]].filter(Boolean).join(" · ")}</div>
            </div>
            <div className="sv-go__side">
              <span className="sv-tag">{t(`meeting_state.${meeting.state}`)}</span>
            </div>
          </div>
        </li>
      ))}
    </ul>
  );
}
