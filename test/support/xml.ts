/** An element of an XML file, as far as tests look at it. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** The text directly inside, entities read. */
  readonly text: string;
}

interface OpenElement extends XmlElement {
  children: XmlElement[];
  text: string;
}

const TOKEN = /<(\/?)([A-Za-z][\w:.-]*)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>|([^<]+)/gy;

/** Reads well-formed XML without declarations, comments and CDATA, and throws at anything else. */
export function readXml(text: string): XmlElement {
  const root: OpenElement = { name: "", attributes: {}, children: [], text: "" };
  const stack = [root];
  TOKEN.lastIndex = 0;
  let at = 0;
  while (at < text.length) {
    const match = TOKEN.exec(text);
    const top = stack.at(-1);
    if (match === null || top === undefined)
      throw new RangeError(`No XML at ${at}: ${text.slice(at, at + 60)}`);
    const [whole, closes, name, attributes = "", empty, characters] = match;
    if (characters !== undefined) top.text += readEntities(characters);
    else if (closes === "/") {
      if (top.name !== name)
        throw new RangeError(`\`${top.name}\` is closed as \`${name}\` at ${at}`);
      stack.pop();
    } else {
      const element = {
        name: name ?? "",
        attributes: readAttributes(attributes),
        children: [],
        text: "",
      };
      top.children.push(element);
      if (empty !== "/") stack.push(element);
    }
    at += whole.length;
  }
  const [only] = root.children;
  if (only === undefined || root.children.length > 1 || stack.length !== 1) {
    throw new RangeError(
      `An XML file has one root, all closed; open are ${stack.map(({ name }) => name)}`,
    );
  }
  return only;
}

function readAttributes(text: string): Readonly<Record<string, string>> {
  const found = [...text.matchAll(/([\w:.-]+)="([^"]*)"/g)];
  const names = found.map((match) => match[1]);
  if (new Set(names).size !== names.length)
    throw new RangeError(`An attribute stands twice: ${text}`);
  return Object.fromEntries(found.map((match) => [match[1], readEntities(match[2] ?? "")]));
}

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"' };

function readEntities(text: string): string {
  if (/[^\t\n\r -\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u.test(text)) {
    throw new RangeError("A character that XML cannot hold");
  }
  return text.replace(/&(#?\w+);|&/g, (_, name: string | undefined) => {
    const read = name?.startsWith("#")
      ? String.fromCodePoint(Number(name.slice(1)))
      : ENTITIES[name ?? ""];
    if (read === undefined) throw new RangeError(`No entity \`${name}\``);
    return read;
  });
}
