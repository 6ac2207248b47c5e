// From a page to the chapter of the guide that is about it.
import "./guide_link.css";
import { Link } from "react-router";
import { Icon } from "../shared/icons.tsx";
import { use_words } from "../words/use_words.ts";
import type { ChapterId } from "./guide.ts";

export function GuideLink({ chapter }: { chapter: ChapterId }) {
  const { t } = use_words();
  return (
    <Link to={`/guide#${chapter}`} className="sv-guide-link" aria-label={t("guide.here")}>
      <Icon name="info" /> {t("nav.guide")}
    </Link>
  );
}
