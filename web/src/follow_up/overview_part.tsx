// The overview: all that is open when that is more than the next step, the team as a picture, the pathway as a map,
// why there is a follow-up.
import { Link } from "react-router";
import { PathwayMap } from "../pathway/pathway_map.tsx";
import { OpenSteps } from "../runs/open_steps.tsx";
import { DateText } from "../shared/when.tsx";
import { use_words } from "../words/use_words.ts";
import { TeamPicture } from "../team/team_picture.tsx";
import { use_follow_up } from "./scope.tsx";
import { TeamList } from "./team_list.tsx";

export function OverviewPart() {
  const { t } = use_words();
  const { follow_up, team } = use_follow_up();
  const beside = follow_up.pathways.filter((one) => one.run && one.state === "open");
  return (
    <div className="sv-stack">
      <OpenSteps />
      <section className="sv-card" aria-labelledby="team">
        <h2 id="team">{t("team.title", { name: follow_up.child?.name.split(" ")[0] ?? "" })}</h2>
        <div className="sv-team">
          <TeamPicture team={team} child_name={follow_up.child?.name ?? ""} />
          <TeamList />
        </div>
      </section>
      <section className="sv-card" aria-labelledby="map">
        <h2 id="map" className="sv-card__head">
          {t("map.title")}
        </h2>
        <PathwayMap stages={follow_up.pathway} />
        {beside.length > 0 ? (
          <p className="sv-also-on">
            {t("run.also")}: <Link to={`/follow-ups/${follow_up.id}/pathways`}>{beside.map((one) => one.title).join(", ")}</Link>
          </p>
        ) : null}
      </section>
      <section className="sv-card sv-stack sv-stack--small" aria-labelledby="why">
        <h2 id="why">{t("follow_up.why")}</h2>
        <p className="sv-prose">{follow_up.reason}</p>
        <p className="sv-soft sv-small">
          {t("follow_up.opened")} <DateText date={follow_up.opened_on} />
        </p>
      </section>
    </div>
  );
}
