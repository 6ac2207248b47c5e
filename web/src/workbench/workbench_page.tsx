// The workbench: what is due, offers of the baton, my children, my early concerns, and one clear way to
// begin.
import "./workbench.css";
import { Button } from "@digdir/designsystemet-react";
import { Link } from "react-router";
import type { Workbench } from "../api/names.ts";
import { use_load } from "../api/use_load.ts";
import { GuideLink } from "../guide/guide_link.tsx";
import { use_person } from "../session/session.tsx";
import { Icon } from "../shared/icons.tsx";
import { WhenLoaded } from "../shared/loading.tsx";
import { first_name_of } from "../shared/people.tsx";
import { use_title } from "../shared/title.ts";
import { use_words } from "../words/use_words.ts";
import { BreaksCard } from "./breaks_card.tsx";
import { ConcernList } from "./concern_list.tsx";
import { DueList } from "./due_list.tsx";
import { FollowUpList } from "./follow_up_list.tsx";
import { OffersCard } from "../offers/offers_card.tsx";
import { OfferCard } from "./offer_card.tsx";

export default function WorkbenchPage() {
  const { t } = use_words();
  const { session, acting } = use_person();
  const loaded = use_load<Workbench>("/v1/workbench");
  use_title(t("nav.workbench"));
  return (
    <WhenLoaded loaded={loaded}>
      {(workbench) => {
        const nothing =
          workbench.due.length + workbench.offers.length + workbench.follow_ups.length + workbench.early_concerns.length === 0;
        return (
          <div className="sv-page">
            <div className="sv-row sv-row--between sv-workbench-head">
              <div className="sv-guided">
                <h1 tabIndex={-1}>{t("workbench.hello", { name: first_name_of(session.name) })}</h1>
                <GuideLink chapter="concern" />
              </div>
              <Button asChild>
                <Link to="/early-concerns/new">
                  <Icon name="pen" /> {t("workbench.write_concern")}
                </Link>
              </Button>
            </div>
            <div className="sv-columns">
              <div className="sv-stack">
                {acting?.role === "leader" || acting?.role === "bti_coordinator" ? <BreaksCard /> : null}
                {workbench.offers.map((offer) => (
                  <OfferCard key={offer.id} offer={offer} on_answered={() => void loaded.reload()} />
                ))}
                <DueList due={workbench.due} nothing_at_all={nothing} />
                <FollowUpList follow_ups={workbench.follow_ups} />
              </div>
              <div className="sv-stack">
                <OffersCard />
                <ConcernList concerns={workbench.early_concerns} />
              </div>
            </div>
          </div>
        );
      }}
    </WhenLoaded>
  );
}
