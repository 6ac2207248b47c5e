// The guide on the duty to report, as a panel beside the work. Reading it leaves no trace for the
// family; an assessment is recorded only when the person chooses to.
import { Button } from "@digdir/designsystemet-react";
import { useEffect, useRef, useState } from "react";
import { use_load } from "../api/use_load.ts";
import { Icon } from "../shared/icons.tsx";
import { NotLoaded } from "../shared/loading.tsx";
import { Window } from "../shared/window.tsx";
import { use_words } from "../words/use_words.ts";
import { AssessmentForm } from "./assessment_form.tsx";
import { AssessmentList } from "./assessment_list.tsx";
import type { DutySubject } from "./duty.tsx";
import type { Guide, GuideSection } from "./guide.ts";

interface Props {
  open: boolean;
  on_close: () => void;
  subject: DutySubject;
}

export function DutyPanel({ open, on_close, subject }: Props) {
  const { t, language } = use_words();
  const guide = use_load<Guide>(open ? "/v1/guides/duty_to_report" : null);
  const [writing, set_writing] = useState(false);
  const [recorded, set_recorded] = useState(false);

  const receipt = useRef<HTMLDivElement>(null);
  // The form that was sent is gone: one goes on at the top of the panel, where it says so.
  useEffect(() => {
    if (recorded) receipt.current?.focus();
  }, [recorded]);

  function close() {
    set_recorded(false);
    on_close();
  }

  return (
    <Window open={open} side title={t("duty.title")} on_close={close}>
      {/* Said in the panel: the toasts lie under it. */}
      <div ref={receipt} tabIndex={-1} role="status">
        {recorded ? (
          <p className="sv-notice sv-notice--good">
            <Icon name="check" /> {t("duty.recorded")}
          </p>
        ) : null}
      </div>
      {guide.data ? <p className="sv-lead">{guide.data.intro[language]}</p> : null}
      <EmergencyLines />
      {writing ? (
        <AssessmentForm
          guide={guide.data}
          subject={subject}
          on_recorded={() => {
            set_writing(false);
            set_recorded(true);
          }}
          on_back={() => set_writing(false)}
        />
      ) : (
        <>
          {guide.data ? <GuideText guide={guide.data} /> : null}
          <NotLoaded loaded={guide} />
          <div className="sv-card sv-card--deep sv-stack sv-stack--small">
            <h3>{t("duty.record_title")}</h3>
            <p>{t("duty.record_text")}</p>
            <div>
              <Button
                onClick={() => {
                  set_recorded(false);
                  set_writing(true);
                }}
              >
                {t("duty.record")}
              </Button>
            </div>
          </div>
          {open ? <AssessmentList /> : null}
        </>
      )}
    </Window>
  );
}

/// Shown before the guide has loaded, and when it cannot.
function EmergencyLines() {
  const { t } = use_words();
  return (
    <ul className="sv-lines">
      <li>
        <a href="tel:112">
          <Icon name="phone" />
          <span>
            <strong>112</strong> {t("duty.police")}
          </span>
        </a>
      </li>
      <li>
        <a href="tel:116111">
          <Icon name="phone" />
          <span>
            <strong>116 111</strong> {t("duty.child_line")}
          </span>
        </a>
      </li>
    </ul>
  );
}

function GuideText({ guide }: { guide: Guide }) {
  const { t } = use_words();
  const grounds = guide.sections.filter((section) => section.kind === "ground");
  const first_ground = guide.sections.findIndex((section) => section.kind === "ground");
  const before = guide.sections.slice(0, Math.max(first_ground, 0));
  const after = guide.sections.slice(Math.max(first_ground, 0)).filter((section) => section.kind !== "ground");
  const steps = after.filter((section) => section.kind === "step");
  return (
    <div className="sv-stack">
      {before.map((section) => (
        <Section key={section.id} section={section} />
      ))}
      {grounds.length > 0 ? (
        <section>
          <h3>{t("duty.grounds")}</h3>
          <ul className="sv-grounds">
            {grounds.map((ground) => (
              <GroundItem key={ground.id} ground={ground} />
            ))}
          </ul>
        </section>
      ) : null}
      {after
        .filter((section) => section.kind === "warning")
        .map((section) => (
          <Section key={section.id} section={section} />
        ))}
      {steps.length > 0 ? (
        <section>
          <h3>{t("duty.steps")}</h3>
          <ol className="sv-numbered">
            {steps.map((section) => (
              <StepItem key={section.id} section={section} />
            ))}
          </ol>
        </section>
      ) : null}
      {after
        .filter((section) => section.kind === "text" || section.kind === "contacts")
        .map((section) => (
          <Section key={section.id} section={section} />
        ))}
    </div>
  );
}

function GroundItem({ ground }: { ground: GuideSection }) {
  const { language } = use_words();
  return (
    <li>
      <strong>{ground.title[language]}</strong>
      <span className="sv-soft">{ground.text?.[language]}</span>
    </li>
  );
}

function StepItem({ section }: { section: GuideSection }) {
  const { language } = use_words();
  return (
    <li>
      <strong>{section.title[language]}</strong>
      <span>{section.text?.[language]}</span>
    </li>
  );
}

function Section({ section }: { section: GuideSection }) {
  const { t, language } = use_words();
  const body = (
    <>
      <h3>{section.title[language]}</h3>
      {section.text ? <p>{section.text[language]}</p> : null}
      {section.help ? <p className="sv-small sv-section-help">{section.help[language]}</p> : null}
      {section.legal_basis ? <p className="sv-small sv-soft">{t("duty.legal_basis", { law: section.legal_basis })}</p> : null}
    </>
  );
  if (section.kind === "warning") {
    return (
      <section className="sv-notice sv-notice--danger">
        <Icon name="alert" />
        <div>{body}</div>
      </section>
    );
  }
  return (
    <section className="sv-stack sv-stack--small">
      {body}
      {section.contacts ? (
        <ul className="sv-list sv-list--lined">
          {section.contacts.map((contact) => (
            <li key={contact.name.en}>
              <strong>{contact.name[language]}</strong>{" "}
              {contact.phone ? <a href={`tel:${contact.phone.replace(/\s/g, "")}`}>{contact.phone}</a> : null}
              {contact.note ? <div className="sv-soft sv-small">{contact.note[language]}</div> : null}
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}
