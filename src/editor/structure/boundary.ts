import type { Document, Expression, Statement } from "../../document/document.ts";
import { expressionsOf, isLoop, walkExpression, walkStatements } from "../../document/parts.ts";
import { providedBy } from "../../typing/mentions.ts";
import { type DefinitionPlace, statementAt, statementsOf } from "../edits/document-tree.ts";
import { KEEP, substitute } from "./substitute.ts";

/** What a run of lines reads and makes, loops inside it included. */
export interface Boundary {
  /** Bare names in order of first mention: arrays, and sizes where no array has the name. */
  readonly mentions: readonly string[];
  /** Every array that is named inside, those that loops keep to themselves included. */
  readonly made: ReadonlySet<string>;
  /** Arrays that can be read after the lines, in text order. */
  readonly visible: readonly string[];
  /** Names after which something is called, layers and blocks that a layer shares included. */
  readonly callees: ReadonlySet<string>;
  readonly saved: ReadonlySet<string>;
  readonly loaded: ReadonlySet<string>;
}

/** Reads through lines of one body. */
export function boundaryOf(lines: readonly Statement[]): Boundary {
  const mentions = new Set<string>();
  const made = new Set<string>();
  const callees = new Set<string>();
  const saved = new Set<string>();
  const loaded = new Set<string>();
  const note = (part: Expression): void => {
    if (part.kind === "name") mentions.add(part.name);
    if (part.kind === "call") callees.add(part.callee);
    if (part.kind === "load") loaded.add(part.memory);
  };
  walkStatements(lines, (line) => {
    for (const name of namedIn(line)) made.add(name);
    if (line.kind === "save") saved.add(line.memory);
    if (line.kind === "layer" && line.value.kind === "name") callees.add(line.value.name);
    else for (const expression of expressionsOf(line)) walkExpression(expression, note);
    if (line.kind === "carry") mentions.add(line.to.name);
    if (line.kind === "output") for (const { name } of line.ports) mentions.add(name);
  });
  const visible = [...new Set(lines.flatMap(namedBy))];
  return { mentions: [...mentions], made, visible, callees, saved, loaded };
}

/** The arrays that a line brings into its body. */
export function namedBy(line: Statement): readonly string[] {
  return providedBy(line).filter((name) => !name.includes(" "));
}

/** Every array of a definition, those that its loops keep to themselves included. */
export function arraysOf(document: Document, place: DefinitionPlace): ReadonlySet<string> {
  const names = new Set<string>();
  const block = statementAt(document, place.body);
  if (block?.kind === "block") for (const { name } of block.inputs) names.add(name);
  for (const { statement } of statementsOf(document, place)) {
    for (const name of namedIn(statement)) names.add(name);
  }
  return names;
}

/** The arrays that a line itself names, the stack of a `collect` included. */
function namedIn(line: Statement): readonly string[] {
  if (isLoop(line)) return [];
  return line.kind === "collect" ? [line.port.name] : namedBy(line);
}

/** Every name of an axis or a size that is written in lines and their bodies, those of blocks too. */
export function axesIn(lines: readonly Statement[]): ReadonlySet<string> {
  const names = new Set<string>();
  const note = (name: string): string => {
    names.add(name);
    return name;
  };
  const noting = {
    ...KEEP,
    axis: note,
    size: (name: string) => {
      names.add(name);
      return undefined;
    },
  };
  const visit = (line: Statement): void => {
    if (line.kind === "repeat" && line.index !== undefined) names.add(line.index);
    if (line.kind !== "block") return;
    substitute([{ ...line, kind: "output", ports: [...line.inputs, ...line.outputs] }], noting);
    substitute(line.body, noting);
    walkStatements(line.body, visit);
  };
  substitute(lines, noting);
  walkStatements(lines, visit);
  return names;
}
