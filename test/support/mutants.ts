/** What was done to a diagram: the five kinds of slip of an author. */
export const MUTATIONS = [
  "drop wire",
  "rename axis",
  "change size",
  "swap operation",
  "duplicate node",
] as const;

/** One kind of slip. */
export type Mutation = (typeof MUTATIONS)[number];

/** A good text with one slip in it, and where that is. */
export interface Mutant {
  readonly text: string;
  readonly mutation: Mutation;
  /** The line that was touched, counted from 1; of a duplicate, the second of the two. */
  readonly line: number;
  readonly column: number;
  readonly before: string;
  readonly after: string;
}

/** Numbers from 0 to below 1 that are the same for the same seed. */
export function randomNumbers(seed: number): () => number {
  let state = (seed * 2_654_435_761 + 12_345) >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return ((state ^ (state >>> 15)) >>> 0) / 2 ** 32;
  };
}

/** A place in a text, and what may stand there instead. */
interface Site {
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly instead: readonly string[];
}

/** The text with one slip of that kind at a random place, if there is a place for it. */
export function mutantOf(
  text: string,
  mutation: Mutation,
  random: () => number,
): Mutant | undefined {
  const lines = text.split("\n");
  const pick = <Item>(items: readonly Item[]) => items[Math.floor(random() * items.length)];
  const site = pick(sitesFor(mutation, lines));
  const after = site && pick(site.instead);
  if (site === undefined || after === undefined) return undefined;
  const line = lines[site.line] ?? "";
  const before = line.slice(site.start, site.end);
  const changed = line.slice(0, site.start) + after + line.slice(site.end);
  const touched = mutation === "duplicate node" ? site.line + 1 : site.line;
  return {
    text: lines.with(site.line, changed).join("\n"),
    mutation,
    line: touched + 1,
    column: mutation === "duplicate node" ? 1 : site.start + 1,
    before,
    after,
  };
}

function sitesFor(mutation: Mutation, lines: readonly string[]): readonly Site[] {
  switch (mutation) {
    case "drop wire":
      return wireSites(lines);
    case "rename axis":
      return axisSites(lines);
    case "change size":
      return sizeSites(lines);
    case "swap operation":
      return operationSites(lines);
    case "duplicate node":
      return lines.flatMap((line, at) =>
        isDefinition(line)
          ? [{ line: at, start: line.length, end: line.length, instead: [`\n${line}`] }]
          : [],
      );
  }
}

/** Lines that may be mutated, with their places in the text. */
function linesOfCode(lines: readonly string[]): readonly (readonly [line: string, at: number])[] {
  return lines.flatMap((line, at) =>
    /^\s*(#|diagram\b|source\b|note\b|main\b|ncd\b|multi\b|$)/.test(line)
      ? []
      : [[line, at] as const],
  );
}

/** `NAME[…] = …`, a weight or an input. */
function isDefinition(line: string): boolean {
  return (
    /^\s*(weight|input)\b/.test(line) ||
    /^\s*[A-Za-z][^=]*(\[[^\]]*\])?[^=]* = /.test(line.replace(/^\s*size\b.*/, ""))
  );
}

const NAME = /[A-Za-z][A-Za-z0-9_]*'*/g;

/** Where arrays are read: an argument of a call is taken out, any other operand becomes `?`. */
function wireSites(lines: readonly string[]): readonly Site[] {
  const arrays = new Set<string>();
  for (const [line] of linesOfCode(lines)) {
    const left =
      /^\s*(?:block \w+|input|weight|carry|each|collect)?(.*?)( = | from | in |$)/.exec(
        line,
      )?.[1] ?? "";
    for (const [name] of withoutBrackets(left).matchAll(NAME)) arrays.add(name);
    for (const [, name] of line.matchAll(/ to ([A-Za-z][A-Za-z0-9_]*'*)/g)) arrays.add(name ?? "");
  }
  return linesOfCode(lines).flatMap(([line, at]) => {
    const right = / = | from /.exec(line);
    if (right === null || /^\s*(size|weight|layer|block|collect)\b/.test(line)) return [];
    const bare = withoutBrackets(line).replace(/ to .*$/, (rest) => " ".repeat(rest.length));
    return [...bare.matchAll(NAME)].flatMap((found): Site[] => {
      const [name] = found;
      if (found.index < right.index || !arrays.has(name)) return [];
      const end = found.index + name.length;
      if (/^\s*[[(=]/.test(bare.slice(end))) return [];
      if (bare.slice(found.index - 2, found.index) === ", ")
        return [{ line: at, start: found.index - 2, end, instead: ["", ", ?"] }];
      if (bare.slice(end, end + 2) === ", " && bare[found.index - 1] === "(")
        return [{ line: at, start: found.index, end: end + 2, instead: ["", "?, "] }];
      return [{ line: at, start: found.index, end, instead: ["?"] }];
    });
  });
}

/** The line with blanks in place of everything in square brackets. */
function withoutBrackets(line: string): string {
  return line.replace(/\[[^\]]*\]/g, (inner) => "]".repeat(inner.length));
}

/** A word inside brackets, and whether it stands for an axis or for a size. */
interface BracketWord {
  readonly text: string;
  readonly start: number;
  readonly kind: "axis" | "size";
}

function bracketWords(line: string): readonly BracketWord[] {
  const words: BracketWord[] = [];
  for (const bracket of line.matchAll(/\[([^\]]*)\]/g)) {
    let takesAxes = true;
    const parts = /;|->|[()]|[^\s;()]+/g;
    let afterSemicolon = false;
    for (const part of (bracket[1] ?? "").matchAll(parts)) {
      const [text] = part;
      const start = bracket.index + 1 + part.index;
      if (text === ";") afterSemicolon = true;
      else if (afterSemicolon) {
        takesAxes = text === "over";
        afterSemicolon = false;
      } else if (takesAxes) {
        const [axis = "", size] = text.split("=");
        if (/^[A-Za-z]/.test(axis)) words.push({ text: axis, start, kind: "axis" });
        if (size !== undefined && /^\w+$/.test(size))
          words.push({ text: size, start: start + axis.length + 1, kind: "size" });
      } else if (/^(\d+|[A-Za-z]\w*)$/.test(text)) words.push({ text, start, kind: "size" });
    }
  }
  return words;
}

/** Every place of an axis; another axis of the block stands there instead, or one that nothing has. */
function axisSites(lines: readonly string[]): readonly Site[] {
  const code = linesOfCode(lines).filter(([line]) => !/^\s*(size|require)\b/.test(line));
  let block: (readonly [string, number])[] = [];
  const blocks = [block];
  for (const entry of code) {
    if (/^\S/.test(entry[0])) {
      block = [];
      blocks.push(block);
    }
    block.push(entry);
  }
  return blocks.flatMap((inside) => {
    const found = inside.flatMap(([line, at]) =>
      bracketWords(line)
        .filter(({ kind }) => kind === "axis")
        .map(({ text, start }) => ({ text, line: at, start })),
    );
    const names = [...new Set(found.map(({ text }) => text))];
    return found.map(({ text, line, start }): Site => {
      const others = names.filter((name) => name !== text);
      return { line, start, end: start + text.length, instead: [...others, "axis_x"] };
    });
  });
}

/** Numbers and names of sizes, in the size table, after `=` in brackets and in options. */
function sizeSites(lines: readonly string[]): readonly Site[] {
  return linesOfCode(lines).flatMap(([line, at]): readonly Site[] => {
    const isTable = /^\s*(size|require)\b/.test(line);
    const words = isTable
      ? [...line.matchAll(/\b\d+\b/g)].map((found) => ({ text: found[0], start: found.index }))
      : bracketWords(line).filter(({ kind }) => kind === "size");
    return words.map(({ text, start }) => ({
      line: at,
      start,
      end: start + text.length,
      instead: /^\d+$/.test(text)
        ? [`${Number(text) + 1}`, `${Number(text) * 2 || 2}`, `${Math.max(1, Number(text) - 1)}`]
        : [`(${text}+1)`, "7"],
    }));
  });
}

const OPERATIONS = [
  "relu",
  "softmax",
  "sum",
  "linear",
  "dot",
  "layer_norm",
  "sigmoid",
  "mean",
  "split",
  "merge",
  "rename",
  "concat",
];

/** The words of calls; another operation takes its place. */
function operationSites(lines: readonly string[]): readonly Site[] {
  return linesOfCode(lines).flatMap(([line, at]) => {
    const right = / = /.exec(line);
    if (right === null || /^\s*(size|weight|block)\b/.test(line)) return [];
    return [...line.matchAll(/[A-Za-z][A-Za-z0-9_]*'*(?=\[[^\]]*\]\(|\()/g)].flatMap((found) =>
      found.index < right.index
        ? []
        : [
            {
              line: at,
              start: found.index,
              end: found.index + found[0].length,
              instead: OPERATIONS.filter((name) => name !== found[0]),
            },
          ],
    );
  });
}
