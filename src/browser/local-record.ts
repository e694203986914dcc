/** Writes a value under a key of this browser's; false when there is no room or it refuses. */
export function writeRecord(key: string, value: unknown): boolean {
  try {
    localStorage.setItem(key, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}

/** The value under a key, when it is a record. */
export function readRecord(key: string): Record<string, unknown> | undefined {
  try {
    return recordIn(localStorage.getItem(key));
  } catch {
    return undefined;
  }
}

/** A stored value, when it is a record. */
export function recordIn(stored: string | null): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(stored ?? "null");
    if (typeof value !== "object" || value === null) return undefined;
    return Object.fromEntries(Object.entries(value));
  } catch {
    return undefined;
  }
}

/** Gives a key up; where storage is refused there is nothing to give up. */
export function dropRecord(key: string): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // Nothing was kept.
  }
}

/** All keys that begin so. */
export function recordKeys(prefix: string): readonly string[] {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(prefix));
  } catch {
    return [];
  }
}
