// Writes content/places/municipalities.json and content/places/map.json:
//
//   node tools/make_map.mjs kommuner-2024.topojson kommuner-2025.json fylker-2025.json
//
// The borders are Kartverket's, as norge-data keeps them. What must hold: the same 357 numbers in both years;
// an arc between two neighbours is simplified once, so that they meet; no municipality disappears.
// Drawn on a conformal cone through Norway's length (Lambert), so that Finnmark is not blown up.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const CREDIT = "Grenser og navn: © Kartverket (CC BY 4.0), gjennom aprestmo/norge-data (MIT). Forenklet av Samvei.";
const HEIGHT = 3000; // Of the drawing; coordinates are whole numbers.
const DETAIL = { municipality: 5, county: 40 }; // Smallest triangle that is kept, in square units.
const ISLAND = { municipality: 25, county: 120 }; // Smallest island that is kept, unless it is the largest piece.

// Which language the other official names are in; the data only has them side by side.
const LANGUAGES_OF_NAMES = {
  1826: ["sma"], 1841: ["smj"], 1853: ["se"], 1870: ["se"], 1875: ["smj"],
  5001: ["sma"], 5007: ["sma"], 5025: ["sma"], 5041: ["sma"], 5043: ["sma"],
  5503: ["se"], 5512: ["se"], 5518: ["se"], 5538: ["se", "fkv"], 5540: ["se", "fkv"], 5544: ["se", "fkv"],
  5603: ["se"], 5610: ["se"], 5612: ["se"], 5622: ["se", "fkv"], 5628: ["se"], 5636: ["se"],
};

/// Lambert's conformal cone (sphere), standard parallels 61° and 69° N, middle meridian 15° E.
function projection() {
  const radians = Math.PI / 180;
  const t = (latitude) => Math.tan(Math.PI / 4 + (latitude * radians) / 2);
  const [south, north] = [61, 69];
  const n = Math.log(Math.cos(south * radians) / Math.cos(north * radians)) / Math.log(t(north) / t(south));
  const f = (Math.cos(south * radians) * t(south) ** n) / n;
  return ([longitude, latitude]) => {
    const radius = f / t(latitude) ** n;
    const angle = n * (longitude - 15) * radians;
    return [radius * Math.sin(angle), radius * Math.cos(angle)]; // y grows southwards, as on a screen.
  };
}

/// The arcs on the screen: not rounded; with the width and height of all.
function project_all(arcs) {
  const project = projection();
  const far = arcs.map((arc) => arc.map(project));
  const all = far.flat();
  const [left, top] = [0, 1].map((axis) => all.reduce((least, point) => Math.min(least, point[axis]), Infinity));
  const [right, bottom] = [0, 1].map((axis) => all.reduce((most, point) => Math.max(most, point[axis]), -Infinity));
  const scale = HEIGHT / (bottom - top);
  return {
    width: Math.ceil((right - left) * scale),
    arcs: far.map((arc) => arc.map(([x, y]) => [(x - left) * scale, (y - top) * scale])),
  };
}

const triangle = ([ax, ay], [bx, by], [cx, cy]) => Math.abs((bx - ax) * (cy - ay) - (cx - ax) * (by - ay)) / 2;

/// Visvalingam: the point that changes the shape least goes first; the ends of an arc never go. An arc that
/// closes on itself (an island) keeps at least four points.
function simplify(arc, least) {
  const points = [...arc];
  const closed = points[0].join() === points.at(-1).join();
  while (points.length > (closed ? 4 : 2)) {
    let smallest = Infinity;
    let at = 0;
    for (let i = 1; i + 1 < points.length; ++i) {
      const area = triangle(points[i - 1], points[i], points[i + 1]);
      if (area < smallest) [smallest, at] = [area, i];
    }
    if (smallest >= least) break;
    points.splice(at, 1);
  }
  return points.map((point) => point.map(Math.round));
}

/// The rings of a shape as lists of arc numbers (~n is arc n backwards), outer rings and holes alike.
const rings_of = (geometry) => (geometry.type === "Polygon" ? geometry.arcs : geometry.arcs.flat());

/// The outline of many shapes: the arcs that only one of them has, joined end to end.
function outline_of(geometries, arcs) {
  const directed = geometries.flatMap(rings_of).flat();
  const all = new Set(directed);
  const end = (number, first) => {
    const arc = arcs[number < 0 ? ~number : number];
    return ((number < 0) === first ? arc.at(-1) : arc[0]).join();
  };
  const from = new Map();
  for (const number of directed.filter((number) => !all.has(~number))) {
    const place = end(number, true);
    from.set(place, [...(from.get(place) ?? []), number]);
  }
  const rings = [];
  for (const waiting of from.values()) {
    while (waiting.length > 0) {
      const ring = [waiting.pop()];
      while (end(ring.at(-1), false) !== end(ring[0], true)) {
        const next = from.get(end(ring.at(-1), false)).pop();
        if (next === undefined) throw new Error("an outline does not close");
        ring.push(next);
      }
      rings.push(ring);
    }
  }
  return rings;
}

function points_of(ring, arcs) {
  const points = ring.flatMap((number) => (number < 0 ? [...arcs[~number]].reverse() : arcs[number]));
  return points.filter((point, i) => i === 0 || point.join() !== points[i - 1].join());
}

function area_of(points) {
  let twice = 0;
  points.forEach(([x, y], i) => {
    const [nx, ny] = points[(i + 1) % points.length];
    twice += x * ny - nx * y;
  });
  return Math.abs(twice) / 2;
}

/// Rings worth drawing: the largest always, of the others those that are seen.
function drawn(rings, arcs, least) {
  const sized = rings.map((ring) => points_of(ring, arcs)).map((points) => ({ points, area: area_of(points) }));
  sized.sort((one, other) => other.area - one.area);
  if (sized[0].area === 0) throw new Error("a shape disappeared");
  return sized.filter(({ area }, i) => i === 0 || area >= least).map(({ points }) => points);
}

/// One step of a relative path, as short as SVG lets it be.
function step([x, y]) {
  if (y === 0) return `h${x}`;
  if (x === 0) return `v${y}`;
  return `l${x}${y < 0 ? "" : " "}${y}`;
}

function path_of(rings) {
  return rings
    .map((points) => {
      const open = points[0].join() === points.at(-1).join() ? points.slice(0, -1) : points;
      const steps = open.slice(1).map(([x, y], i) => step([x - open[i][0], y - open[i][1]]));
      return `M${open[0].join(" ")}${steps.join("")}z`;
    })
    .join("")
    .replaceAll(/(?<=l-?\d+[ -]\d+(?:[ -]\d+)*)l(-?)/g, (_, minus) => minus || " ");
}

function box_of(rings) {
  const points = rings.flat();
  const [x, y] = [0, 1].map((axis) => Math.min(...points.map((point) => point[axis])));
  const [right, bottom] = [0, 1].map((axis) => Math.max(...points.map((point) => point[axis])));
  return [x, y, right - x, bottom - y];
}

/// The municipality as people know it in Norwegian, and what it is called in Sámi and Kven.
function municipality_of({ k_id, k_name, k_name_no }, all_names) {
  const others = all_names.split(" - ").filter((name) => name !== k_name_no);
  const languages = LANGUAGES_OF_NAMES[k_id] ?? [];
  if (others.length !== languages.length || !all_names.split(" - ").includes(k_name)) {
    throw new Error(`${k_id} ${all_names}: which languages are these names in?`);
  }
  const names = Object.fromEntries(others.map((name, i) => [languages[i], name]));
  return {
    number: k_id,
    name: k_name_no,
    ...(others.length > 0 && { names }),
    county: k_id.slice(0, 2),
  };
}

/// A list with one object a line: short, and a change is seen in the history.
function write(name, head, lists) {
  const rows = Object.entries(lists).map(
    ([key, list]) => `"${key}": [\n${list.map((one) => JSON.stringify(one)).join(",\n")}\n]`,
  );
  const fields = Object.entries(head).map(([key, value]) => `"${key}": ${JSON.stringify(value)}`);
  writeFileSync(join(import.meta.dirname, "../content/places", name), `{\n${[...fields, ...rows].join(",\n")}\n}\n`);
}

const [topology, municipalities, counties] = process.argv.slice(2).map((file) => JSON.parse(readFileSync(file, "utf8")));
const geometries = new Map(topology.objects.Kommuner.geometries.map((shape) => [shape.properties.id, shape]));
const by_number = (one, other) => one.number.localeCompare(other.number);

const listed = municipalities
  .map((row) => municipality_of(row, geometries.get(row.k_id).properties.name))
  .sort(by_number);
if (listed.length !== 357 || geometries.size !== 357) throw new Error("there are 357 municipalities");
const county_list = counties.map(({ f_id, f_name }) => ({ number: f_id, name: f_name })).sort(by_number);

const projected = project_all(topology.arcs);
const fine = projected.arcs.map((arc) => simplify(arc, DETAIL.municipality));
const coarse = projected.arcs.map((arc) => simplify(arc, DETAIL.county));

const shapes = listed.map(({ number }) => ({
  number,
  path: path_of(drawn(rings_of(geometries.get(number)), fine, ISLAND.municipality)),
}));
const county_shapes = county_list.map(({ number }) => {
  const within = listed.filter(({ county }) => county === number).map((one) => geometries.get(one.number));
  const rings = outline_of(within, projected.arcs);
  return {
    number,
    path: path_of(drawn(rings, coarse, ISLAND.county)),
    box: box_of(drawn(rings, fine, ISLAND.municipality)),
  };
});

write("municipalities.json", { credit: CREDIT }, { counties: county_list, municipalities: listed });
write("map.json", { credit: CREDIT, width: projected.width, height: HEIGHT }, { shapes, counties: county_shapes });
