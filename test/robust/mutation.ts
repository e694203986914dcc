import fc from "fast-check";

/** A text with one slip in it. */
export interface Mutated {
  readonly text: string;
  /** What was done, for a test that fails. */
  readonly what: string;
  /** Whether one word or sign was touched and nothing else. */
  readonly isSmall: boolean;
}

const TOKEN = /[A-Za-z_][A-Za-z0-9_']*|\d+|->|\s+|[\s\S]/g;

type Slip = (parts: string[], i: number, j: number) => void;

const SLIPS: readonly (readonly [name: string, isSmall: boolean, slip: Slip])[] = [
  ["leave out", true, (parts, i) => void parts.splice(i, 1)],
  ["repeat", true, (parts, i) => void parts.splice(i, 0, `${parts[i]}`)],
  [
    "replace",
    true,
    (parts, i, j) => {
      parts[i] = parts[j] ?? "";
    },
  ],
  [
    "swap",
    false,
    (parts, i, j) => {
      [parts[i], parts[j]] = [parts[j] ?? "", parts[i] ?? ""];
    },
  ],
  ["move", false, (parts, i, j) => void parts.splice(j, 0, ...parts.splice(i, 1))],
];

/** One of the texts with one slip in its words or in its lines. */
export function mutationOf(texts: readonly string[]): fc.Arbitrary<Mutated> {
  return fc
    .tuple(fc.constantFrom(...texts), fc.constantFrom(...SLIPS), fc.boolean(), fc.nat(), fc.nat())
    .map(([text, [name, isSmall, slip], byLine, first, second]) => {
      const parts = byLine ? text.split(/(?<=\n)/) : [...(text.match(TOKEN) ?? [])];
      const solid = [...parts.keys()].filter((at) => parts[at]?.trim() !== "");
      const i = solid[first % solid.length] ?? 0;
      const j = solid[second % solid.length] ?? 0;
      const what = `${name} ${JSON.stringify(parts[i])} ${JSON.stringify(parts[j])}`;
      slip(parts, i, j);
      return { text: parts.join(""), what, isSmall: isSmall && !byLine };
    });
}
