// What stands on a page while it loads, and when it cannot.
import { Button, Skeleton } from "@digdir/designsystemet-react";
import { Link } from "react-router";
import type { ReactNode } from "react";
import type { Problem } from "../api/client.ts";
import type { Loaded } from "../api/use_load.ts";
import { use_words } from "../words/use_words.ts";
import { Icon } from "./icons.tsx";
import { problem_text } from "./problem_text.ts";
import { use_title } from "./title.ts";

export function Waiting() {
  const { t } = use_words();
  return (
    <div className="sv-page" aria-busy="true">
      <p className="sv-only-heard" role="status">
        {t("loading")}
      </p>
      <div className="sv-stack" aria-hidden="true">
        <Skeleton variant="rectangle" width="55%" height="2.5rem" />
        <Skeleton variant="rectangle" height="11rem" />
        <Skeleton variant="rectangle" height="7rem" />
        <Skeleton variant="rectangle" height="7rem" />
      </div>
    </div>
  );
}

/// A whole page that says what is wrong and what to do about it.
export function ProblemPage({ problem, on_retry }: { problem: Problem; on_retry?: () => void }) {
  const { t } = use_words();
  const absent = problem.status === 404 || problem.status === 403;
  const title = absent ? t("absent.title") : t("problem.title");
  use_title(title);
  return (
    <div className="sv-page sv-page--narrow sv-stack">
      <h1 tabIndex={-1}>{title}</h1>
      <p className="sv-lead">{absent ? t("absent.text") : problem_text(problem, t)}</p>
      <div className="sv-row">
        {absent || !on_retry ? null : <Button onClick={on_retry}>{t("action.retry")}</Button>}
        <Link to="/">{t("absent.home")}</Link>
      </div>
    </div>
  );
}

/// In a card or a form: what could not be loaded, and the way to try again.
export function NotLoaded({ loaded }: { loaded: Pick<Loaded<unknown>, "problem" | "reload"> }) {
  const { t } = use_words();
  if (!loaded.problem) return null;
  return (
    <div className="sv-notice sv-notice--warm" role="status">
      <Icon name="alert" />
      <div className="sv-row">
        <span>{problem_text(loaded.problem, t)}</span>
        <Button type="button" data-size="sm" variant="secondary" onClick={() => void loaded.reload()}>
          {t("action.retry")}
        </Button>
      </div>
    </div>
  );
}

/// Shows the children when the answer is there. A later failure is said above what was there already.
export function WhenLoaded<T>({ loaded, children }: { loaded: Loaded<T>; children: (data: T) => ReactNode }) {
  if (loaded.data !== undefined) {
    return (
      <>
        {loaded.problem ? (
          <div className="sv-page sv-page--strip">
            <NotLoaded loaded={loaded} />
          </div>
        ) : null}
        {children(loaded.data)}
      </>
    );
  }
  if (loaded.problem) return <ProblemPage problem={loaded.problem} on_retry={() => void loaded.reload()} />;
  return <Waiting />;
}
