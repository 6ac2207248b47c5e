// The map of the draft with the form of the chosen part beside it; on a phone one at a time.
import { useEffect, useRef, useState } from "react";
import { DefinitionMap } from "./definition_map.tsx";
import { use_words } from "../words/use_words.ts";
import { use_scope, type Writing } from "./edit_scope.tsx";
import { PartForm } from "./part_form.tsx";
import type { Path } from "./definition.ts";

/// As in adapt.css: one thing at a time.
const narrow = "(max-width: 63.99rem)";

export function EditPart({ on_writing }: { on_writing: (writing: Writing) => void }) {
  const { t } = use_words();
  const { definition, vocabulary, selected, select, marks, pathways } = use_scope();
  // On a phone: the map, or the form of what one has chosen on it.
  const [form_open, set_form] = useState(selected.length > 0);
  const place = useRef<HTMLDivElement>(null);
  const first = useRef(true);
  useEffect(() => {
    if (first.current || !matchMedia(narrow).matches) {
      first.current = false;
      return;
    }
    const goal = form_open ? ".sv-edit-form" : ".sv-dmap [aria-current]";
    place.current?.querySelector(goal)?.scrollIntoView({ block: form_open ? "start" : "center" });
  }, [form_open, selected]);
  const choose = (path: Path) => {
    select(path);
    set_form(true);
  };
  return (
    <div ref={place} className={form_open ? "sv-edit sv-edit--form" : "sv-edit"}>
      <div className="sv-card sv-edit-map">
        <button type="button" className="sv-dmap__about" aria-current={selected.length === 0 ? "true" : undefined} onClick={() => choose([])}>
          {t("adapt.map.about")}
        </button>
        <DefinitionMap definition={definition} vocabulary={vocabulary} selected={selected} on_select={choose} marks={marks} pathways={pathways} />
      </div>
      <div className="sv-card sv-edit-form">
        <PartForm on_writing={on_writing} on_back={() => set_form(false)} />
      </div>
    </div>
  );
}
