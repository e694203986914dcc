/** The file that `axisloom open FILE` serves beside the page. */
export interface ServedFile {
  readonly name: string;
  readonly text: string;
  /** Changes with every change on disk. */
  readonly version: string;
}

/** How a save went: kept, or the file had changed on disk meanwhile. */
export type SaveAnswer =
  | { readonly kind: "saved"; readonly version: string }
  | { readonly kind: "changed"; readonly file: ServedFile }
  | { readonly kind: "failed" };

const ADDRESS = "./api/file";
const HEADER = "X-Axisloom-Token";

/** The token of this page's server, in the fragment when the page was opened for a file. */
export function servedToken(): string | undefined {
  return new URLSearchParams(location.hash.slice(1)).get("token") ?? undefined;
}

/** The file as it stands on disk; `undefined` when the server is gone or refuses. */
export async function loadServedFile(token: string): Promise<ServedFile | undefined> {
  try {
    const response = await fetch(ADDRESS, { headers: { [HEADER]: token }, cache: "no-store" });
    return response.ok ? asServedFile(await response.json()) : undefined;
  } catch {
    return undefined;
  }
}

/** Writes the text unless the file has changed since `version`. */
export async function saveServedFile(
  token: string,
  text: string,
  version: string,
): Promise<SaveAnswer> {
  try {
    const response = await fetch(ADDRESS, {
      method: "PUT",
      headers: { [HEADER]: token },
      body: JSON.stringify({ text, version }),
    });
    const answer: unknown = await response.json();
    if (response.status === 409) {
      const file = asServedFile(answer);
      return file === undefined ? { kind: "failed" } : { kind: "changed", file };
    }
    const saved = isRecord(answer) ? answer["version"] : undefined;
    return response.ok && saved !== undefined
      ? { kind: "saved", version: String(saved) }
      : { kind: "failed" };
  } catch {
    return { kind: "failed" };
  }
}

function asServedFile(value: unknown): ServedFile | undefined {
  if (!isRecord(value) || typeof value["text"] !== "string") return undefined;
  const name = typeof value["name"] === "string" ? value["name"] : "diagram.ncd";
  return { name, text: value["text"], version: String(value["version"]) };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
