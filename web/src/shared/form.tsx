// A form: shows what is wrong as a summary with links and at each field, and moves focus to the summary.
// Fields find their fault by `name`, which is the path the server uses ("child.birth_date").
import { createContext, useContext, useEffect, useId, useMemo, useRef, useState, type FormEvent, type ReactNode } from "react";
import type { FieldFault, Problem } from "../api/client.ts";
import { use_words, type Words } from "../words/use_words.ts";
import { Icon } from "./icons.tsx";
import { problem_text } from "./problem_text.ts";

interface FormScope {
  id_of: (name: string) => string;
  fault_of: (name: string) => string | undefined;
  learn_label: (name: string, label: string) => void;
}

const Scope = createContext<FormScope>({ id_of: (name) => name, fault_of: () => undefined, learn_label: () => {} });

export function use_field(name: string, label: string): { id: string; fault: string | undefined } {
  const scope = useContext(Scope);
  useEffect(() => {
    scope.learn_label(name, label);
  });
  return { id: scope.id_of(name), fault: scope.fault_of(name) };
}

/// A label and what stands to it: "Fornavn: Kari", but "Når? I morgen".
export function label_and(label: string, text: string): string {
  return /[?!.]$/.test(label) ? `${label} ${text}` : `${label}: ${text}`;
}

/// "guardians[0].name" and "guardians.0.name" are the same field.
function plain(path: string): string {
  return path.replace(/\[(\d+)\]/g, ".$1");
}

/// Faults for the fields that are empty though they must not be.
export function missing(t: Words, values: Record<string, unknown>): FieldFault[] {
  return Object.entries(values)
    .filter(([, value]) => value === undefined || value === null || value === "" || (Array.isArray(value) && value.length === 0))
    .map(([path]) => ({ path, code: "required", message: t("form.required") }));
}

/// The faults the server names; a date that no rule gives is missing in the field for it.
function faults_of(problem: Problem | undefined, t: Words): FieldFault[] {
  if (problem?.code === "next_step_needs_date") {
    return [{ path: "next_due_on", code: "required", message: t("step.date_needed") }];
  }
  return problem?.fields ?? [];
}

interface FormProps {
  problem?: Problem | undefined;
  faults?: FieldFault[];
  on_submit: () => void;
  children: ReactNode;
  className?: string;
  /// Stored while one writes: what is wrong is said, and the one who writes is left where they write.
  calm?: boolean;
}

export function Form({ problem, faults = [], on_submit, children, className = "sv-stack", calm = false }: FormProps) {
  const prefix = useId();
  const labels = useRef(new Map<string, string>());
  const { t } = use_words();
  const found = useMemo(() => (faults.length > 0 ? faults : faults_of(problem, t)), [faults, problem, t]);
  // What is wrong with a field is said until the field is changed; the next sending looks again.
  const [mended, set_mended] = useState<{ of: FieldFault[]; paths: string[] }>({ of: found, paths: [] });
  const all = useMemo(
    () => (mended.of === found ? found.filter((fault) => !mended.paths.includes(fault.path)) : found),
    [found, mended],
  );

  const scope = useMemo<FormScope>(
    () => ({
      id_of: (name) => `${prefix}-${plain(name)}`,
      fault_of: (name) => all.find((fault) => plain(fault.path) === plain(name))?.message,
      learn_label: (name, label) => {
        labels.current.set(plain(name), label);
      },
    }),
    [prefix, all],
  );

  function changed(event: FormEvent) {
    const target = event.target as Node;
    const paths = all.map((fault) => fault.path).filter((path) => document.getElementById(scope.id_of(path))?.contains(target));
    if (paths.length > 0) set_mended((old) => ({ of: found, paths: old.of === found ? [...old.paths, ...paths] : paths }));
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    on_submit();
  }

  return (
    <Scope value={scope}>
      <form noValidate onSubmit={submit} onChange={changed} className={className}>
        <FormSummary found={found} faults={all} problem={problem} labels={labels.current} id_of={scope.id_of} calm={calm} />
        {children}
      </form>
    </Scope>
  );
}

interface SummaryProps {
  /// What the last sending found; focus goes to the summary when that is new.
  found: FieldFault[];
  /// What of it is still to be mended.
  faults: FieldFault[];
  problem: Problem | undefined;
  labels: Map<string, string>;
  id_of: (name: string) => string;
  calm: boolean;
}

function FormSummary({ found, faults, problem, labels, id_of, calm }: SummaryProps) {
  const { t } = use_words();
  const box = useRef<HTMLDivElement>(null);
  // A problem that was all in the fields is over when they are mended.
  const shown = faults.length > 0 || (problem !== undefined && found.length === 0);
  useEffect(() => {
    if (!calm && (found.length > 0 || problem !== undefined)) box.current?.focus();
  }, [found, problem, calm]);
  if (!shown) return null;

  function go(event: React.MouseEvent, path: string) {
    event.preventDefault();
    const field = document.getElementById(id_of(path));
    field?.scrollIntoView({ block: "center" });
    field?.focus();
  }

  return (
    <div ref={box} role="alert" tabIndex={-1} className="sv-notice sv-notice--danger">
      <Icon name="alert" />
      <div>
        <p className="sv-strong">
          {faults.length > 0 ? t("problem.invalid_fields") : problem ? problem_text(problem, t) : null}
        </p>
        {faults.length > 0 && (
          <ul className="sv-summary-list">
            {faults.map((fault) => {
              const label = labels.get(plain(fault.path));
              return (
                <li key={fault.path}>
                  {label ? (
                    <a href={`#${id_of(fault.path)}`} onClick={(event) => go(event, fault.path)}>
                      {label_and(label, fault.message)}
                    </a>
                  ) : (
                    fault.message
                  )}
                </li>
              );
            })}
          </ul>
        )}
      </div>
    </div>
  );
}
