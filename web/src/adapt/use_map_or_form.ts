// On a phone the map and the form of what is chosen on it are shown one at a time; wide screens show both.
import { useEffect, useRef, useState, type RefObject } from "react";
import type { Path } from "./definition.ts";

/// As in adapt.css: one thing at a time.
const narrow = "(max-width: 63.99rem)";

interface MapOrForm {
  /// Of what holds both.
  place: RefObject<HTMLDivElement | null>;
  class_name: string;
  show_form: () => void;
  show_map: () => void;
}

export function use_map_or_form(selected: Path, form_first: boolean): MapOrForm {
  const [form_open, set_form] = useState(form_first);
  const place = useRef<HTMLDivElement>(null);
  const first = useRef(true);
  useEffect(() => {
    if (first.current || !matchMedia(narrow).matches) {
      first.current = false;
      return;
    }
    // What had focus is hidden now: it goes to the form's heading, or back to what is chosen on the map.
    const goal = place.current?.querySelector<HTMLElement>(form_open ? ".sv-edit-form h2" : ".sv-edit-map [aria-current]");
    goal?.focus({ preventScroll: true });
    (form_open ? goal?.closest(".sv-edit-form") : goal)?.scrollIntoView({ block: form_open ? "start" : "center" });
  }, [form_open, selected]);
  return {
    place,
    class_name: form_open ? "sv-edit sv-edit--form" : "sv-edit",
    show_form: () => set_form(true),
    show_map: () => set_form(false),
  };
}
