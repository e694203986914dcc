/** What looking for the diagram in a file of markup gave. */
export type SvgSource =
  | { readonly kind: "found"; readonly text: string }
  /** The file ends before the element or inside it; `at` is where it ends. */
  | { readonly kind: "cut"; readonly at: number }
  /** `root` is the name of the first element, at most 30 characters of it. */
  | { readonly kind: "foreign"; readonly root: string };

const SOURCE = "axisloom:source";
const TAG_NAME = /<\/?([^\s<>/"'=]{1,100})/y;
const TAG_STOP = /["'<>]/g;

/** Skipped whole, since what looks like an element in them is none. */
const SKIPPED: readonly (readonly [open: string, close: string])[] = [
  ["<!--", "-->"],
  ["<![CDATA[", "]]>"],
  ["<?", "?>"],
  ["<!", ">"],
];

/** Finds the text in `<axisloom:source>` inside `<metadata>`, without a reader of XML. */
export function findSvgSource(markup: string): SvgSource {
  let root = "";
  let inMetadata = false;
  for (let at = markup.indexOf("<"); at >= 0; at = markup.indexOf("<", at)) {
    const end = skippedEnd(markup, at);
    if (end !== undefined) {
      at = end;
      continue;
    }
    const name = nameAt(markup, at);
    const after = name === undefined ? undefined : tagEnd(markup, at + 1);
    if (name === undefined || after === undefined) {
      at += 1;
      continue;
    }
    const closes = markup.startsWith("</", at);
    at = after;
    if (root === "") {
      root = name.slice(0, 30);
      if (markup.startsWith("/>", at - 2)) return { kind: "foreign", root };
    }
    if (name === "metadata") inMetadata = !closes;
    if (name !== SOURCE || closes || !inMetadata || root !== "svg") continue;
    return markup.startsWith("/>", at - 2) ? { kind: "found", text: "" } : readSource(markup, at);
  }
  if (root === "svg" && !markup.includes("</svg")) return { kind: "cut", at: markup.length };
  return { kind: "foreign", root: root === "" ? "…" : root };
}

function nameAt(markup: string, at: number): string | undefined {
  TAG_NAME.lastIndex = at;
  return TAG_NAME.exec(markup)?.[1];
}

/** The position behind a tag's `>`; a tag that another `<` or the end of the file breaks has none. */
function tagEnd(markup: string, start: number): number | undefined {
  TAG_STOP.lastIndex = start;
  for (;;) {
    const stop = TAG_STOP.exec(markup)?.[0];
    if (stop === ">") return TAG_STOP.lastIndex;
    if (stop === undefined || stop === "<") return undefined;
    const close = markup.indexOf(stop, TAG_STOP.lastIndex);
    if (close < 0) return undefined;
    TAG_STOP.lastIndex = close + 1;
  }
}

function skippedEnd(markup: string, at: number): number | undefined {
  const skipped = SKIPPED.find(([open]) => markup.startsWith(open, at));
  if (skipped === undefined) return undefined;
  const [open, close] = skipped;
  const end = markup.indexOf(close, at + open.length);
  return end < 0 ? markup.length : end + close.length;
}

function readSource(markup: string, start: number): SvgSource {
  const end = markup.indexOf(`</${SOURCE}`, start);
  if (end < 0) return { kind: "cut", at: markup.length };
  const pieces = markup.slice(start, end).split(/<!\[CDATA\[([\s\S]*?)\]\]>/);
  const text = pieces.map((piece, index) => (index % 2 === 1 ? piece : unescapeXml(piece)));
  return { kind: "found", text: text.join("") };
}

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ["lt", "<"],
  ["gt", ">"],
  ["amp", "&"],
  ["quot", '"'],
  ["apos", "'"],
]);

/** Replaces the entities of XML; others stay as they stand. */
function unescapeXml(text: string): string {
  return text.replace(
    /&(?:#x([0-9a-fA-F]{1,6})|#([0-9]{1,7})|([a-z]{1,4}));/g,
    (whole, hex, decimal, name) => {
      if (name !== undefined) return ENTITIES.get(name) ?? whole;
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}
