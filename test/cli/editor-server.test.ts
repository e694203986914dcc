import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type EditorServer, serveEditor } from "../../src/cli/editor-server.ts";
import { servedPath } from "../../src/cli/file-api.ts";

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

let folder: string;
let path: string;
let server: EditorServer;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "axisloom-test-"));
  mkdirSync(join(folder, "app/assets"), { recursive: true });
  writeFileSync(join(folder, "app/index.html"), "<p>editor</p>");
  writeFileSync(join(folder, "app/assets/main.js"), "let a;");
  writeFileSync(join(folder, "secret.txt"), "secret");
  symlinkSync(join(folder, "secret.txt"), join(folder, "app/link.txt"));
  path = join(folder, "mine.ncd");
  writeFileSync(path, "size d = 1\n");
  server = await serveEditor(join(folder, "app"), servedPath(path, "size d = 1\n"));
});

afterEach(() => server.close());

/** Sends a path as it stands; `fetch` would take `..` out of it. */
function send(
  target: string,
  options: { method?: string; headers?: Record<string, string>; body?: string } = {},
): Promise<Answer> {
  const { port } = new URL(server.address);
  return new Promise((resolve, reject) => {
    const { method = "GET", headers = {}, body } = options;
    const sent = request(
      { host: "127.0.0.1", port, path: target, method, headers, agent: false },
      (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk) => chunks.push(chunk));
        response.on("end", () => {
          const { statusCode = 0, headers } = response;
          resolve({ status: statusCode, headers, body: Buffer.concat(chunks).toString() });
        });
      },
    );
    sent.on("error", reject);
    sent.end(body);
  });
}

function token(): string {
  return new URLSearchParams(new URL(server.address).hash.slice(1)).get("token") ?? "";
}

function save(text: string, version: string, headers: Record<string, string> = {}) {
  return send("/api/file", {
    method: "PUT",
    headers: { "X-Axisloom-Token": token(), ...headers },
    body: JSON.stringify({ text, version }),
  });
}

async function opened(): Promise<{ name: string; text: string; version: string }> {
  const answer = await send("/api/file", { headers: { "X-Axisloom-Token": token() } });
  return JSON.parse(answer.body);
}

describe("the pages", () => {
  test("are served with their types and a policy that runs no foreign script", async () => {
    const page = await send("/?file");
    expect(page).toMatchObject({ status: 200, body: "<p>editor</p>" });
    expect(page.headers["content-type"]).toBe("text/html; charset=utf-8");
    expect(page.headers["content-security-policy"]).toContain("default-src 'self'");
    const script = await send("/assets/main.js");
    expect(script.headers["content-type"]).toBe("text/javascript; charset=utf-8");
  });

  test.each([
    "/../secret.txt",
    "/assets/../../secret.txt",
    "/..%2fsecret.txt",
    "/%2e%2e/secret.txt",
    "/..\\secret.txt",
    "//etc/passwd",
    "/link.txt",
    "/assets",
    "/nothing.js",
    "/%00",
    "/%E0%A4%A",
  ])("lead nowhere else: %s", async (target) => {
    expect((await send(target)).status).toBe(404);
  });

  test("are not given to a page under another name that points here", async () => {
    const { port } = new URL(server.address);
    expect((await send("/", { headers: { Host: `evil.example:${port}` } })).status).toBe(403);
    expect((await send("/", { headers: { Host: `localhost:${port}` } })).status).toBe(200);
  });
});

describe("the file", () => {
  test("is read and saved by who has the token", async () => {
    const before = await opened();
    expect(before).toMatchObject({ name: "mine.ncd", text: "size d = 1\n" });
    const answer = await save("size d = 2\n", before.version);
    expect(answer.status).toBe(200);
    expect(readFileSync(path, "utf8")).toBe("size d = 2\n");
    expect(JSON.parse(answer.body).version).toBe((await opened()).version);
    expect(readdirSync(folder).filter((name) => name.startsWith(".axisloom"))).toEqual([]);
  });

  test("is kept from who has no token, or comes from another site", async () => {
    const { version } = await opened();
    expect((await send("/api/file")).status).toBe(403);
    expect((await save("x", version, { "X-Axisloom-Token": "guess" })).status).toBe(403);
    expect((await save("x", version, { Origin: "http://evil.example" })).status).toBe(403);
    expect(readFileSync(path, "utf8")).toBe("size d = 1\n");
  });

  test("is not overwritten when it has changed on disk, and the change is handed over", async () => {
    const { version } = await opened();
    writeFileSync(path, "size d = 3\n");
    const answer = await save("size d = 2\n", version);
    expect(answer.status).toBe(409);
    expect(JSON.parse(answer.body)).toMatchObject({ name: "mine.ncd", text: "size d = 3\n" });
    expect(readFileSync(path, "utf8")).toBe("size d = 3\n");
  });

  test("is not touched by a save that cannot be read", async () => {
    const headers = { "X-Axisloom-Token": token() };
    for (const body of ["", "{", "null", '{"text":1,"version":"a"}', '{"text":"a"}']) {
      expect((await send("/api/file", { method: "PUT", headers, body })).status).toBe(400);
    }
    expect((await send("/api/file", { method: "DELETE", headers })).status).toBe(405);
    expect(readFileSync(path, "utf8")).toBe("size d = 1\n");
  });
});

test("a second editor takes the next free port", async () => {
  const second = await serveEditor(join(folder, "app"), undefined);
  expect(Number(new URL(second.address).port)).toBeGreaterThan(
    Number(new URL(server.address).port),
  );
  await second.close();
});
