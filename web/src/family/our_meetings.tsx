// Meetings: those that come, also the ones called off, and those before.
import type { FamilyFollowUp, Meeting } from "../api/names.ts";
import { date_in_norway, today_in_norway } from "../shared/dates.ts";
import { instant_in_words } from "../shared/when.tsx";
import { use_words } from "../words/use_words.ts";

/// A meeting called off is shown where one looks for it: among those that come until its day is over.
function is_coming(meeting: Meeting, today: string): boolean {
  if (meeting.state === "called") return true;
  return meeting.state === "cancelled" && date_in_norway(meeting.starts_at) >= today;
}

export function OurMeetings({ follow_up }: { follow_up: FamilyFollowUp }) {
  const { t } = use_words();
  const today = today_in_norway();
  const coming = follow_up.meetings.filter((meeting) => is_coming(meeting, today)).reverse();
  const before = follow_up.meetings.filter((meeting) => !is_coming(meeting, today));
  const none_called = coming.every((meeting) => meeting.state === "cancelled");
  return (
    <section className="sv-card sv-stack sv-stack--small" aria-labelledby="meetings">
      <h2 id="meetings">{t("family.meetings")}</h2>
      {none_called ? <p className="sv-empty">{t("family.no_meetings")}</p> : null}
      <ul className="sv-list sv-list--lined">
        {coming.map((meeting) => (
          <li key={meeting.id}>
            <MeetingTime meeting={meeting} />
            <p className="sv-soft">{meeting.place}</p>
            {meeting.state === "called" && meeting.agenda.length > 0 ? (
              <ul className="sv-dots">
                {meeting.agenda.map((point) => (
                  <li key={point}>{point}</li>
                ))}
              </ul>
            ) : null}
          </li>
        ))}
      </ul>
      {before.length > 0 ? (
        <details className="sv-more">
          <summary>{t("family.held", { count: before.length })}</summary>
          <ul className="sv-list sv-list--lined sv-more__content">
            {before.map((meeting) => (
              <li key={meeting.id}>
                <MeetingTime meeting={meeting} />
                {meeting.state === "held" ? <p className="sv-prose">{meeting.minutes || t("family.no_minutes")}</p> : null}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </section>
  );
}

function MeetingTime({ meeting }: { meeting: Meeting }) {
  const { t, language } = use_words();
  return (
    <p className="sv-row">
      <strong className="sv-capital">{instant_in_words(meeting.starts_at, t, language)}</strong>
      {meeting.state === "cancelled" ? <span className="sv-tag">{t("meeting_state.cancelled")}</span> : null}
    </p>
  );
}
