// A server of one's own with fresh demo data (the made-up town Solvik) in a folder of its own. Nothing of
// it is left when the test ends, however it ends.
import { spawn, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "./packages.mjs";

export const password = "sammen-om-barna";
const start_tries = 300;
const start_pause_ms = 100;
const stop_ms = 20_000;

function program() {
  if (process.env.SAMVEI_PROGRAM) return process.env.SAMVEI_PROGRAM;
  const built = ["build/asan/samvei", "build/release/samvei"].map((path) => join(root, path)).find(existsSync);
  if (!built) throw new Error("no server to test: build it, or name it in SAMVEI_PROGRAM");
  return built;
}

async function free_port() {
  const probe = createServer();
  await new Promise((ready) => probe.listen(0, "127.0.0.1", ready));
  const { port } = probe.address();
  await new Promise((closed) => probe.close(closed));
  return port;
}

const pause = (ms) => new Promise((over) => setTimeout(over, ms));

export class Town {
  #server = null;
  #said = "";
  #exit = () => this.#kill();

  constructor(folder, port) {
    this.folder = folder;
    this.port = port;
    this.base = `http://127.0.0.1:${port}`;
    process.on("exit", this.#exit);
  }

  static async open() {
    const folder = mkdtempSync(join(tmpdir(), "samvei-e2e-"));
    const town = new Town(folder, await free_port());
    const made = spawnSync(program(), ["demo", "--data", join(folder, "data")], { cwd: root, encoding: "utf8" });
    if (made.status !== 0) {
      town.#clear();
      throw new Error(`samvei demo ended with ${made.status}:\n${made.stdout}\n${made.stderr}`);
    }
    await town.start();
    return town;
  }

  /// From the next start this town has a content folder of its own, as a newer version of Samvei would bring it:
  /// change(folder) may write in it.
  change_content(change) {
    this.content = join(this.folder, "content");
    cpSync(join(root, "content"), this.content, { recursive: true });
    change(this.content);
  }

  /// Serves; again after stop() at the same address.
  async start() {
    const options = ["serve", "--data", join(this.folder, "data"), "--port", String(this.port)];
    if (this.content) options.push("--content", this.content);
    if (process.env.SAMVEI_WEB) options.push("--web", process.env.SAMVEI_WEB);
    const server = spawn(program(), options, { cwd: root, stdio: ["ignore", "pipe", "pipe"] });
    this.#server = server;
    for (const stream of [server.stdout, server.stderr]) stream.on("data", (part) => (this.#said += part));
    for (let tries = 0; tries < start_tries; ++tries) {
      if (server.exitCode !== null) break;
      if (await this.#healthy()) return;
      await pause(start_pause_ms);
    }
    this.#kill();
    throw new Error(`the server did not start:\n${this.#said}`);
  }

  /// After a journey that stopped the server: the next one finds it running.
  async start_again() {
    if (!this.#server) await this.start();
  }

  async #healthy() {
    try {
      return (await fetch(`${this.base}/health`)).ok;
    } catch {
      return false;
    }
  }

  /// Runs one of the server's commands on the same data: command("user", "end", "--username", "kari").
  command(...words) {
    const { status, stderr } = spawnSync(program(), [...words, "--data", join(this.folder, "data")], { cwd: root, encoding: "utf8" });
    if (status !== 0) throw new Error(`samvei ${words.join(" ")} ended with ${status}:\n${stderr}`);
  }

  /// Asks the server to stop and waits until it has.
  async stop() {
    const server = this.#server;
    if (!server || server.exitCode !== null) return;
    const ended = new Promise((over) => server.once("exit", (code, signal) => over({ code, signal })));
    server.kill("SIGTERM");
    const late = setTimeout(() => server.kill("SIGKILL"), stop_ms);
    const { code, signal } = await ended;
    clearTimeout(late);
    this.#server = null;
    if (code !== 0) throw new Error(`the server stopped with ${code ?? signal}:\n${this.#said}`);
  }

  async close() {
    try {
      await this.stop();
    } finally {
      this.#clear();
    }
  }

  #kill() {
    this.#server?.kill("SIGKILL");
  }

  #clear() {
    this.#kill();
    process.off("exit", this.#exit);
    rmSync(this.folder, { recursive: true, force: true });
  }
}
