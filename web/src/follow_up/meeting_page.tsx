// One meeting: agenda, who came, the minutes written in the meeting and saved as one writes, and the
// decisions, which become measures.
import { Button } from "@digdir/designsystemet-react";
import { useEffect, useMemo, useRef, useState } from "react";
import { Link, useLocation, useParams } from "react-router";
import { api, Problem } from "../api/client.ts";
import type { FollowUp, Meeting } from "../api/names.ts";
import { ConflictWindow, type ConflictField } from "../shared/conflict_window.tsx";
import { CheckField, TextArea } from "../shared/fields.tsx";
import { Icon } from "../shared/icons.tsx";
import { SaveMark } from "../shared/save_mark.tsx";
import { problem_text } from "../shared/problem_text.ts";
import { unsaved_of } from "../shared/savers.ts";
import { use_autosave, type Autosave } from "../shared/use_autosave.ts";
import { instant_in_words } from "../shared/when.tsx";
import { use_words } from "../words/use_words.ts";
import { DecisionWindow } from "./decision_window.tsx";
import { MeasureItem } from "./measure_item.tsx";
import { edit_of, type MeetingEdit } from "./meeting_edit.ts";
import { RescheduleWindow } from "./reschedule_window.tsx";
import { use_follow_up, use_send } from "./scope.tsx";

export function MeetingPage() {
  const { t } = use_words();
  const { meeting: id } = useParams();
  const { follow_up, may } = use_follow_up();
  const meeting = follow_up.meetings.find((one) => one.id === id);
  const back = (
    <Link to={`/follow-ups/${follow_up.id}/meetings`} className="sv-onward" preventScrollReset>
      <Icon name="back" /> {t("part.meetings")}
    </Link>
  );
  if (!meeting) {
    return (
      <div className="sv-stack">
        {back}
        <p>{t("absent.text")}</p>
      </div>
    );
  }
  const may_write = may("contribute") && follow_up.state === "open";
  return (
    <div className="sv-stack">
      {back}
      {may_write && meeting.state !== "cancelled" ? (
        <Writing key={meeting.id} meeting={meeting} />
      ) : (
        <Reading key={meeting.id} meeting={meeting} may_write={may_write} />
      )}
    </div>
  );
}

function path_of(meeting: Meeting, follow_up_path: string): string {
  return `${follow_up_path}/meetings/${meeting.id}`;
}

function Head({ meeting, at, place }: { meeting: Meeting; at: string; place: string }) {
  const { t, language } = use_words();
  const heading = useRef<HTMLHeadingElement>(null);
  const { key } = useLocation();
  // The list one came from is gone: a reader goes on at the meeting. Not when the page was loaded at this address.
  useEffect(() => {
    if (key !== "default") heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <div>
      <h2 ref={heading} tabIndex={-1} className="sv-capital">{instant_in_words(at, t, language)}</h2>
      <p className="sv-row sv-soft">
        {place ? <span>{place}</span> : null}
        <span className="sv-tag">{t(`meeting_state.${meeting.state}`)}</span>
      </p>
    </div>
  );
}

function Writing({ meeting }: { meeting: Meeting }) {
  const { t } = use_words();
  const { path, set, follow_up, team } = use_follow_up();
  const [deciding, set_deciding] = useState(false);
  const [moving, set_moving] = useState(false);
  const stored = useMemo(() => edit_of(meeting), [meeting]);
  const autosave = use_autosave<MeetingEdit, Meeting>(path_of(meeting, path), stored, {
    save: async (edit, version) => {
      const next = await api.put<FollowUp>(path_of(meeting, path), { version, ...edit });
      set(next);
      const found = next.meetings.find((one) => one.id === meeting.id);
      if (!found) throw new Problem(500, { code: "internal" });
      return found;
    },
    read: edit_of,
    on_saved: () => {},
  });
  const edit = autosave.mine;
  const decided = follow_up.measures.filter((measure) => measure.from_meeting === meeting.id);
  const people = follow_up.team.filter(
    (member) => !member.left || edit.invited.includes(member.id),
  );

  function hold() {
    autosave.change({ state: "held", attended: edit.attended.length > 0 ? edit.attended : edit.invited });
    void autosave.flush();
  }

  function put_back() {
    autosave.change({ state: "called" });
    void autosave.flush();
  }

  return (
    <>
      <section className="sv-card sv-stack">
        <div className="sv-row sv-row--between sv-row--top">
          <Head meeting={meeting} at={edit.starts_at} place={edit.place} />
          <SaveMark autosave={autosave} />
        </div>
        <div className="sv-row">
          {edit.state === "called" ? (
            <>
              <Button onClick={hold}>{t("meeting.hold")}</Button>
              <Button variant="secondary" onClick={() => set_moving(true)}>
                {t("meeting.move")}
              </Button>
            </>
          ) : (
            <Button variant="tertiary" onClick={put_back}>
              <Icon name="undo" /> {t("meeting.put_back")}
            </Button>
          )}
        </div>
        {edit.agenda.length > 0 ? (
          <div>
            <h3>{t("meeting.agenda")}</h3>
            <ol className="sv-agenda">
              {edit.agenda.map((point) => (
                <li key={point}>{point}</li>
              ))}
            </ol>
          </div>
        ) : null}
        <TextArea name="minutes" label={t("meeting.minutes")} help={t("meeting.minutes_help")} rows={10} max_length={20000} value={edit.minutes} on_change={(minutes) => autosave.change({ minutes })} />
        {edit.state === "held" ? (
          <CheckField name="attended" label={t("meeting.attended")} value={edit.attended} on_change={(attended) => autosave.change({ attended })} choices={people.map((member) => ({ value: member.id, label: member.name }))} />
        ) : null}
      </section>
      <section className="sv-card sv-stack sv-stack--small">
        <h2>{t("meeting.decisions")}</h2>
        <p className="sv-soft">{t("meeting.decisions_text")}</p>
        {decided.length > 0 ? (
          <ul className="sv-list sv-list--lined">
            {decided.map((measure) => (
              <li key={measure.id}>
                <MeasureItem measure={measure} />
              </li>
            ))}
          </ul>
        ) : null}
        <div>
          <Button variant="secondary" onClick={() => set_deciding(true)}>
            <Icon name="plus" /> {t("meeting.decide")}
          </Button>
        </div>
      </section>
      <DecisionWindow open={deciding} on_close={() => set_deciding(false)} meeting={meeting.id} before={autosave.flush} />
      <RescheduleWindow open={moving} on_close={() => set_moving(false)} edit={edit} team={team} change={autosave.change} store={autosave.store} />
      {autosave.conflict ? <Conflict autosave={autosave} {...autosave.conflict} /> : null}
    </>
  );
}

interface ConflictProps {
  autosave: Autosave<MeetingEdit>;
  base: MeetingEdit;
  theirs: MeetingEdit;
}

function Conflict({ autosave, base, theirs }: ConflictProps) {
  const { t, language } = use_words();
  const { follow_up } = use_follow_up();
  const fields = useMemo<ConflictField<MeetingEdit>[]>(() => {
    const names = (ids: string[]) => ids.map((id) => follow_up.team.find((member) => member.id === id)?.name ?? "").join(", ");
    return [
      { name: "minutes", label: t("meeting.minutes"), prose: true },
      { name: "starts_at", label: t("meeting.when"), show: (at: string) => instant_in_words(at, t, language) },
      { name: "place", label: t("meeting.where") },
      { name: "agenda", label: t("meeting.agenda"), show: (points: string[]) => points.join("\n") },
      { name: "invited", label: t("meeting.invited"), show: names },
      { name: "attended", label: t("meeting.attended"), show: names },
      { name: "state", label: t("measure.state"), show: (state: Meeting["state"]) => t(`meeting_state.${state}`) },
    ];
  }, [t, language, follow_up.team]);
  return <ConflictWindow fields={fields} base={base} mine={autosave.mine} theirs={theirs} on_resolve={autosave.resolve} />;
}

function Reading({ meeting, may_write }: { meeting: Meeting; may_write: boolean }) {
  const { t } = use_words();
  const { follow_up, path } = use_follow_up();
  const { action, send } = use_send();
  const names = (ids: string[]) => follow_up.team.filter((member) => ids.includes(member.id)).map((member) => member.name).join(", ");
  const kept = unsaved_of<MeetingEdit>(path_of(meeting, path));

  async function put_back() {
    const { edit, version } = edit_of(meeting);
    await send(() => api.put<FollowUp>(path_of(meeting, path), { version, ...edit, state: "called" }), t("meeting.is_put_back"));
  }

  return (
    <section className="sv-card sv-stack">
      <Head meeting={meeting} at={meeting.starts_at} place={meeting.place} />
      {action.problem ? (
        <p className="sv-notice sv-notice--danger" role="alert">
          {problem_text(action.problem, t)}
        </p>
      ) : null}
      {may_write ? (
        <div>
          <Button variant="secondary" loading={action.pending} onClick={() => void put_back()}>
            <Icon name="undo" /> {t("meeting.put_back")}
          </Button>
        </div>
      ) : null}
      {meeting.agenda.length > 0 ? (
        <ol className="sv-agenda">
          {meeting.agenda.map((point) => (
            <li key={point}>{point}</li>
          ))}
        </ol>
      ) : null}
      <p className="sv-soft">{names(meeting.state === "held" ? meeting.attended : meeting.invited)}</p>
      {meeting.minutes ? <p className="sv-prose">{meeting.minutes}</p> : null}
      {kept && kept.minutes !== meeting.minutes ? (
        <div className="sv-notice sv-notice--warm">
          <Icon name="alert" />
          <div>
            <p className="sv-strong">{t("meeting.not_stored")}</p>
            <p className="sv-prose">{kept.minutes}</p>
          </div>
        </div>
      ) : null}
    </section>
  );
}
