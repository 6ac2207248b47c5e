// Where everybody stands in the picture of the team: the child in the middle, the family close above,
// the others in a half circle around. Pure: from a width and how many there are to points in pixels.

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
  /// Size of a person's circle.
  radius: number;
  label_width: number;
}

const label_height = 46;
const narrow_width = 480;

/// `count` angles spread evenly from `from` to `to`, in degrees; one alone stands in the middle.
function spread(count: number, from: number, to: number): number[] {
  if (count === 1) return [(from + to) / 2];
  return Array.from({ length: count }, (_, place) => from + ((to - from) * place) / (count - 1));
}

export function team_layout(width: number, family_count: number, staff_count: number): TeamLayout {
  const narrow = width < narrow_width;
  const radius = narrow ? 24 : 30;
  const label_width = narrow ? 104 : 140;
  const reach_x = Math.max(60, Math.min(width / 2 - label_width / 2, 300));
  // Three in a row need no more than one row's height; many need a deeper circle.
  const rows = Math.ceil(staff_count / 2);
  const reach_y = Math.max(narrow ? 170 : 165, rows * (narrow ? 62 : 48));
  const family_reach = narrow ? 96 : 108;
  const top = family_count > 0 ? family_reach + radius + 12 : radius + 40;
  const child = { x: width / 2, y: top + 6 };

  const family_angles = spread(family_count, family_count > 2 ? 205 : 222, family_count > 2 ? 335 : 318);
  const family_wide = narrow ? 1 : 1.35;
  const family = family_angles.map((angle) => at(child, angle, family_reach * family_wide, family_reach));
  const half = staff_count <= 2 ? 40 : staff_count <= 4 ? 68 : 92;
  const staff = spread(staff_count, 90 + half, 90 - half).map((angle) => at(child, angle, reach_x, reach_y));
  const lowest = Math.max(child.y + 70, ...staff.map((point) => point.y));
  return { width, height: lowest + radius + label_height + 8, child, family, staff, radius, label_width };
}

function at(centre: Point, degrees: number, reach_x: number, reach_y: number): Point {
  const angle = (degrees * Math.PI) / 180;
  return { x: centre.x + reach_x * Math.cos(angle), y: centre.y + reach_y * Math.sin(angle) };
}
