// The guide: what one wants to do, chapter by chapter, each at an address of its own (#concern). What is typed leaves the
// chapters that have it, marked. Families read their own chapters.
import "./guide.css";
import { Button } from "@digdir/designsystemet-react";
import { use, useEffect, useRef, useState } from "react";
import { useLocation } from "react-router";
import { use_session } from "../session/session.tsx";
import { TextField } from "../shared/fields.tsx";
import { Icon } from "../shared/icons.tsx";
import { use_title } from "../shared/title.ts";
import { use_words, type WordKey } from "../words/use_words.ts";
import { chapters_for, has_all } from "./guide.ts";
import { GuideChapter } from "./guide_chapter.tsx";
import { guide_in } from "./guide_words.ts";

export default function GuidePage() {
  const { t, language } = use_words();
  const { acting } = use_session();
  const guide = use(guide_in(language));
  const [typed, set_typed] = useState("");
  const page = useRef<HTMLDivElement>(null);
  use_title(t("guide.title"));
  use_chapter_in_address();

  const word_of = (key: string) => t(key as WordKey);
  const family = acting?.role === "family";
  const shown = chapters_for(guide, family).filter((id) => has_all(guide[id], typed, word_of));
  const seeking = typed.trim() !== "";

  return (
    <div ref={page} className="sv-page sv-stack sv-guide">
      <div className="sv-row sv-row--between sv-row--top">
        <div>
          <h1 tabIndex={-1}>{t("guide.title")}</h1>
          <p className="sv-lead">{family ? t("guide.lead_family") : t("guide.lead")}</p>
        </div>
        <Button variant="secondary" data-size="sm" className="sv-guide__print" onClick={() => print()}>
          <Icon name="print" /> {t("more.print")}
        </Button>
      </div>
      <div className="sv-guide__columns">
        <div className="sv-guide__find">
          <TextField name="sought" label={t("guide.search")} value={typed} max_length={60} on_change={set_typed} />
          <p className={seeking ? "sv-small sv-soft" : "sv-only-heard"} role="status">
            {seeking ? t("guide.found", { count: shown.length }) : ""}
          </p>
          {seeking ? (
            <button
              type="button"
              className="sv-link"
              onClick={() => {
                set_typed("");
                page.current?.querySelector("input")?.focus();
              }}
            >
              {t("guide.all")}
            </button>
          ) : null}
          {shown.length > 0 ? (
            <nav id="chapters" tabIndex={-1} aria-label={t("guide.chapters")}>
              <ul className="sv-list sv-guide__chapters">
                {shown.map((id) => (
                  <li key={id}>
                    <a href={`#${id}`}>{guide[id].title}</a>
                  </li>
                ))}
              </ul>
            </nav>
          ) : null}
        </div>
        <div className="sv-stack">
          {shown.length === 0 ? <p className="sv-card sv-empty">{t("guide.none")}</p> : null}
          {shown.map((id) => (
            <GuideChapter key={id} id={id} chapter={guide[id]} typed={typed} word_of={word_of} />
          ))}
        </div>
      </div>
    </div>
  );
}

/// Who comes by a link to a chapter begins to read there. After the frame has led to the top of the new page.
function use_chapter_in_address(): void {
  const { hash } = useLocation();
  useEffect(() => {
    if (!hash) return;
    const moment = requestAnimationFrame(() => {
      const heading = document.getElementById(hash.slice(1));
      heading?.focus({ preventScroll: true });
      heading?.scrollIntoView();
    });
    return () => cancelAnimationFrame(moment);
  }, [hash]);
}
