/** A document as this browser keeps it between visits. */
export interface KeptDocument {
  readonly text: string;
  /** File name without its ending, when the text came from a file or was saved to one. */
  readonly name?: string;
  /** Milliseconds since 1970. */
  readonly savedAt: number;
}

const DOCUMENT = "axisloom.document";
const PREFERENCES = "axisloom.preferences";

/** Keeps the document; false when the browser has no room or refuses. */
export function keepDocument(kept: KeptDocument): boolean {
  return write(DOCUMENT, kept);
}

/** What was kept last, `undefined` when there is nothing readable. */
export function keptDocument(): KeptDocument | undefined {
  const found = readRecord(DOCUMENT);
  if (found === undefined || typeof found["text"] !== "string") return undefined;
  const savedAt = typeof found["savedAt"] === "number" ? found["savedAt"] : 0;
  const { text, name } = found;
  return typeof name === "string" ? { text, name, savedAt } : { text, savedAt };
}

/** Keeps a choice such as the theme; lost silently where storage is refused. */
export function keepPreference(name: string, value: string): void {
  write(PREFERENCES, { ...readRecord(PREFERENCES), [name]: value });
}

/** A choice kept before. */
export function keptPreference(name: string): string | undefined {
  const value = readRecord(PREFERENCES)?.[name];
  return typeof value === "string" ? value : undefined;
}

function write(key: string, value: unknown): boolean {
  try {
    localStorage.setItem(key, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}

function readRecord(key: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(key) ?? "null");
    if (typeof value !== "object" || value === null) return undefined;
    return Object.fromEntries(Object.entries(value));
  } catch {
    return undefined;
  }
}
