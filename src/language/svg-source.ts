/** What looking for the diagram in a file of markup gave. */
export type SvgSource =
  | { readonly kind: "found"; readonly text: string }
  /** The file ends inside the element; `at` is where it ends. */
  | { readonly kind: "cut"; readonly at: number }
  /** `root` is the name of the first element, at most 30 characters of it. */
  | { readonly kind: "foreign"; readonly root: string };

const SOURCE = "axisloom:source";
const TAG = /<\/?([^\s<>/"'=]{1,100})((?:[^<>"']|"[^"]*"|'[^']*')*)>/y;

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
    TAG.lastIndex = at;
    const tag = TAG.exec(markup);
    if (tag === null) {
      at += 1;
      continue;
    }
    at = TAG.lastIndex;
    const [whole, name = "", rest = ""] = tag;
    if (root === "") root = name.slice(0, 30);
    if (name === "metadata") inMetadata = !whole.startsWith("</");
    const opens = name === SOURCE && inMetadata && root === "svg" && !whole.startsWith("</");
    if (opens) return rest.endsWith("/") ? { kind: "found", text: "" } : readSource(markup, at);
  }
  return { kind: "foreign", root: root === "" ? "…" : root };
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
  const pieces = markup.slice(start, end).split(/<!\[CDATA\[([^]*?)\]\]>/);
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
