// An early concern that was changed in two places: the same person's phone and PC, mostly. Question by question.
import { useMemo } from "react";
import { use_load } from "../api/use_load.ts";
import type { Guide } from "../duty/guide.ts";
import { ConflictWindow, type ConflictField } from "../shared/conflict_window.tsx";
import { use_words } from "../words/use_words.ts";
import { gather, questions_in, spread, type ConcernEdit, type SpreadEdit } from "./concern_edit.ts";

interface Props {
  base: ConcernEdit;
  mine: ConcernEdit;
  theirs: ConcernEdit;
  on_resolve: (edit: ConcernEdit) => void;
}

export function ConcernConflict({ base, mine, theirs, on_resolve }: Props) {
  const { t, language } = use_words();
  const guide = use_load<Guide>("/v1/guides/early_concern").data;
  const questions = useMemo(() => questions_in(base, mine, theirs), [base, mine, theirs]);
  const fields = useMemo<ConflictField<SpreadEdit>[]>(() => {
    const title_of = (id: string) => guide?.sections.find((section) => section.id === id)?.title[language];
    return [
      { name: "label", label: t("concern.label") },
      { name: "facts", label: t("concern.facts"), prose: true },
      ...questions.map((id) => ({ name: `answers.${id}` as const, label: title_of(id) ?? t("concern.answers"), prose: true })),
      { name: "suspicion_of_violence", label: t("violence.switch"), show: (value: boolean) => (value ? t("form.yes") : t("form.no")) },
    ];
  }, [t, language, guide, questions]);
  const [from, yours, others] = useMemo(
    () => [spread(base, questions), spread(mine, questions), spread(theirs, questions)] as const,
    [base, mine, theirs, questions],
  );
  return (
    <ConflictWindow fields={fields} base={from} mine={yours} theirs={others} on_resolve={(merged) => on_resolve(gather(merged, questions))} />
  );
}
