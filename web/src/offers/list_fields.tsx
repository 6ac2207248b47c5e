// Fields for lists: words chosen from many, free words, and rows with tools.
import { Button } from "@digdir/designsystemet-react";
import { useState } from "react";
import { SelectField, TextArea, type Choice } from "../shared/fields.tsx";
import { Icon } from "../shared/icons.tsx";
import { use_words } from "../words/use_words.ts";

interface PickProps {
  name: string;
  label: string;
  help?: string;
  choices: Choice<string>[];
  value: string[];
  on_change: (value: string[]) => void;
  optional?: boolean;
}

/// What is chosen stands below; a choice more is added with the button.
export function PickList({ name, label, help, choices, value, on_change, optional = false }: PickProps) {
  const { t } = use_words();
  const [next, set_next] = useState("");
  const title = (id: string) => choices.find((one) => one.value === id)?.label ?? id;
  return (
    <div className="sv-stack sv-stack--small sv-pick-list">
      <div className="sv-row sv-pick-list__add">
        <SelectField
          name={name}
          label={label}
          help={help}
          optional={optional}
          value={next}
          on_change={set_next}
          choices={choices.filter((one) => !value.includes(one.value))}
        />
        <Button
          variant="secondary"
          data-size="sm"
          aria-label={`${t("offers.add")}: ${label}`}
          disabled={next === ""}
          onClick={() => {
            on_change([...value, next]);
            set_next("");
          }}
        >
          <Icon name="plus" /> {t("offers.add")}
        </Button>
      </div>
      {value.length > 0 ? (
        <ul className="sv-choices sv-list" aria-label={label}>
          {value.map((id) => (
            <li key={id}>
              <span className="sv-picked">
                {title(id)}
                <button type="button" aria-label={t("offers.take_away", { name: title(id) })} onClick={() => on_change(value.filter((one) => one !== id))}>
                  <Icon name="close" />
                </button>
              </span>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}

/// Free words, one a line.
export function LinesField({ name, label, help, value, on_change, rows = 2 }: { name: string; label: string; help: string; value: string[]; on_change: (value: string[]) => void; rows?: number }) {
  const [typed, set_typed] = useState(value.join("\n"));
  const lines = typed.split("\n").map((line) => line.trim()).filter(Boolean);
  // Another version came in while nothing was typed here.
  const shown = lines.join("\n") === value.join("\n") ? typed : value.join("\n");
  return (
    <TextArea
      name={name}
      label={label}
      help={help}
      optional
      rows={rows}
      value={shown}
      on_change={(text) => {
        set_typed(text);
        on_change(text.split("\n").map((line) => line.trim()).filter(Boolean));
      }}
    />
  );
}

/// A list with one thing moved or taken away.
export function RowTools<Row>({ rows, place, name, on_change }: { rows: Row[]; place: number; name: string; on_change: (rows: Row[]) => void }) {
  const { t } = use_words();
  const move = (to: number) => {
    const next = [...rows];
    const [row] = next.splice(place, 1);
    if (row !== undefined) next.splice(to, 0, row);
    on_change(next);
  };
  return (
    <span className="sv-row-tools">
      {place > 0 ? (
        <Button variant="tertiary" data-size="sm" icon aria-label={t("offers.move_up", { name })} onClick={() => move(place - 1)}>
          <Icon name="up" />
        </Button>
      ) : null}
      {place < rows.length - 1 ? (
        <Button variant="tertiary" data-size="sm" icon aria-label={t("offers.move_down", { name })} onClick={() => move(place + 1)}>
          <Icon name="down" />
        </Button>
      ) : null}
      <Button variant="tertiary" data-size="sm" aria-label={t("offers.take_away", { name })} onClick={() => on_change(rows.filter((_, at) => at !== place))}>
        {t("offers.remove")}
      </Button>
    </span>
  );
}

export function AddRow({ label, on_add }: { label: string; on_add: () => void }) {
  return (
    <div>
      <Button variant="secondary" data-size="sm" onClick={on_add}>
        <Icon name="plus" /> {label}
      </Button>
    </div>
  );
}

/// A whole number, or nothing.
export function number_in(text: string, max: number): number | undefined {
  const digits = text.replace(/\D/g, "");
  return digits === "" ? undefined : Math.min(Number(digits), max);
}
