// The parts of a page as a row of links, each with an address of its own; on a phone the row is wider than the screen.
import { useEffect, useRef } from "react";
import { NavLink, useLocation } from "react-router";
import { Icon, type IconName } from "./icons.tsx";

export interface PagePart {
  /// None: the page's own address.
  path?: string;
  title: string;
  icon?: IconName;
  /// Something new in it, in a word or a number.
  mark?: string;
}

interface Props {
  base: string;
  label: string;
  parts: PagePart[];
  /// What goes along from part to part, as in an address: "?theme=sleep".
  search?: string;
}

export function PartLinks({ base, label, parts, search = "" }: Props) {
  const { pathname } = useLocation();
  const row = useRef<HTMLElement>(null);
  useEffect(() => {
    // The part one is in is brought into the row.
    const current = row.current?.querySelector<HTMLElement>("[aria-current]");
    if (row.current && current) row.current.scrollLeft = current.offsetLeft - row.current.clientWidth / 2 + current.offsetWidth / 2;
  }, [pathname]);
  return (
    <nav ref={row} className="sv-parts" aria-label={label}>
      <ul>
        {parts.map(({ path, title, icon, mark }) => (
          <li key={title}>
            <NavLink to={{ pathname: path ? `${base}/${path}` : base, search }} end={!path} preventScrollReset>
              {icon ? <Icon name={icon} /> : null} {title}
              {mark ? <span className="sv-tag sv-tag--warm">{mark}</span> : null}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
