// The map of the draft with the form of the chosen part beside it; on a phone one at a time.
import { DefinitionMap } from "./definition_map.tsx";
import { use_words } from "../words/use_words.ts";
import { use_scope, type Writing } from "./edit_scope.tsx";
import { PartForm } from "./part_form.tsx";
import type { Path } from "./definition.ts";
import { use_map_or_form } from "./use_map_or_form.ts";

export function EditPart({ on_writing }: { on_writing: (writing: Writing) => void }) {
  const { t } = use_words();
  const { definition, vocabulary, selected, select, marks, pathways } = use_scope();
  const { place, class_name, show_form, show_map } = use_map_or_form(selected, selected.length > 0);
  const choose = (path: Path) => {
    select(path);
    show_form();
  };
  return (
    <div ref={place} className={class_name}>
      <div className="sv-card sv-edit-map">
        <button type="button" className="sv-dmap__about" aria-current={selected.length === 0 ? "true" : undefined} onClick={() => choose([])}>
          {t("adapt.map.about")}
        </button>
        <DefinitionMap definition={definition} vocabulary={vocabulary} selected={selected} on_select={choose} marks={marks} pathways={pathways} />
      </div>
      <div className="sv-card sv-edit-form">
        <PartForm on_writing={on_writing} on_back={show_map} />
      </div>
    </div>
  );
}
