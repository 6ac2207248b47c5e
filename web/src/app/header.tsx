// The header: home, where one may go, the duty to report (staff), for whom one acts, language,
// one's reminders, log out.
import { Button } from "@digdir/designsystemet-react";
import { useEffect, useState } from "react";
import { Link, NavLink, useLocation } from "react-router";
import type { Role } from "../api/names.ts";
import { use_duty } from "../duty/duty.tsx";
import { ActingChoice } from "../session/acting_choice.tsx";
import { LanguageChoice } from "../session/language_choice.tsx";
import { use_person, use_session } from "../session/session.tsx";
import { Icon, Mark } from "../shared/icons.tsx";
import { use_words, type WordKey } from "../words/use_words.ts";

interface Place {
  to: string;
  word: WordKey;
  roles: Role[];
}

const places: Place[] = [
  { to: "/workbench", word: "nav.workbench", roles: ["professional", "leader", "bti_coordinator"] },
  { to: "/pathways", word: "nav.pathways", roles: ["professional", "leader", "bti_coordinator"] },
  { to: "/offers", word: "nav.offers", roles: ["professional", "leader", "bti_coordinator"] },
  { to: "/breaks", word: "nav.board", roles: ["leader", "bti_coordinator"] },
  { to: "/coverage", word: "nav.coverage", roles: ["leader", "bti_coordinator"] },
  { to: "/exchange", word: "nav.exchange", roles: ["leader", "bti_coordinator"] },
  { to: "/settings", word: "nav.settings", roles: ["leader", "bti_coordinator"] },
  { to: "/family", word: "nav.family", roles: ["family"] },
];

/// More than these have a row of their own where the screen is not wide.
const places_in_a_row = 4;

export function Header() {
  const { t } = use_words();
  const { session, acting } = use_person();
  const { log_out } = use_session();
  const { open: open_duty } = use_duty();
  const { pathname } = useLocation();
  const [open, set_open] = useState(false);
  const role = acting?.role ?? "professional";
  const mine = places.filter((place) => place.roles.includes(role));
  useEffect(() => set_open(false), [pathname]);

  return (
    <header className={mine.length > places_in_a_row ? "sv-header sv-header--many" : "sv-header"} onKeyDown={(event) => event.key === "Escape" && set_open(false)}>
      <div className="sv-header__inner">
        <Link to="/" className="sv-brand" aria-label={t("nav.home")}>
          <Mark />
          <span>Samvei</span>
        </Link>
        {role === "family" ? null : (
          <button type="button" className="sv-duty-button" onClick={open_duty} aria-haspopup="dialog">
            <Icon name="info" />
            <span>{t("duty.button")}</span>
          </button>
        )}
        <button
          type="button"
          className="sv-menu-button"
          aria-expanded={open}
          aria-controls="menu"
          onClick={() => set_open((now) => !now)}
        >
          <Icon name={open ? "close" : "menu"} />
          <span>{t("nav.menu")}</span>
        </button>
        <div id="menu" className={open ? "sv-menu sv-menu--open" : "sv-menu"}>
          <nav aria-label={t("nav.label")}>
            <ul className="sv-nav">
              {mine.map((place) => (
                <li key={place.to}>
                  <NavLink to={place.to}>{t(place.word)}</NavLink>
                </li>
              ))}
            </ul>
          </nav>
          <div className="sv-menu__person">
            <ActingChoice />
            <LanguageChoice />
            <span className="sv-menu__name">{session.name}</span>
            {role === "family" ? null : (
              <NavLink to="/reminders" className="sv-menu__link">
                {t("nav.reminders")}
              </NavLink>
            )}
            <NavLink to="/guide" className="sv-menu__link">
              {t("nav.guide")}
            </NavLink>
            <Button variant="tertiary" data-size="sm" onClick={() => void log_out()}>
              {t("nav.log_out")}
            </Button>
          </div>
        </div>
      </div>
    </header>
  );
}
