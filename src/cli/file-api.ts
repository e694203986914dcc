import { createHash, timingSafeEqual } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { basename } from "node:path";
import { Refusal } from "./refusal.ts";
import { reasonOf, writeWhole } from "./write-file.ts";

/** Saves larger than this are refused; a diagram has a few kilobytes. */
const LARGEST_SAVE = 64 * 1024 * 1024;

/** A file that the editor was started with; `path` is absent for what cannot be written back. */
export interface ServedFile {
  readonly name: string;
  readonly path?: string;
  /** The text to open: what `path` holds, unless there is no path. */
  readonly text: string;
}

/**
 * Answers `GET` and `PUT` of `/api/file` for one file. A version is a digest of the text; a save
 * that starts from another version than the disk has is answered 409 with the text on disk.
 */
export async function answerFileRequest(
  file: ServedFile | undefined,
  token: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (!isSameToken(token, request.headers["x-axisloom-token"])) {
    return answer(response, 403, { error: "The token is missing or wrong." });
  }
  if (file === undefined) return answer(response, 404, { error: "No file is open." });
  try {
    if (request.method === "GET") return answer(response, 200, await readVersion(file));
    if (request.method === "PUT") return await save(file, request, response);
    answer(response, 405, { error: "Only GET and PUT are known here." });
  } catch (error) {
    const why = error instanceof Refusal ? error.message : reasonOf(error);
    answer(response, 500, { error: why });
  }
}

async function save(
  file: ServedFile,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (file.path === undefined) {
    return answer(response, 405, { error: `\`${file.name}\` cannot be written back.` });
  }
  const sent = readSave(await readBody(request));
  if (sent === undefined)
    return answer(response, 400, { error: "A text and a version are needed." });
  const onDisk = await readVersion(file);
  if (onDisk.version !== sent.version) return answer(response, 409, onDisk);
  await writeWhole(file.path, sent.text);
  answer(response, 200, { version: versionOf(sent.text) });
}

async function readVersion(
  file: ServedFile,
): Promise<{ name: string; text: string; version: string }> {
  const text = file.path === undefined ? file.text : await readFile(file.path, "utf8");
  return { name: file.name, text, version: versionOf(text) };
}

/** The file at a path, as it is served. */
export function servedPath(path: string, text: string): ServedFile {
  return { name: basename(path), path, text };
}

function versionOf(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 16);
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    length += chunk.length;
    if (length > LARGEST_SAVE) throw new Refusal("The text is larger than 64 MB.");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function readSave(body: string): { readonly text: string; readonly version: string } | undefined {
  try {
    const sent: unknown = JSON.parse(body);
    if (typeof sent !== "object" || sent === null) return undefined;
    if (!("text" in sent) || !("version" in sent)) return undefined;
    const { text, version } = sent;
    return typeof text === "string" && typeof version === "string" ? { text, version } : undefined;
  } catch {
    return undefined;
  }
}

function isSameToken(token: string, given: string | readonly string[] | undefined): boolean {
  if (typeof given !== "string") return false;
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(token), digest(given));
}

function answer(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, {
    "Content-Type": "application/json; charset=utf-8",
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
  });
  response.end(JSON.stringify(body));
}
