// Above the workroom: what it is about, whether it is stored, undo, publish, and its parts.
import { Button } from "@digdir/designsystemet-react";
import { useEffect, useRef } from "react";
import { Link, NavLink, useLocation } from "react-router";
import type { PathwayDraft } from "../api/names.ts";
import { GuideLink } from "../guide/guide_link.tsx";
import { Icon, type IconName } from "../shared/icons.tsx";
import { SaveMark } from "../shared/save_mark.tsx";
import type { Autosave } from "../shared/use_autosave.ts";
import { use_words } from "../words/use_words.ts";
import type { DraftEdit, Editing } from "./use_editing.ts";

interface Props {
  title: string;
  base: string;
  draft: PathwayDraft;
  autosave: Autosave<DraftEdit>;
  editing: Editing;
  differences: number | undefined;
  update: boolean;
  on_publish: () => void;
  on_discard: () => void;
}

export function WorkHead({ title, base, draft, autosave, editing, differences, update, on_publish, on_discard }: Props) {
  const { t } = use_words();
  const parts: { path: string; icon: IconName; word: string; mark?: string }[] = [
    { path: "/", icon: "pen", word: t("adapt.tab.edit") },
    { path: "/differences", icon: "eye", word: t("adapt.tab.differences"), ...(differences ? { mark: String(differences) } : {}) },
    { path: "/try", icon: "goal", word: t("adapt.tab.try") },
    { path: "/update", icon: "down", word: t("adapt.tab.update"), ...(update ? { mark: t("adapt.tab.new") } : {}) },
    { path: "/json", icon: "note", word: t("adapt.tab.json") },
  ];
  const row = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  useEffect(() => {
    // On a phone the row is wider than the screen: the part one is in is brought into it.
    const current = row.current?.querySelector<HTMLElement>("[aria-current]");
    if (row.current && current) row.current.scrollLeft = current.offsetLeft - row.current.clientWidth / 2 + current.offsetWidth / 2;
  }, [pathname]);
  return (
    <div className="sv-stack sv-stack--small sv-work-head">
      <div className="sv-row sv-row--between">
        <Link to="/pathways" className="sv-onward">
          <Icon name="back" /> {t("adapt.list.title")}
        </Link>
        <GuideLink chapter="adapt" />
      </div>
      <div className="sv-row sv-row--between">
        <div>
          <h1 tabIndex={-1}>{title}</h1>
          <p className="sv-soft">{t("adapt.draft_of", { version: draft.base_version })}</p>
        </div>
        <div className="sv-row sv-work-head__do">
          <SaveMark autosave={autosave} />
          <Again of={editing.undo} icon="undo" word={t("adapt.undo")} />
          <Again of={editing.redo} icon="redo" word={t("adapt.redo")} />
          <Button variant="tertiary" onClick={on_discard}>
            {t("adapt.discard.open")}
          </Button>
          <Button onClick={on_publish} aria-haspopup="dialog">
            {t("adapt.publish.open")}
          </Button>
        </div>
      </div>
      <nav ref={row} className="sv-parts" aria-label={t("adapt.tab.label")}>
        <ul>
          {parts.map((part) => (
            <li key={part.path}>
              <NavLink to={part.path === "/" ? base : `${base}${part.path}`} end={part.path === "/"} preventScrollReset>
                <Icon name={part.icon} /> {part.word}
                {part.mark ? <span className="sv-tag sv-tag--warm">{part.mark}</span> : null}
              </NavLink>
            </li>
          ))}
        </ul>
      </nav>
    </div>
  );
}

/// Takes back, or does again; says what.
function Again({ of, icon, word }: { of: Editing["undo"]; icon: "undo" | "redo"; word: string }) {
  return (
    <Button variant="secondary" data-size="sm" aria-disabled={of === null} title={of?.what} aria-label={of ? `${word}: ${of.what}` : word} onClick={() => of?.run()}>
      <Icon name={icon} /> {word}
    </Button>
  );
}
