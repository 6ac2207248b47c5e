// Whom to call, day and night: the same numbers as on the public page.
import { use_words } from "../words/use_words.ts";

const lines = [
  { number: "116111", shown: "116 111" },
  { number: "116123", shown: "116 123" },
  { number: "116117", shown: "116 117" },
  { number: "113", shown: "113" },
] as const;

export function Urgent() {
  const { t } = use_words();
  return (
    <section className="sv-family__urgent">
      <p>{t("family.urgent")}</p>
      <ul className="sv-list">
        {lines.map(({ number, shown }) => (
          <li key={number}>
            <a href={`tel:${number}`}>{shown}</a> {t(`help_line.${number}`)}
          </li>
        ))}
      </ul>
    </section>
  );
}
