// Builds the web app: types first, then the bundle. A program of its own because Debian's node 18 is
// too old for Vite 8: `npm run build` starts this with the node that is a dependency.
import { spawnSync } from "node:child_process";

for (const [program, ...rest] of [
  ["node_modules/typescript/bin/tsc", "--noEmit"],
  ["node_modules/vite/bin/vite.js", "build"],
]) {
  const { status } = spawnSync(process.execPath, [program, ...rest], { stdio: "inherit" });
  if (status !== 0) process.exit(status ?? 1);
}
