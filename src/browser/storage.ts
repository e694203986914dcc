/** A document as this browser keeps it between visits. */
export interface KeptDocument {
  readonly text: string;
  /** File name without its ending, when the text came from a file or was saved to one. */
  readonly name?: string;
  /** Milliseconds since 1970. */
  readonly savedAt: number;
}

/** The text whose history it is, and the file that it was opened from, if this browser keeps it not. */
export interface HistoryKey {
  readonly text: string;
  readonly file?: string;
}

const DOCUMENT = "axisloom.document";
const HISTORY = "axisloom.history";
const BLOCKS = "axisloom.blocks";
const OPEN = "axisloom.open";
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

/** Keeps the steps that led to a text; what cannot be kept is given up, for the text goes before. */
export function keepHistory(of: HistoryKey, steps: unknown): boolean {
  const isKept = write(historyKey(of), { text: of.text, steps });
  if (!isKept) drop(historyKey(of));
  return isKept;
}

/** The steps that were kept of this very text, as they were given. */
export function keptSteps(of: HistoryKey): unknown {
  const found = readRecord(historyKey(of));
  return found?.["text"] === of.text ? found["steps"] : undefined;
}

/** Gives up all steps that were kept, to make room. */
export function forgetHistories(): void {
  for (const key of keysOfHistories()) drop(key);
}

function keysOfHistories(): readonly string[] {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(HISTORY));
  } catch {
    return [];
  }
}

function historyKey({ file }: HistoryKey): string {
  return file === undefined ? HISTORY : `${HISTORY}.${file}`;
}

function drop(key: string): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // Where storage is refused there is nothing to drop.
  }
}

/** A block of the user's own: its lines with all that they need, as text of the language. */
export interface OwnBlock {
  readonly name: string;
  readonly text: string;
  readonly inputs: number;
  readonly outputs: number;
}

/** Keeps the user's own blocks; false when the browser has no room or refuses. */
export function keepOwnBlocks(blocks: readonly OwnBlock[]): boolean {
  return write(BLOCKS, { blocks });
}

/** The user's own blocks as far as they can be read. */
export function keptOwnBlocks(): readonly OwnBlock[] {
  const kept = readRecord(BLOCKS)?.["blocks"];
  return Array.isArray(kept) ? kept.filter(isOwnBlock) : [];
}

function isOwnBlock(value: unknown): value is OwnBlock {
  if (typeof value !== "object" || value === null) return false;
  const has = (key: string, type: string): boolean => typeof Reflect.get(value, key) === type;
  return (
    has("name", "string") &&
    has("text", "string") &&
    has("inputs", "number") &&
    has("outputs", "number")
  );
}

/** Notes that this tab is in use; it is left when the page goes away as pages do. */
export function enterTab(): void {
  try {
    sessionStorage.setItem(OPEN, "1");
    addEventListener("pagehide", () => sessionStorage.removeItem(OPEN));
  } catch {
    // Where storage is refused nothing was kept that could be recovered.
  }
}

/** Whether the page in this tab ended without going away: it crashed, or was stopped. */
export function wasCutShort(): boolean {
  try {
    const [entry] = performance.getEntriesByType("navigation");
    const isReload = entry !== undefined && "type" in entry && entry.type === "reload";
    return isReload && sessionStorage.getItem(OPEN) !== null;
  } catch {
    return false;
  }
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
