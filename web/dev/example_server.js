// Serves the built app with example answers, under the same content security policy as the real server:
//   node dev/example_server.js [port] [professional|leader|family]
import { createServer } from "node:http";
import { existsSync, readFileSync } from "node:fs";
import { extname } from "node:path";
import { answer } from "./example_answers.js";

const port = Number(process.argv[2] ?? 5180);
const role = process.argv[3] ?? "professional";
const dist = new URL("../dist/", import.meta.url);
const types = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml", ".woff2": "font/woff2", ".json": "application/json" };
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'";

createServer((request, response) => {
  const { pathname } = new URL(request.url ?? "/", "http://localhost");
  response.setHeader("Content-Security-Policy", policy);
  if (pathname.startsWith("/v1/")) {
    const language = (request.headers["accept-language"] ?? "nb").slice(0, 2);
    const body = answer(request.method, pathname, role, language);
    response.writeHead(body === undefined ? 404 : 200, { "Content-Type": "application/json" });
    response.end(JSON.stringify(body ?? { title: "Finnes ikke", status: 404, code: "not_found" }));
    return;
  }
  const name = pathname.replace(/^\/app\//, "");
  const file = new URL(name !== "" && existsSync(new URL(name, dist)) && extname(name) ? name : "index.html", dist);
  response.writeHead(200, { "Content-Type": types[extname(file.pathname)] ?? "application/octet-stream" });
  response.end(readFileSync(file));
}).listen(port, () => console.log(`http://127.0.0.1:${port}/app/ as ${role}`));
