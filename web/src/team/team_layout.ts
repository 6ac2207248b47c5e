// Where everybody stands in the picture of the team: the child in the middle, the family close above, the
// others around; when they are many, in rows like a fan. Pure: from a width and how many there are to
// points in pixels.

export interface Point {
  x: number;
  y: number;
}

export interface TeamLayout {
  width: number;
  height: number;
  child: Point;
  family: Point[];
  staff: Point[];
  /// Size of a person's circle, and of the child's.
  radius: number;
  child_radius: number;
  narrow: boolean;
}

const label_height = 46;
const narrow_width = 480;

/// `count` angles spread evenly from `from` to `to`, in degrees; one alone stands in the middle.
function spread(count: number, from: number, to: number): number[] {
  if (count === 1) return [(from + to) / 2];
  return Array.from({ length: count }, (_, place) => from + ((to - from) * place) / (count - 1));
}

function at(centre: Point, degrees: number, reach_x: number, reach_y: number): Point {
  const angle = (degrees * Math.PI) / 180;
  return { x: centre.x + reach_x * Math.cos(angle), y: centre.y + reach_y * Math.sin(angle) };
}

/// Rows under the child, each spread over the width.
function fan(count: number, a_row: number, child: Point, width: number, first_row: number, row_height: number): Point[] {
  const rows = Math.ceil(count / a_row);
  const in_row = Math.ceil(count / rows);
  return Array.from({ length: count }, (_, place) => {
    const row = Math.floor(place / in_row);
    const of_this = Math.min(in_row, count - row * in_row);
    const column = place - row * in_row;
    return { x: ((column + 0.5) / of_this) * width, y: child.y + first_row + row * row_height };
  });
}

/// How far to each side the half circle reaches, in degrees, for so many.
const half_narrow = [0, 0, 42, 62];
const half_wide = [0, 0, 40, 64, 72, 80, 88, 92];

/// Four on a phone: two under the child, two outside, none beside the family.
function four_on_a_phone(child: Point, width: number): Point[] {
  const outer = Math.min(width / 2 - 46, 120);
  const inner = width * 0.165;
  return [[-outer, 96], [-inner, 212], [inner, 212], [outer, 96]].map(([x = 0, y = 0]) => ({ x: child.x + x, y: child.y + y }));
}

export function team_layout(width: number, family_count: number, staff_count: number): TeamLayout {
  const narrow = width < narrow_width;
  const radius = narrow ? 25 : 34;
  const child_radius = narrow ? 42 : 56;
  const family_reach = { x: narrow ? 98 : 150, y: narrow ? 92 : 118 };
  // Three or more reach over the child's head.
  const highest = family_count === 0 ? 0 : family_reach.y * (family_count > 2 ? 1 : 0.65);
  const child = { x: width / 2, y: Math.max(highest + radius, child_radius) + 10 };

  const family_half = family_count > 2 ? 68 : 50;
  // One alone stands to the side: straight above there is no room for the name.
  const last = family_count === 1 ? 270 - family_half : 270 + family_half;
  const family = spread(family_count, 270 - family_half, last).map((angle) =>
    at(child, angle, family_reach.x, family_reach.y),
  );
  const most_around = narrow ? 3 : 7;
  const half = (narrow ? half_narrow : half_wide)[staff_count] ?? 92;
  const reach = { x: Math.min(width / 2 - (narrow ? 48 : 72), 290), y: narrow ? 172 : staff_count > 5 ? 262 : 225 };
  const staff =
    narrow && staff_count === 4
      ? four_on_a_phone(child, width)
      : staff_count <= most_around
      ? spread(staff_count, 90 + half, 90 - half).map((angle) => at(child, angle, reach.x, reach.y))
      : fan(staff_count, narrow ? 3 : 5, child, width, child_radius + radius + (narrow ? 52 : 64), radius * 2 + label_height + 14);
  const lowest = Math.max(child.y + child_radius, ...staff.map((point) => point.y + radius + label_height));
  return { width, height: lowest + 10, child, family, staff, radius, child_radius, narrow };
}
