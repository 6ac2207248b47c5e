// The title of the browser's tab. Names of children are left out: tabs are seen over shoulders and
// remembered in the browser's history.
import { useEffect } from "react";

export function use_title(title: string): void {
  useEffect(() => {
    document.title = title ? `${title} – Samvei` : "Samvei";
  }, [title]);
}
