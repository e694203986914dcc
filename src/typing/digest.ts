import type { Statement } from "../document/document.ts";

/** What a statement means, as text: everything but comments, blank lines and the author's spacing. */
export function meaningOf(statement: Statement): string {
  let text = meanings.get(statement);
  if (text === undefined) {
    text = write(statement);
    meanings.set(statement, text);
  }
  return text;
}

const meanings = new WeakMap<Statement, string>();

const TEXT_KEYS: ReadonlySet<string> = new Set(["lead", "comment", "verbatim", "trailing"]);

/** Unambiguous, since every string stands behind its length; faster than JSON by far. */
function write(value: unknown): string {
  if (typeof value === "string") return `${value.length}:${value}`;
  if (Array.isArray(value)) {
    let text = "[";
    for (const part of value) text += `${write(part)},`;
    return `${text}]`;
  }
  if (typeof value !== "object" || value === null) return String(value);
  let text = "{";
  for (const [key, part] of Object.entries(value)) {
    if (!TEXT_KEYS.has(key)) text += `${key}=${write(part)},`;
  }
  return `${text}}`;
}

/** A digest of 106 bits: two rounds of cyrb53 with different seeds. */
export function digest(text: string): string {
  return cyrb53(text, 0x9e3779b9).toString(36) + cyrb53(text, 0x85ebca6b).toString(36);
}

/** cyrb53, public domain: https://github.com/bryc/code/blob/master/jshash/experimental/cyrb53.js */
function cyrb53(text: string, seed: number): number {
  let high = 0xdeadbeef ^ seed;
  let low = 0x41c6ce57 ^ seed;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return 4294967296 * (2097151 & low) + (high >>> 0);
}
