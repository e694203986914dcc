const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  // As it stands, a reader would take it for the end of a line.
  "\r": "&#13;",
};

const NOT_XML = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/** A text with its markup characters made harmless and what XML cannot hold as U+FFFD. */
export function escapeXml(text: string): string {
  return text
    .replace(NOT_XML, "\uFFFD")
    .replace(/[&<>"\r]/g, (character) => ENTITIES[character] ?? character);
}

/** Whether `escapeXml` keeps every character. */
export function isXmlText(text: string): boolean {
  return text.search(NOT_XML) < 0;
}

/** Attributes in the order given; those without a value are left out. */
export function attributes(values: Readonly<Record<string, string | undefined>>): string {
  return Object.entries(values)
    .map(([name, value]) => (value === undefined ? "" : ` ${name}="${escapeXml(value)}"`))
    .join("");
}
