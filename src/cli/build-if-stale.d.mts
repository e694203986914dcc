/** Builds `app` (the editor) or `cli` when a source is newer than the last build; false if that fails. */
export function buildIfStale(name: "app" | "cli"): boolean;
