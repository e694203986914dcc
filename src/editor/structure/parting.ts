import type { Statement, WeightPort } from "../../document/document.ts";
import { isLoop, walkStatements } from "../../document/parts.ts";
import type { EditContext } from "../edit.ts";
import { anew, bodyAt, definitionOf, statementAt, type TreePath } from "../edits/document-tree.ts";
import { axesIn, boundaryOf, namedBy } from "./boundary.ts";
import { capital, lineTitle } from "./gather.ts";

/** Lines of one body, parted into those that move into the block and those that stay. */
export interface Parted {
  readonly body: TreePath;
  readonly definition: string;
  readonly inside: readonly Statement[];
  readonly outside: readonly Statement[];
  /** Where the call goes among those that stay. */
  readonly at: number;
}

/** Whether a line stands for an array that crosses the wall of a loop. */
export function isCrossing({ kind }: Statement): boolean {
  return kind === "each" || kind === "carry" || kind === "collect";
}

/** Whether a line only says what is learned. */
export function isWeights({ kind }: Statement): boolean {
  return kind === "weight" || kind === "layer";
}

/** Weights and layers that only the chosen lines use come along, those used elsewhere stay. */
export function part(context: EditContext, body: TreePath, chosen: ReadonlySet<Statement>): Parted {
  const all = bodyAt(context.document, body);
  const computing = all.filter((line) => chosen.has(line) && !isWeights(line));
  const { mentions, callees } = boundaryOf(computing);
  const read = new Set(mentions);
  const elsewhere = usesOutside(context, body, new Set(computing));
  const comes = (name: string) => read.has(name) && !elsewhere.has(name);
  const inside: Statement[] = [];
  const outside: Statement[] = [];
  let first: number | undefined;
  for (const line of all) {
    const isChosen = chosen.has(line);
    if (isChosen) first ??= outside.length;
    if (line.kind === "weight") {
      const [moving, staying] = splitWeights(line, comes);
      if (moving) inside.push(moving);
      if (staying) outside.push(staying);
    } else if (line.kind === "layer") {
      const moves = callees.has(line.name) && !elsewhere.has(`${line.name}(`);
      (moves ? inside : outside).push(line);
    } else (isChosen ? inside : outside).push(line);
  }
  const { name } = definitionOf(context.document, body);
  const at = afterProducers(outside, boundaryOf(inside).mentions, first ?? outside.length);
  return { body, definition: name, inside, outside, at };
}

type Weights = Extract<Statement, { kind: "weight" }>;

function splitWeights(
  line: Weights,
  comes: (name: string) => boolean,
): readonly [Statement | undefined, Statement | undefined] {
  const moving = line.ports.filter(({ name }) => comes(name));
  if (moving.length === line.ports.length) return [line, undefined];
  if (moving.length === 0) return [undefined, line];
  const staying = line.ports.filter((port) => !moving.includes(port));
  const only = (ports: readonly WeightPort[]) => anew({ ...line, ports });
  const { comment: _, ...bare } = only(moving);
  return [{ ...bare, id: `${line.id}+`, lead: [] }, only(staying)];
}

/** Names that the rest of the definition reads; what it calls stands there as `NAME(`. */
export function usesOutside(
  { document }: EditContext,
  body: TreePath,
  inside: ReadonlySet<Statement>,
): ReadonlySet<string> {
  const { body: top } = definitionOf(document, body);
  const uses = new Set<string>();
  const visit = (lines: readonly Statement[]): void => {
    for (const line of lines) {
      if (inside.has(line) || line.kind === "block") continue;
      const { mentions, callees } = boundaryOf([isLoop(line) ? { ...line, body: [] } : line]);
      for (const name of mentions) uses.add(name);
      for (const name of callees) uses.add(`${name}(`);
      if (isLoop(line)) visit(line.body);
    }
  };
  visit(bodyAt(document, top));
  const block = statementAt(document, top);
  if (block?.kind === "block") for (const { name } of block.outputs) uses.add(name);
  return uses;
}

/** Where lines can go that read these names: not before their makers. */
export function afterProducers(
  outside: readonly Statement[],
  mentions: readonly string[],
  first: number,
): number {
  const read = new Set(mentions);
  const last = outside.findLastIndex((line) => namedBy(line).some((name) => read.has(name)));
  return Math.max(first, last + 1);
}

/** What only the surrounding definition has and a block cannot take along. */
export function whyStuck(
  context: EditContext,
  { body, inside, outside }: Parted,
): string | undefined {
  const { document } = context;
  const boundary = boundaryOf(inside);
  const { body: top } = definitionOf(document, body);
  const rest = boundaryOf(outside);
  const memory =
    [...boundary.saved].find((name) => rest.loaded.has(name)) ??
    [...boundary.loaded].find((name) => !boundary.saved.has(name));
  if (memory !== undefined) {
    return `\`${memory}\` is saved and loaded on both sides, and memory stays in one block; take both lines in or leave both out.`;
  }
  const own = new Set(inside.flatMap((line) => (line.kind === "layer" ? [line.name] : [])));
  const layers = new Set<string>();
  walkStatements(bodyAt(document, top), (line) => {
    if (line.kind === "layer") layers.add(line.name);
  });
  const shared = [...boundary.callees].find((name) => layers.has(name) && !own.has(name));
  if (shared !== undefined) {
    return `\`${shared}\` is one set of weights for calls inside and outside; take all its calls in or leave them out.`;
  }
  const sizes = new Set([...axesIn(inside), ...boundary.mentions]);
  const index = loopIndices(context, body).find((name) => sizes.has(name));
  if (index !== undefined) {
    return `These lines use \`${index}\`, which counts the copies of the repeat and is not known inside a block.`;
  }
  return closesCycle({ body, inside, outside });
}

function loopIndices({ document }: EditContext, body: TreePath): readonly string[] {
  return body.flatMap((_, depth) => {
    const loop = statementAt(document, body.slice(0, depth + 1));
    return loop?.kind === "repeat" && loop.index !== undefined ? [loop.index] : [];
  });
}

/** A line outside that reads from the block and that the block reads would close a cycle. */
export function closesCycle(
  parted: Pick<Parted, "body" | "inside" | "outside">,
): string | undefined {
  const inside = boundaryOf(parted.inside);
  const after = new Set(inside.visible);
  const between: Statement[] = [];
  for (let grown = true; grown; ) {
    grown = false;
    for (const line of parted.outside) {
      if (between.includes(line) || line.kind === "block" || isCrossing(line)) continue;
      if (!boundaryOf([line]).mentions.some((name) => after.has(name))) continue;
      between.push(line);
      for (const name of namedBy(line)) after.add(name);
      grown = true;
    }
  }
  const read = new Set(inside.mentions);
  const line = between.find((each) => namedBy(each).some((name) => read.has(name)));
  if (line === undefined) return undefined;
  return `${capital(lineTitle(line))} stands between these lines: it reads from them and they read it; select it too.`;
}
