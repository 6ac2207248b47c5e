// The fields of the editor: each is about one member of a part, found by its path.
import { Button, Fieldset } from "@digdir/designsystemet-react";
import { useState, type FormEvent, type ReactNode } from "react";
import type { Language } from "../api/names.ts";
import { DateField, SelectField, TextArea, TextField, YesField, type Choice } from "../shared/fields.tsx";
import { Icon } from "../shared/icons.tsx";
import { use_words } from "../words/use_words.ts";
import { language_word, role_word } from "./adapt_words.ts";
import { at, key_of, missing_languages, say, type Path, type Sentence } from "./definition.ts";
import { move, moved_path, take_out, type Way } from "./definition_edit.ts";
import { use_scope, use_value } from "./edit_scope.tsx";

interface Props {
  path: Path;
  label: string;
  help?: string;
}

const order: Language[] = ["nb", "nn", "en"];

interface SentenceProps extends Props {
  /// One line, or several.
  short?: boolean;
  optional?: boolean;
}

/// A text in three languages: one at a time, or all under each other; what is missing is said.
export function SentenceField({ path, label, help, short = false, optional = false }: SentenceProps) {
  const { t } = use_words();
  const { writing } = use_scope();
  const { value, set } = use_value<Sentence>(path, label);
  const Input = short ? TextField : TextArea;
  const missing = optional && value === undefined ? [] : missing_languages(value);

  function write(language: Language, text: string) {
    const next = { ...value, [language]: text };
    const empty = optional && order.every((one) => !next[one]?.trim());
    set(empty ? undefined : { nb: next.nb ?? "", nn: next.nn ?? "", en: next.en ?? "" });
  }

  if (writing === "all") {
    return (
      <Fieldset className="sv-field sv-field--area sv-languages">
        <Fieldset.Legend>{label}</Fieldset.Legend>
        {help ? <Fieldset.Description>{help}</Fieldset.Description> : null}
        {order.map((language) => (
          <Input
            key={language}
            name={`${key_of(path)}/${language}`}
            label={missing.includes(language) ? t("adapt.missing_language", { language: language_word(t, language) }) : language_word(t, language)}
            value={value?.[language] ?? ""}
            on_change={(text) => write(language, text)}
            {...(short ? {} : { rows: 2 })}
          />
        ))}
      </Fieldset>
    );
  }
  const bokmal = writing !== "nb" && value?.nb ? `${language_word(t, "nb")}: ${value.nb}` : "";
  const others = missing.filter((language) => language !== writing).map((language) => language_word(t, language));
  const about = (
    <>
      {help ? <span className="sv-block-line">{help}</span> : null}
      {bokmal ? <span className="sv-block-line sv-other-language">{bokmal}</span> : null}
      {missing.length > 0 ? (
        <span className="sv-block-line sv-missing">
          {missing.includes(writing) ? t("adapt.missing_here") : t("adapt.missing_in", { languages: others.join(", ") })}
        </span>
      ) : null}
    </>
  );
  return <Input name={key_of(path)} label={label} help={about} optional={optional} value={value?.[writing] ?? ""} on_change={(text) => write(writing, text)} {...(short ? {} : { rows: 2 })} />;
}

export function PlainField({ path, label, help, optional = false }: Props & { optional?: boolean }) {
  const { value, set } = use_value<string>(path, label);
  return <TextField name={key_of(path)} label={label} help={help} optional={optional} value={value ?? ""} on_change={(text) => set(optional && text === "" ? undefined : text)} />;
}

export function DayField({ path, label, help }: Props) {
  const { value, set } = use_value<string>(path, label);
  return <DateField name={key_of(path)} label={label} help={help} value={value ?? ""} on_change={set} />;
}

interface ChoiceProps extends Props {
  choices: Choice<string>[];
  /// What it is called when there is none; without it one must be chosen.
  none?: string;
  on_chosen?: (word: string | undefined) => void;
}

export function ChoiceField({ path, label, help, choices, none, on_chosen }: ChoiceProps) {
  const { value, set } = use_value<string>(path, label);
  // A word that nobody knows any more is shown, not lost.
  const all = value !== undefined && !choices.some((one) => one.value === value) ? [...choices, { value, label: value }] : choices;
  return (
    <SelectField
      name={key_of(path)}
      label={label}
      help={help}
      {...(none === undefined ? {} : { empty_label: none })}
      choices={all}
      value={value ?? ""}
      on_change={(word) => (on_chosen ?? set)(word === "" ? undefined : word)}
    />
  );
}

export function RoleField(props: Props & { none?: string }) {
  const { vocabulary } = use_scope();
  return <ChoiceField {...props} choices={vocabulary.roles.map((role) => ({ value: role.id, label: role_word(vocabulary, role.id) }))} />;
}

/// Yes, or nothing at all.
export function TruthField({ path, label, help }: Props) {
  const { value, set } = use_value<boolean>(path, label);
  return <YesField label={label} {...(help ? { help } : {})} value={value === true} on_change={(yes) => set(yes ? true : undefined)} />;
}

export function NumberField({ path, label, help }: Props) {
  const { value, set } = use_value<number>(path, label);
  return (
    <TextField
      name={key_of(path)}
      label={label}
      help={help}
      short
      input_mode="numeric"
      value={value === undefined ? "" : String(value)}
      on_change={(text) => {
        const digits = text.replace(/\D/g, "").slice(0, 4);
        set(digits === "" ? undefined : Number(digits));
      }}
    />
  );
}

/// Up, down and away, for a part or a row of a list.
export function RowTools({ path, name, follow = false }: { path: Path; name: string; follow?: boolean }) {
  const { t } = use_words();
  const { definition, change } = use_scope();
  const go = (way: Way) => {
    const moved = moved_path(definition, path, way);
    change({ definition: move(definition, path, way), ...(follow ? { select: moved } : {}) }, t("adapt.did.moved", { name }));
  };
  const tool = (way: Way, label: string) => (
    <Button
      variant="tertiary"
      data-size="sm"
      icon
      aria-label={`${label}: ${name}`}
      title={label}
      aria-disabled={moved_path(definition, path, way) === path}
      onClick={() => go(way)}
    >
      <Icon name={way} />
    </Button>
  );
  return (
    <span className="sv-row-tools">
      {tool("up", t("adapt.move_up"))}
      {tool("down", t("adapt.move_down"))}
      <Button
        variant="tertiary"
        data-size="sm"
        onClick={() => change({ definition: take_out(definition, path), ...(follow ? { select: path.slice(0, -2) } : {}) }, t("adapt.did.removed", { name }))}
        aria-label={`${t("adapt.remove")}: ${name}`}
      >
        {t("adapt.remove")}
      </Button>
    </span>
  );
}

interface AddProps {
  label: string;
  button: string;
  on_add: (title: string) => void;
}

/// A new part begins with what it is called: its id comes from that.
export function AddField({ label, button, on_add }: AddProps) {
  const { t } = use_words();
  const [title, set_title] = useState<string | null>(null);

  function submit(event: FormEvent) {
    event.preventDefault();
    if (!title?.trim()) return;
    on_add(title.trim());
    set_title(null);
  }
  if (title === null) {
    return (
      <Button variant="tertiary" data-size="sm" className="sv-add" onClick={() => set_title("")}>
        <Icon name="plus" /> {button}
      </Button>
    );
  }
  return (
    <form className="sv-add-form" onSubmit={submit} onKeyDown={(event) => event.key === "Escape" && set_title(null)}>
      <NewTitle label={label} value={title} on_change={set_title} />
      <div className="sv-row">
        <Button type="submit" data-size="sm" disabled={!title.trim()}>
          {button}
        </Button>
        <Button variant="tertiary" data-size="sm" onClick={() => set_title(null)}>
          {t("action.cancel")}
        </Button>
      </div>
    </form>
  );
}

function NewTitle({ label, value, on_change }: { label: string; value: string; on_change: (text: string) => void }) {
  return (
    <label className="sv-field sv-new-title">
      <span className="ds-label">{label}</span>
      <input className="ds-input" value={value} maxLength={200} ref={focus_once} onChange={(event) => on_change(event.target.value)} />
    </label>
  );
}

const focus_once = (field: HTMLInputElement | null) => field?.focus();

/// A part of a form that opens and closes; it says shortly what stands in it.
export function Section({ title, short, open = false, children }: { title: string; short?: string; open?: boolean; children: ReactNode }) {
  return (
    <details className="sv-more sv-edit-section" open={open || undefined}>
      <summary>
        <span>
          {title}
          {short ? <span className="sv-small sv-soft"> {short}</span> : null}
        </span>
      </summary>
      <div className="sv-more__content sv-stack">{children}</div>
    </details>
  );
}

/// What a list of sentences holds: tools, mostly.
export function SentenceRows({ path, label, button }: Props & { button: string }) {
  const { language } = use_words();
  const { definition } = use_scope();
  const rows = (at(definition, path) ?? []) as Sentence[];
  const { set } = use_value<Sentence[]>(path, label);
  return (
    <div className="sv-stack sv-stack--small">
      <p className="sv-strong">{label}</p>
      {rows.map((row, place) => (
        // The rows have no names: their place is all there is.
        <div key={place} className="sv-edit-row">
          <SentenceField path={[...path, place]} label={`${label} ${place + 1}`} short />
          <RowTools path={[...path, place]} name={say(row, language) || String(place + 1)} />
        </div>
      ))}
      <AddField label={label} button={button} on_add={(text) => set([...rows, { nb: text, nn: "", en: "" }])} />
    </div>
  );
}
