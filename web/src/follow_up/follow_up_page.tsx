// The follow-up of one child. At the top, always: what is next, by when, who has the baton. Under it the
// parts, each at its own address.
import "./follow_up.css";
import { Link, Navigate, Route, Routes, useLocation, useParams } from "react-router";
import type { FollowUp } from "../api/names.ts";
import { use_load } from "../api/use_load.ts";
import { use_duty_subject } from "../duty/duty.tsx";
import { Icon, type IconName } from "../shared/icons.tsx";
import { WhenLoaded } from "../shared/loading.tsx";
import type { ChapterId } from "../guide/guide.ts";
import { GuideLink } from "../guide/guide_link.tsx";
import { PathwaysPart } from "../runs/pathways_part.tsx";
import { PartLinks } from "../shared/part_links.tsx";
import { use_title } from "../shared/title.ts";
import { use_words, type WordKey } from "../words/use_words.ts";
import { ConsentPart } from "./consent_part.tsx";
import { FrameOnly } from "./frame_only.tsx";
import { HistoryPart } from "./history_part.tsx";
import { MeetingPage } from "./meeting_page.tsx";
import { MeetingsPart } from "./meetings_part.tsx";
import { More } from "./more.tsx";
import { Now } from "./now.tsx";
import { OverviewPart } from "./overview_part.tsx";
import { OwnWordsPart } from "./own_words_part.tsx";
import { PlanPart } from "./plan_part.tsx";
import { FollowUpScope } from "./scope.tsx";

interface Part {
  /// None: the follow-up's own address.
  path?: string;
  word: WordKey;
  icon: IconName;
}

const parts: Part[] = [
  { word: "part.overview", icon: "people" },
  { path: "pathways", word: "part.pathways", icon: "arrow" },
  { path: "plan", word: "part.plan", icon: "goal" },
  { path: "meetings", word: "part.meetings", icon: "calendar" },
  { path: "words", word: "part.words", icon: "chat" },
  { path: "history", word: "part.history", icon: "note" },
  { path: "consent", word: "part.consent", icon: "lock" },
];

export default function FollowUpPage() {
  const { follow_up } = useParams();
  const { t } = use_words();
  const loaded = use_load<FollowUp>(`/v1/follow-ups/${follow_up ?? ""}`);
  use_title(t("follow_up.title"));
  use_duty_subject("follow_up", follow_up);
  return (
    <WhenLoaded loaded={loaded}>
      {(data) => (
        <FollowUpScope follow_up={data} set={loaded.set}>
          <Shown follow_up={data} />
        </FollowUpScope>
      )}
    </WhenLoaded>
  );
}

function Shown({ follow_up }: { follow_up: FollowUp }) {
  const { t } = use_words();
  const { pathname } = useLocation();
  const base = `/follow-ups/${follow_up.id}`;
  return (
    <div className="sv-page sv-stack">
      <div className="sv-follow-head">
        <div className="sv-row sv-row--between">
          <Link to="/workbench" className="sv-onward">
            <Icon name="back" /> {t("nav.workbench")}
          </Link>
          <GuideLink chapter={chapter_of(pathname.slice(base.length + 1))} />
        </div>
        <div className="sv-follow-head__title">
          <h1 tabIndex={-1}>{follow_up.child?.name ?? follow_up.reference}</h1>
          {follow_up.frame_only ? null : <More />}
        </div>
        <p className="sv-row sv-follow-head__facts">
          {follow_up.child ? <span>{t("person.age", { count: follow_up.child.age })}</span> : null}
          <span className="sv-tag sv-tag--deep">{follow_up.level_name}</span>
          {follow_up.state === "closed" ? <span className="sv-tag">{t("state.closed")}</span> : null}
          <span className="sv-soft sv-small">{follow_up.reference}</span>
        </p>
      </div>
      <Now compact={!follow_up.frame_only && pathname.replace(/\/$/, "") !== base} />
      {follow_up.frame_only ? (
        <FrameOnly />
      ) : (
        <>
          <PartLinks base={base} label={t("part.label")} parts={parts.map((part) => ({ ...part, title: t(part.word) }))} />
          <Routes>
            <Route index element={<OverviewPart />} />
            <Route path="pathways" element={<PathwaysPart />} />
            <Route path="plan" element={<PlanPart />} />
            <Route path="meetings" element={<MeetingsPart />} />
            <Route path="meetings/:meeting" element={<MeetingPage />} />
            <Route path="words" element={<OwnWordsPart />} />
            <Route path="history" element={<HistoryPart />} />
            <Route path="consent" element={<ConsentPart />} />
            <Route path="*" element={<Navigate to={base} replace />} />
          </Routes>
        </>
      )}
    </div>
  );
}

/// What the guide says about the part one is in.
function chapter_of(part: string): ChapterId {
  if (part === "pathways") return "several_pathways";
  if (part === "plan" || part === "words" || part.startsWith("meetings")) return "meetings_goals";
  return part === "consent" || part === "history" ? "who_sees" : "next_step";
}
