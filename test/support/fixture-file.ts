import { readFileSync } from "node:fs";

/** One case of a fixture file: a text, and below `---` what is expected of it. */
export interface Fixture {
  readonly title: string;
  readonly text: string;
  readonly expected: string;
}

/** Reads a file of cases, each `=== title`, the text, `---`, and what is expected, line by line. */
export function readFixtures(url: URL): readonly Fixture[] {
  const parts = readFileSync(url, "utf8").split(/^=== /m).slice(1);
  return parts.map((part) => {
    const [head = "", expected = ""] = part.split(/^---\n/m);
    const end = head.indexOf("\n");
    return {
      title: head.slice(0, end),
      text: head.slice(end + 1),
      expected: expected.trimEnd(),
    };
  });
}
