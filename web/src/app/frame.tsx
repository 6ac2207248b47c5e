// What is around every page: skip link, header, the page itself, footer. Moves focus to the page's
// heading when the page changes, so that a screen reader says where one is.
import { useEffect, useRef, type ReactNode } from "react";
import { Link, useLocation } from "react-router";
import { use_session } from "../session/session.tsx";
import { use_words } from "../words/use_words.ts";
import { Header } from "./header.tsx";
import { OfflineStrip } from "./offline_strip.tsx";

export function Frame({ children }: { children: ReactNode }) {
  const { t } = use_words();
  const { acting } = use_session();
  const { pathname } = useLocation();
  const main = useRef<HTMLElement>(null);
  const before = useRef(pathname);

  useEffect(() => {
    if (before.current === pathname) return;
    const same_place = place_of(before.current) === place_of(pathname);
    before.current = pathname;
    // Between the parts of one page the reader stays where the parts are chosen.
    if (same_place) return;
    scrollTo(0, 0);
    return focus_heading(main.current);
  }, [pathname]);

  return (
    <div className="sv-frame">
      <a className="sv-skip" href="#main" onClick={() => main.current?.focus()}>
        {t("frame.skip")}
      </a>
      <Header />
      <OfflineStrip />
      <main id="main" ref={main} tabIndex={-1}>
        {children}
      </main>
      <footer className="sv-footer">
        <div className="sv-footer__inner">
          <p>{acting?.role === "family" ? t("footer.family") : t("footer.staff")}</p>
          <p className="sv-footer__links">
            <Link to="/guide">{t("nav.guide")}</Link>
            <a href={`/?lang=${document.documentElement.lang}`}>{t("footer.public_page")}</a>
          </p>
        </div>
      </footer>
    </div>
  );
}

/// Focuses the page's heading; while the page loads the page itself, and the heading when it comes, unless the
/// person has moved on by then.
function focus_heading(main: HTMLElement | null): (() => void) | undefined {
  const heading = main?.querySelector<HTMLElement>("h1");
  (heading ?? main)?.focus({ preventScroll: true });
  if (heading || !main) return undefined;
  const observer = new MutationObserver(() => {
    const arrived = main.querySelector<HTMLElement>("h1");
    if (!arrived) return;
    observer.disconnect();
    if (document.activeElement === main) arrived.focus({ preventScroll: true });
  });
  observer.observe(main, { childList: true, subtree: true });
  return () => observer.disconnect();
}

/// "/follow-ups/<id>" of "/follow-ups/<id>/meetings": the parts of a follow-up are one page, and so are those of
/// "/pathways/<id>/adapt".
function place_of(pathname: string): string {
  const words = pathname.split("/");
  return words.slice(0, words[1] === "pathways" ? 4 : 3).join("/");
}
