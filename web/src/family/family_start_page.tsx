// Where the family lands: straight to the log when there is one, a choice when there are several, and a
// kind word when there is none.
import { Link, Navigate } from "react-router";
import type { FamilyList } from "../api/names.ts";
import { use_load } from "../api/use_load.ts";
import { Icon } from "../shared/icons.tsx";
import { WhenLoaded } from "../shared/loading.tsx";
import { use_title } from "../shared/title.ts";
import { use_words } from "../words/use_words.ts";

export default function FamilyStartPage() {
  const { t } = use_words();
  const loaded = use_load<FamilyList>("/v1/family/follow-ups");
  use_title(t("nav.family"));
  return (
    <WhenLoaded loaded={loaded}>
      {({ follow_ups }) => {
        const only = follow_ups.length === 1 ? follow_ups[0] : undefined;
        if (only) return <Navigate to={`/family/${only.id}`} replace />;
        return (
          <div className="sv-page sv-page--narrow sv-stack">
            <h1 tabIndex={-1}>{t("family.start")}</h1>
            {follow_ups.length === 0 ? (
              <div className="sv-card sv-stack sv-stack--small">
                <p>{t("family.none")}</p>
                <p>
                  <a href="/">{t("family.help_pages")}</a>
                </p>
              </div>
            ) : (
              <ul className="sv-list sv-stack sv-stack--small">
                {follow_ups.map((one) => (
                  <li key={one.id} className="sv-card">
                    <div className="sv-go">
                      <div>
                        <Link className="sv-go__link" to={`/family/${one.id}`}>
                          {one.child_name}
                        </Link>
                        <div className="sv-soft">{one.state === "closed" ? t("state.closed") : one.next_title}</div>
                      </div>
                      <Icon name="arrow" />
                    </div>
                  </li>
                ))}
              </ul>
            )}
          </div>
        );
      }}
    </WhenLoaded>
  );
}
