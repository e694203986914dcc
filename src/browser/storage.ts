import { readRecord, writeRecord } from "./local-record.ts";

const BLOCKS = "axisloom.blocks";
const PREFERENCES = "axisloom.preferences";

/** A block of the user's own: its lines with all that they need, as text of the language. */
export interface OwnBlock {
  readonly name: string;
  readonly text: string;
  readonly inputs: number;
  readonly outputs: number;
}

/** Keeps the user's own blocks; false when the browser has no room or refuses. */
export function keepOwnBlocks(blocks: readonly OwnBlock[]): boolean {
  return writeRecord(BLOCKS, { blocks });
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

/** Keeps a choice such as the theme; lost silently where storage is refused. */
export function keepPreference(name: string, value: string): void {
  writeRecord(PREFERENCES, { ...readRecord(PREFERENCES), [name]: value });
}

/** A choice kept before. */
export function keptPreference(name: string): string | undefined {
  const value = readRecord(PREFERENCES)?.[name];
  return typeof value === "string" ? value : undefined;
}
