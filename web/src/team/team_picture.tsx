// The team around the child as a picture. Drawn in real pixels for the width there is, so that names are
// readable on a phone. Hidden from screen readers: the same people stand in a list beside it.
import "./team_picture.css";
import { useLayoutEffect, useRef, useState } from "react";
import type { Member } from "../api/names.ts";
import { first_name_of, initials_of } from "../shared/people.tsx";
import { use_words } from "../words/use_words.ts";
import { team_layout, type Point, type TeamLayout } from "./team_layout.ts";

interface Props {
  team: Member[];
  child_name: string;
  /// The family reads "leads the team", not the name of the role.
  plain?: boolean;
}

const first_guess = 520;

export function TeamPicture({ team, child_name, plain = false }: Props) {
  const { t } = use_words();
  const holder_word = plain ? t("family.leads") : t("team.holder_short");
  const box = useRef<HTMLDivElement>(null);
  const [width, set_width] = useState(first_guess);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const observer = new ResizeObserver(() => set_width(Math.round(element.clientWidth) || first_guess));
    observer.observe(element);
    set_width(Math.round(element.clientWidth) || first_guess);
    return () => observer.disconnect();
  }, []);

  const family = team.filter((member) => member.kind === "guardian");
  const others = team.filter((member) => member.kind === "staff");
  const staff = holder_in_the_middle(others);
  const layout = team_layout(width, family.length, staff.length);
  return (
    <div ref={box} className="sv-team-picture" aria-hidden="true">
      <svg width={layout.width} height={layout.height} viewBox={`0 0 ${layout.width} ${layout.height}`} focusable="false">
        <circle cx={layout.child.x} cy={layout.child.y} r={layout.child_radius + (layout.narrow ? 32 : 40)} className="sv-tp__near" />
        {staff.map((member, place) => {
          const point = layout.staff[place];
          return point ? <Tie key={member.id} from={layout.child} to={point} holder={member.holder} /> : null;
        })}
        {family.map((member, place) => {
          const point = layout.family[place];
          return point ? <Tie key={member.id} from={layout.child} to={point} family /> : null;
        })}
        {staff.map((member, place) => {
          const point = layout.staff[place];
          return point ? <Person key={member.id} member={member} point={point} layout={layout} holder_word={holder_word} /> : null;
        })}
        {family.map((member, place) => {
          const point = layout.family[place];
          return point ? <Person key={member.id} member={member} point={point} layout={layout} holder_word={holder_word} /> : null;
        })}
        <Child name={child_name} layout={layout} />
      </svg>
    </div>
  );
}

/// The holder stands in the middle of the half circle, straight under the child.
function holder_in_the_middle(staff: Member[]): Member[] {
  const holder = staff.find((member) => member.holder);
  if (!holder) return staff;
  const rest = staff.filter((member) => member !== holder);
  const middle = Math.floor(rest.length / 2);
  return [...rest.slice(0, middle), holder, ...rest.slice(middle)];
}

function Tie({ from, to, holder = false, family = false }: { from: Point; to: Point; holder?: boolean; family?: boolean }) {
  const middle = { x: (from.x * 0.35 + to.x * 0.65), y: from.y * 0.65 + to.y * 0.35 };
  const kind = holder ? "sv-tp__tie--holder" : family ? "sv-tp__tie--family" : "";
  return <path className={`sv-tp__tie ${kind}`} d={`M${from.x} ${from.y}Q${middle.x} ${middle.y} ${to.x} ${to.y}`} />;
}

function Child({ name, layout }: { name: string; layout: TeamLayout }) {
  const { x, y } = layout.child;
  return (
    <g>
      <circle cx={x} cy={y} r={layout.child_radius} className="sv-tp__child" />
      <text x={x} y={y + 6} className="sv-tp__child-name">
        {first_name_of(name)}
      </text>
    </g>
  );
}

interface PersonProps {
  member: Member;
  point: Point;
  layout: TeamLayout;
  holder_word: string;
}

function Person({ member, point, layout, holder_word }: PersonProps) {
  const { t } = use_words();
  const kind = member.holder ? "holder" : member.kind;
  const words = member.name.split(" ");
  const short = layout.narrow && words.length > 1 ? `${words[0] ?? ""} ${(words[words.length - 1] ?? "").slice(0, 1)}.` : member.name;
  const role = member.kind === "guardian" ? t("member.guardian") : member.profession ? t(`profession.${member.profession}`) : "";
  return (
    <g>
      {member.holder ? <circle cx={point.x} cy={point.y} r={layout.radius + 7} className="sv-tp__ring" /> : null}
      <circle cx={point.x} cy={point.y} r={layout.radius} className={`sv-tp__person sv-tp__person--${kind}`} />
      <text x={point.x} y={point.y + 5} className={`sv-tp__initials sv-tp__initials--${kind}`}>
        {initials_of(member.name)}
      </text>
      {member.holder ? (
        <g transform={`translate(${point.x + layout.radius * 0.62} ${point.y - layout.radius * 1.2})`}>
          <circle r="13" className="sv-tp__badge" />
          <path d="M-4.5 4.5 4.5-4.5" className="sv-tp__baton" />
        </g>
      ) : null}
      <text x={point.x} y={point.y + layout.radius + 19} className="sv-tp__name">
        {short}
      </text>
      <text x={point.x} y={point.y + layout.radius + 36} className="sv-tp__role">
        {member.holder ? holder_word : role}
      </text>
    </g>
  );
}
