// Coverage, for leaders and the BTI coordinator: what there is for whom here and what there is not, the line
// from low threshold to specialist, who has the treatment responsibility, and what is looked for in vain.
import "./coverage.css";
import type { ReactNode } from "react";
import { Navigate, Route, Routes, useSearchParams } from "react-router";
import { Problem } from "../api/client.ts";
import { use_person } from "../session/session.tsx";
import { ProblemPage } from "../shared/loading.tsx";
import { PartLinks } from "../shared/part_links.tsx";
import { use_title } from "../shared/title.ts";
import { use_words, type WordKey } from "../words/use_words.ts";
import { address_of, choice_from } from "./coverage.ts";
import { LinePart } from "./line_part.tsx";
import { MapPart } from "./map_part.tsx";
import { ResponsibilityPart } from "./responsibility_part.tsx";
import { SearchesPart } from "./searches_part.tsx";

const parts: { path: string; word: WordKey }[] = [
  { path: "", word: "coverage.part.map" },
  { path: "line", word: "coverage.part.line" },
  { path: "responsibility", word: "coverage.part.responsibility" },
  { path: "searches", word: "coverage.part.searches" },
];

export default function CoveragePage() {
  const { t } = use_words();
  const { acting } = use_person();
  use_title(t("coverage.title"));
  // Whoever does not lead is answered as the server answers.
  if (acting?.role !== "leader" && acting?.role !== "bti_coordinator") return <ProblemPage problem={new Problem(404, { code: "not_found" })} />;
  return (
    <div className="sv-page sv-stack sv-stack--wide">
      <div className="sv-stack sv-stack--small">
        <h1 tabIndex={-1}>{t("coverage.title")}</h1>
        <p className="sv-lead sv-coverage-text">{t("coverage.lead")}</p>
      </div>
      <Parts />
      <Routes>
        <Route index element={<MapPart />} />
        <Route path="line" element={<LinePart />} />
        <Route path="responsibility" element={<ResponsibilityPart />} />
        <Route path="searches" element={<SearchesPart />} />
        <Route path="*" element={<Navigate to="/coverage" replace />} />
      </Routes>
    </div>
  );
}

/// The need that is chosen goes along between the map and the line.
function Parts(): ReactNode {
  const { t } = use_words();
  const [address] = useSearchParams();
  const { theme } = choice_from(address);
  const search = address_of({ theme, way: "", view: "table" });
  return <PartLinks base="/coverage" label={t("coverage.parts")} parts={parts.map(({ path, word }) => ({ path, title: t(word) }))} search={search} />;
}
