import { test } from "node:test";
import assert from "node:assert/strict";
import { team_layout } from "./team_layout.ts";

for (const width of [310, 358, 560, 760]) {
  for (const [family, staff] of [[0, 1], [1, 2], [2, 3], [2, 4], [1, 5], [3, 5], [2, 8], [2, 12]] as const) {
    test(`nobody stands outside the picture or on another: ${width} px, family ${family}, staff ${staff}`, () => {
      const layout = team_layout(width, family, staff);
      const people = [...layout.family, ...layout.staff, layout.child];
      for (const person of people) {
        assert.ok(person.x - layout.radius >= 0 && person.x + layout.radius <= width, `x ${person.x}`);
        assert.ok(person.y - layout.radius >= 0 && person.y + layout.radius <= layout.height, `y ${person.y}`);
      }
      for (const [place, one] of people.entries()) {
        for (const other of people.slice(place + 1)) {
          const apart = Math.hypot(one.x - other.x, one.y - other.y);
          assert.ok(apart >= layout.radius * 1.6, `${apart} px apart`);
        }
      }
    });
  }
}

test("one alone stands straight under the child", () => {
  const layout = team_layout(400, 0, 1);
  assert.equal(Math.round(layout.staff[0]?.x ?? 0), 200);
});
