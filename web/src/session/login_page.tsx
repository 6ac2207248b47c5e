// The page one logs in on, and the window over the page when a session has ended in the middle of work.
import { Button } from "@digdir/designsystemet-react";
import { Navigate, useLocation, useNavigate } from "react-router";
import { Mark } from "../shared/icons.tsx";
import { use_title } from "../shared/title.ts";
import { Window } from "../shared/window.tsx";
import { use_words } from "../words/use_words.ts";
import { LanguageChoice } from "./language_choice.tsx";
import { LoginForm } from "./login_form.tsx";
import { use_session } from "./session.tsx";
import { JoiningPaths } from "./joining_paths.tsx";

export function LoginPage() {
  const { t, language } = use_words();
  const { session } = use_session();
  const public_page = `/?lang=${language}`;
  const navigate = useNavigate();
  const { state } = useLocation() as { state: { from?: string } | null };
  use_title(t("login.title"));
  if (session) return <Navigate to={state?.from ?? "/"} replace />;
  return (
    <div className="sv-login">
      <aside className="sv-login__picture">
        <JoiningPaths />
        <p className="sv-login__promise">{t("login.promise")}</p>
      </aside>
      <main className="sv-login__side" id="main" tabIndex={-1}>
        <div className="sv-login__top">
          <a href={public_page} className="sv-brand">
            <Mark /> <span>Samvei</span>
          </a>
          <LanguageChoice />
        </div>
        <div className="sv-login__form sv-stack">
          <h1>{t("login.title")}</h1>
          <LoginForm on_done={() => void navigate(state?.from ?? "/", { replace: true })} />
          <p className="sv-small sv-soft">{t("login.help")}</p>
        </div>
        <p className="sv-small">
          <a href={public_page}>{t("login.public_page")}</a>
        </p>
      </main>
    </div>
  );
}

export function ExpiredWindow() {
  const { t } = use_words();
  const { expired, give_up_expired } = use_session();
  return (
    <Window must_answer open={expired} title={t("expired.title")} on_close={() => {}}>
      <p>{t("expired.text")}</p>
      <LoginForm />
      <Button variant="tertiary" onClick={give_up_expired}>
        {t("expired.leave")}
      </Button>
    </Window>
  );
}
