// Own words as they were said, newest first. One takes back only one's own.
import { Button } from "@digdir/designsystemet-react";
import type { OwnWords } from "../api/names.ts";
import { use_words } from "../words/use_words.ts";
import { InstantText } from "./when.tsx";

/// Enough of the words to tell one button from another.
const heard_length = 60;

interface Props {
  words: OwnWords[];
  empty: string;
  on_take_back?: (id: string) => void;
}

export function OwnWordsList({ words, empty, on_take_back }: Props) {
  const { t } = use_words();
  if (words.length === 0) return <p className="sv-empty">{empty}</p>;
  return (
    <ul className="sv-list sv-said-list">
      {words.map((one) => (
        <li key={one.id} className={one.capacity === "guardian" ? "sv-said sv-said--guardian" : "sv-said"}>
          <blockquote>{one.text}</blockquote>
          <p className="sv-small">
            <strong>{one.name}</strong>, <InstantText instant={one.said_at} />
            {one.capacity === "staff_on_behalf" ? <> · {t("words.by_staff")}</> : null}
          </p>
          {one.mine && on_take_back ? (
            <Button variant="tertiary" data-size="sm" onClick={() => on_take_back(one.id)}>
              {t("words.take_back")}
              <span className="sv-only-heard">: {one.text.slice(0, heard_length)}</span>
            </Button>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
