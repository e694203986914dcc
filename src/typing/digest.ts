import type { Statement } from "../document/document.ts";

/** What a statement means, as text: everything but comments, blank lines and the author's spacing. */
export function meaningOf(statement: Statement): string {
  let text = meanings.get(statement);
  if (text === undefined) {
    const parts: string[] = [];
    writeParts(statement, parts);
    text = parts.join("");
    meanings.set(statement, text);
  }
  return text;
}

const meanings = new WeakMap<Statement, string>();

const TEXT_KEYS: ReadonlySet<string> = new Set(["lead", "comment", "verbatim", "trailing"]);

/** Unambiguous, since every string stands behind its length; faster than JSON by far. */
function write(value: unknown, into: string[]): void {
  if (typeof value === "string") into.push(String(value.length), ":", value);
  else if (Array.isArray(value)) {
    into.push("[");
    for (const part of value) {
      write(part, into);
      into.push(",");
    }
    into.push("]");
  } else if (typeof value !== "object" || value === null) into.push(String(value));
  // Only lines of the text have a lead.
  else if ("lead" in value) into.push(meaningOf(value as Statement));
  else writeParts(value, into);
}

function writeParts(value: object, into: string[]): void {
  into.push("{");
  for (const [key, part] of Object.entries(value)) {
    if (TEXT_KEYS.has(key)) continue;
    into.push(key, "=");
    write(part, into);
    into.push(",");
  }
  into.push("}");
}

/** A digest of 128 bits: four mixes of the text that differ in seed and multiplier. */
export function digest(text: string): string {
  let [a, b, c, d] = [0x41c6ce57, 0xdeadbeef, 0x9e3779b9, 0x85ebca6b];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 2654435761);
    b = Math.imul(b ^ code, 1597334677);
    c = Math.imul(c ^ code, 2246822507) ^ (a >>> 15);
    d = Math.imul(d ^ code, 3266489909) ^ (b >>> 13);
  }
  return [a ^ (d >>> 16), b ^ (c >>> 16), c ^ (a >>> 13), d ^ (b >>> 15)]
    .map((word) => (word >>> 0).toString(36).padStart(7, "0"))
    .join("");
}
