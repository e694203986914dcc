import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse } from "../../src/language/parse.ts";
import { inferDiagram } from "../../src/typing/infer.ts";
import { Remembered } from "../../src/typing/remembered.ts";
import { MUTATIONS, type Mutation, mutantOf, randomNumbers } from "../support/mutants.ts";
import { randomDiagrams } from "../support/random-diagram.ts";
import { writtenOut } from "../support/written-out.ts";

/** The presets and the good diagrams of the tests. */
const FILES = ["../../presets/", "./good/"].flatMap((folder) => {
  const place = new URL(folder, import.meta.url);
  const names = readdirSync(place).filter((name) => name.endsWith(".ncd"));
  return names.map((name) => readFileSync(new URL(name, place), "utf8"));
});

/** What typing gives to one who remembers, compared with one who types the text from nothing. */
function expectSame(text: string, remembered: Remembered): void {
  const { document } = parse(text);
  const settings = { sizes: new Map<string, bigint>() };
  const again = writtenOut(inferDiagram(document, settings, remembered));
  const anew = writtenOut(inferDiagram(document, settings, new Remembered()));
  if (again !== anew) expect(`${text}\n${again}`).toBe(`${text}\n${anew}`);
}

const KINDS = ["word", "drop", "double", "move", "line", "undo", "other"] as const;

/** One edit of a chain: what is done, where, and with what. */
const step = fc.tuple(fc.constantFrom(...KINDS), fc.nat(), fc.nat());
type Step = readonly [(typeof KINDS)[number], number, number];

/** Words that turn a good line into another good line, or into a wrong one. */
const WORDS = ["relu", "tanh", "softmax", "t", "d", "m", "3", "->", "=", "*", "+", "[", ")", "?"];

/** Lines that teach something, ask for something or go wrong, and lines that read what those make. */
const LINES = [
  "size n, s = 2, h = 4",
  "size n = 5",
  "require h divides n",
  "input X[t d]",
  "input Y[t m=2*n]",
  "A[t k] = linear[d -> k](X)",
  "A[t k=3] = linear[d -> k](X)",
  "A[t d] = X + X",
  "B[t k] = relu(A)",
  "B[t k=2*n] = tanh(A)",
  "C[t k] = A + B",
  "C[t k] = A * Y",
  "D[u d] = max_pool[t -> u; kernel 3; stride 2](X)",
  "D[u d] = max_pool[t -> u; kernel h; stride s](X)",
  "E[t a b] = split[k -> a b](A)",
  "E[t a=h b] = split[k -> a b](B)",
  "F[t k] = merge[a b -> k](E)",
  "F[t k] = merge[b a -> k](E)",
  "G[t g] = concat[d k -> g](X, A)",
  "G[t g=7] = concat[d k -> g](X, A)",
  "H[t d] = slice[g -> d; from 0; to n/h](G)",
  "layer f = linear[d -> d]",
  "layer f = relu",
  "I[t d] = f(X)",
  "J[t d] = f(I) + H",
  "save M[0] = A",
  "K[t k] = load M[0]",
  "L = softmax[d](J)",
  "L[t d] = X / sqrt(n)",
  "repeat 2:\n  carry R[t d] from X to S\n  S[t d] = f(R)",
  "N[t d] = R + L",
  "O[t z] = linear[d -> z](D",
  "P[t k] = B + F",
] as const;

function edited(text: string, [kind, from, to]: Step): string {
  const lines = text.split("\n");
  const [at, other] = [from % lines.length, to % lines.length];
  const line = lines[at] ?? "";
  switch (kind) {
    case "word": {
      const words = line.split(/\b/);
      const own = text.split(/\b/);
      const word = to % 2 === 0 ? WORDS[to % WORDS.length] : own[to % own.length];
      words[from % words.length] = (word ?? "").replaceAll("\n", "");
      return lines.with(at, words.join("")).join("\n");
    }
    case "drop":
      return lines.toSpliced(at, 1).join("\n");
    case "double":
      return lines.toSpliced(other, 0, line).join("\n");
    case "move":
      return lines.toSpliced(at, 1).toSpliced(other, 0, line).join("\n");
    case "line":
      return lines.with(at, LINES[to % LINES.length] ?? "").join("\n");
    default:
      return text;
  }
}

/** The texts of an author who works on two files in turn, and takes some edits back. */
function textsOf(files: readonly string[], steps: readonly Step[]): readonly string[] {
  const histories = files.map((file) => [file]);
  let open = 0;
  const texts = [...files];
  for (const each of steps) {
    if (each[0] === "other") open = (open + 1) % files.length;
    const history = histories[open] ?? [];
    if (each[0] === "undo" && history.length > 1) history.pop();
    else history.push(edited(history.at(-1) ?? "", each));
    texts.push(history.at(-1) ?? "");
  }
  return texts;
}

function expectLaw(files: readonly string[], steps: readonly Step[]): void {
  const remembered = new Remembered();
  for (const text of textsOf(files, steps)) expectSame(text, remembered);
}

/** Any of these lines in any order, so that little of it fits together. */
const teaching = fc
  .shuffledSubarray([...LINES], { minLength: 8 })
  .map((lines) => `${lines.join("\n")}\n`);

/** The lines in their order, one of each name, so that most of it fits together. */
const fitting = fc.infiniteStream(fc.boolean()).map((coins) => {
  const byName = new Map<string, string>();
  for (const line of LINES) {
    const [name = ""] = line.split(/[[ ](?!f)/);
    if (!byName.has(name) || coins.next().value) byName.set(name, line);
  }
  return `${[...byName.values()].join("\n")}\n`;
});

const steps = fc.array(step, { minLength: 1, maxLength: 8 });

describe("typing after an edit gives to the letter what typing from nothing gives", () => {
  it("for files of papers under any chain of edits", () => {
    const files = fc.array(fc.constantFrom(...FILES), { minLength: 1, maxLength: 2 });
    fc.assert(fc.property(files, steps, expectLaw), { numRuns: 25 });
  });

  it("for random diagrams under any chain of edits", () => {
    const files = fc.array(randomDiagrams(14), { minLength: 1, maxLength: 2 });
    fc.assert(fc.property(files, steps, expectLaw), { numRuns: 40 });
  });
  it("for papers with one slip after another, from which other mistakes follow", () => {
    const slips = fc.array(fc.constantFrom(...MUTATIONS), { minLength: 1, maxLength: 6 });
    const law = (file: string, kinds: readonly Mutation[], seed: number) => {
      const remembered = new Remembered();
      const random = randomNumbers(seed);
      let text = file;
      for (const kind of kinds) {
        text = mutantOf(text, kind, random)?.text ?? file;
        expectSame(text, remembered);
      }
    };
    fc.assert(fc.property(fc.constantFrom(...FILES), slips, fc.nat(), law), { numRuns: 40 });
  });

  it("for statements that bind sizes, require something of them or contradict each other", () => {
    const files = fc.array(fc.oneof(teaching, fitting), { minLength: 1, maxLength: 2 });
    fc.assert(fc.property(files, steps, expectLaw), { numRuns: 100 });
  });
});
