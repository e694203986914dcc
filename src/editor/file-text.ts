import { readText } from "./pipeline.ts";

/** What a file holds for us: a text to open, or the reason why it is not one of ours. */
export type FileText =
  | { readonly kind: "text"; readonly text: string }
  | {
      readonly kind: "foreign";
      readonly says: string;
      /** The text that could be opened all the same. */
      readonly readable?: string;
    };

/** Takes the diagram out of a `.ncd` text, a JSON export or an SVG that Axisloom exported. */
export function readFileText(name: string, content: string): FileText {
  const text = content.replace(/^\uFEFF/, "");
  if (/^\s*<(\?xml|svg|!DOCTYPE svg)/i.test(text)) return readSvg(name, text);
  if (/^\s*\{/.test(text)) return readJson(name, text);
  return readNcd(name, text);
}

function readSvg(name: string, text: string): FileText {
  const parsed = new DOMParser().parseFromString(text, "image/svg+xml");
  const source = parsed.querySelector("metadata")?.textContent?.trim();
  if (parsed.querySelector("parsererror") === null && source) {
    const found = readNcd(name, `${source}\n`);
    if (found.kind === "text") return found;
  }
  return { kind: "foreign", says: `${name} is a picture without the diagram that it shows.` };
}

function readJson(name: string, text: string): FileText {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== "object" || value === null || !("format" in value)) {
      return { kind: "foreign", says: `${name} is JSON, but not a diagram of Axisloom.` };
    }
    if (value.format !== "axisloom" || !("text" in value) || typeof value.text !== "string") {
      return { kind: "foreign", says: `${name} is JSON, but not a diagram of Axisloom.` };
    }
    return { kind: "text", text: value.text };
  } catch {
    return { kind: "foreign", says: `${name} is JSON that breaks off or has a mistake in it.` };
  }
}

/** More bad lines than good ones: then it is not our language, or cut off. */
function readNcd(name: string, text: string): FileText {
  const { document, diagnostics } = readText(text);
  const good = document.statements.filter((each) => each.kind !== "error").length;
  const bad = document.statements.length - good;
  const first = diagnostics.find((each) => each.severity === "error" && each.code === "T01");
  if (bad === 0 || bad <= good + document.header.length || first === undefined) {
    return { kind: "text", text };
  }
  const { line = 1, column = 1 } = first.place.span ?? {};
  const says = `${name} is not a diagram of Axisloom: line ${line}, column ${column}: ${first.title}`;
  return good + document.header.length > 0
    ? { kind: "foreign", says, readable: text }
    : { kind: "foreign", says };
}
