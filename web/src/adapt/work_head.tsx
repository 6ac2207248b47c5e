// Above the workroom: what it is about, whether it is stored, undo, publish, and its parts.
import { Button } from "@digdir/designsystemet-react";
import { Link } from "react-router";
import type { PathwayDraft } from "../api/names.ts";
import { GuideLink } from "../guide/guide_link.tsx";
import { Icon } from "../shared/icons.tsx";
import { PartLinks, type PagePart } from "../shared/part_links.tsx";
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
  const parts: PagePart[] = [
    { icon: "pen", title: t("adapt.tab.edit") },
    { path: "differences", icon: "eye", title: t("adapt.tab.differences"), ...(differences ? { mark: String(differences) } : {}) },
    { path: "try", icon: "goal", title: t("adapt.tab.try") },
    { path: "update", icon: "down", title: t("adapt.tab.update"), ...(update ? { mark: t("adapt.tab.new") } : {}) },
    { path: "json", icon: "note", title: t("adapt.tab.json") },
  ];
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
      <PartLinks base={base} label={t("adapt.tab.label")} parts={parts} />
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
