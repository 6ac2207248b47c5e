// What an import would do: faults by row and line, what is new, what would change field by field, what is gone, and what
// may be here already.
import type { ReactNode, RefObject } from "react";
import type { ImportDryRun, ImportRowFault, ImportService } from "../api/names.ts";
import { Icon } from "../shared/icons.tsx";
import { use_words, type Words } from "../words/use_words.ts";
import { field_word, value_word } from "./exchange_words.ts";
import { because_word } from "./pair_words.ts";

interface Props {
  run: ImportDryRun;
  heading: RefObject<HTMLHeadingElement | null>;
  children: ReactNode;
}

export function DryRunView({ run, heading, children }: Props) {
  const { t } = use_words();
  const of = (outcome: ImportService["outcome"]) => run.services.filter((service) => service.outcome === outcome);
  const faults = run.rows.filter((row) => row.weight === "fault");
  const warnings = run.rows.filter((row) => row.weight === "warning");
  return (
    <div className="sv-stack sv-exchange-seen">
      <h3 ref={heading} tabIndex={-1}>
        {t("exchange.seen")}
      </h3>
      {run.can_be_imported ? null : (
        <p className="sv-notice sv-notice--danger">
          <Icon name="alert" /> <span>{t("exchange.not_yet", { count: run.faults })}</span>
        </p>
      )}
      <dl className="sv-exchange-counts">
        <Count label={t("exchange.outcome.created")} count={run.created} />
        <Count label={t("exchange.outcome.changed")} count={run.changed} />
        <Count label={t("exchange.outcome.unchanged")} count={run.unchanged} />
        <Count label={t("exchange.outcome.gone")} count={run.gone.length} />
        <Count label={t("exchange.faults")} count={run.faults} />
        <Count label={t("exchange.warnings")} count={run.warnings} />
      </dl>
      {faults.length > 0 ? <Rows title={t("exchange.faults")} rows={faults} all={run.faults} open /> : null}
      {warnings.length > 0 ? <Rows title={t("exchange.warnings")} rows={warnings} all={run.warnings} /> : null}
      <Services title={t("exchange.outcome.created")} services={of("created")} />
      <Changes services={of("changed")} />
      <Names title={t("exchange.outcome.gone")} names={run.gone.map((one) => one.name)} />
      <Names
        title={t("exchange.may_be_here")}
        names={run.duplicates.map((pair) => `${pair.right.name}: ${pair.left.name} (${pair.left.organization}). ${pair.because.map((one) => because_word(t, one)).join(", ")}`)}
      />
      <div className="sv-row">{children}</div>
    </div>
  );
}

function Count({ label, count }: { label: string; count: number }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{count}</dd>
    </div>
  );
}

function place_of(row: ImportRowFault, t: Words): string {
  const parts = [
    row.table,
    row.row ? t("exchange.row", { number: row.row }) : "",
    row.line ? t("exchange.line", { number: row.line }) : "",
    row.field,
  ];
  return parts.filter((part) => part !== "").join(" · ");
}

function Rows({ title, rows, all, open = false }: { title: string; rows: ImportRowFault[]; all: number; open?: boolean }) {
  const { t } = use_words();
  return (
    <details className="sv-more" open={open}>
      <summary>
        {title} <span className="sv-soft">{all}</span>
      </summary>
      <div className="sv-more__content">
        <ul className="sv-exchange-rows">
          {rows.map((row, at) => (
            <li key={at}>
              <span className="sv-soft">{place_of(row, t)}</span>
              <span>{row.message}</span>
            </li>
          ))}
        </ul>
        {all > rows.length ? <p className="sv-soft">{t("exchange.more", { count: all - rows.length })}</p> : null}
      </div>
    </details>
  );
}

function Services({ title, services }: { title: string; services: ImportService[] }) {
  const { t } = use_words();
  const named = services.map((service) => (service.will_publish ? `${service.name} (${t("exchange.becomes_public")})` : service.name));
  return <Names title={title} names={named} />;
}

function Names({ title, names }: { title: string; names: string[] }) {
  if (names.length === 0) return null;
  return (
    <details className="sv-more" open={names.length <= 10}>
      <summary>
        {title} <span className="sv-soft">{names.length}</span>
      </summary>
      <div className="sv-more__content">
        <ul className="sv-exchange-names">
          {names.map((name, at) => (
            <li key={at}>{name}</li>
          ))}
        </ul>
      </div>
    </details>
  );
}

function Changes({ services }: { services: ImportService[] }) {
  const { t, language } = use_words();
  if (services.length === 0) return null;
  return (
    <details className="sv-more" open={services.length <= 5}>
      <summary>
        {t("exchange.outcome.changed")} <span className="sv-soft">{services.length}</span>
      </summary>
      <div className="sv-more__content sv-stack">
        {services.map((service) => (
          <div key={service.service} className="sv-stack sv-stack--small">
            <h4>{service.name}</h4>
            <ul className="sv-exchange-changes">
              {service.changes.map((change) => (
                <li key={change.field}>
                  <span className="sv-strong">{field_word(t, change.field)}</span>
                  {change.changed_here_too ? <span className="sv-exchange-both">{t("exchange.changed_here_too")}</span> : null}
                  <del>{value_word(change.before, language) || t("exchange.nothing")}</del>
                  <ins>{value_word(change.after, language) || t("exchange.nothing")}</ins>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </details>
  );
}
