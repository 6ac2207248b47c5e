// Which need the page is about.
import { Field, Label, Select } from "@digdir/designsystemet-react";
import { useId } from "react";
import type { Coverage } from "../api/names.ts";
import { use_words } from "../words/use_words.ts";

interface Props {
  coverage: Coverage;
  theme: string;
  on_choose: (theme: string) => void;
}

export function ThemeField({ coverage, theme, on_choose }: Props) {
  const { t, language } = use_words();
  const id = useId();
  const themes = [...coverage.themes].sort((left, right) => left.name.localeCompare(right.name, language));
  return (
    <Field className="sv-field sv-field--short sv-coverage-theme">
      <Label htmlFor={id}>{t("coverage.theme")}</Label>
      <Select id={id} value={theme} onChange={(event) => on_choose(event.target.value)}>
        <Select.Option value="">{t("coverage.theme_any")}</Select.Option>
        {themes.map((one) => (
          <Select.Option key={one.id} value={one.id}>
            {one.name}
          </Select.Option>
        ))}
      </Select>
    </Field>
  );
}
