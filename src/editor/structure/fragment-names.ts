import type { Port, Statement } from "../../document/document.ts";
import { walkStatements } from "../../document/parts.ts";
import type { EditContext } from "../edit.ts";
import { anew, bodyAt, definitionOf, statementsOf } from "../edits/document-tree.ts";
import { UNKNOWN } from "../edits/expression-tree.ts";
import { axesUsed } from "../edits/names.ts";
import { arraysOf, axesIn, boundaryOf } from "./boundary.ts";
import type { Fragment, Spot } from "./fragment.ts";
import type { Files } from "./fragment-file.ts";
import { valuesAt } from "./port.ts";
import { KEEP, substitute } from "./substitute.ts";

/** Lines of a fragment under names that are free where they go. */
export interface Connected {
  readonly lines: readonly Statement[];
  /** Arrays of the document that the lines now read. */
  readonly connected: readonly string[];
  /** New names of the fragment's arrays, by their old ones. */
  readonly arrays: ReadonlyMap<string, string>;
}

/** Finds for each name of the fragment what it is in the body where the lines go. */
export function connectFragment(
  context: EditContext,
  { callees }: Files,
  { fragment, spot }: { readonly fragment: Fragment; readonly spot: Spot },
): Connected {
  const { document } = context;
  const isTop = spot.body.length === 0;
  const place = definitionOf(document, spot.body);
  const visible = new Set(valuesAt(context, spot.body).keys());
  const lines = bodyLines(context, fragment, spot);
  const boundary = boundaryOf(lines);
  const read = new Set(boundary.mentions);
  const given = fragment.document.statements.flatMap((line) =>
    line.kind === "input" ? line.ports : [],
  );
  const isJoined = ({ name }: Port) => fragment.connects && read.has(name) && visible.has(name);
  const sizes = new Set([
    ...context.typed.sizes.keys(),
    ...axesUsed(document, context.typed, place),
    ...axesIn(fragment.document.statements),
  ]);
  const own = new Set([...boundary.made, ...given.map(({ name }) => name)]);
  const missing = boundary.mentions.filter(
    (name) => !own.has(name) && !visible.has(name) && !sizes.has(name),
  );
  const taken = namesTaken(context, spot, sizes);
  const arrays = new Map<string, string>();
  const newNames = [
    ...given.filter((port) => !isJoined(port)).map(({ name }) => name),
    ...missing,
    ...boundary.made,
  ];
  for (const name of newNames) {
    const fresh = freeArray(name, new Set([...taken, ...own, ...arrays.values()]), taken);
    arrays.set(name, fresh);
  }
  const memories = freeMemories(context, spot, boundary.saved);
  const renamed = substitute(lines, {
    ...KEEP,
    array: (name) => arrays.get(name) ?? name,
    memory: (name) => memories.get(name) ?? name,
    callee: (name) => callees.get(name) ?? name,
  });
  const open = given.filter((port) => !isJoined(port));
  const holes = [...(isTop ? [] : open), ...missing.map((name): Port => ({ name }))];
  const inputs = fragment.document.statements.flatMap((line): readonly Statement[] => {
    if (line.kind !== "input" || !isTop) return [];
    const ports = line.ports.filter((port) => !isJoined(port));
    if (ports.length === 0) return [];
    return substitute([ports.length === line.ports.length ? line : anew({ ...line, ports })], {
      ...KEEP,
      array: (name) => arrays.get(name) ?? name,
    });
  });
  const connected = [...read].filter((name) => visible.has(name) && !arrays.has(name));
  return {
    lines: [...inputs, ...holes.map((port) => hole(port, arrays.get(port.name))), ...renamed],
    connected,
    arrays,
  };
}

/** What goes into the body itself: no blocks, sizes and inputs, and outputs only where they mean the same. */
function bodyLines(
  { document }: EditContext,
  fragment: Fragment,
  { body }: Spot,
): readonly Statement[] {
  const isTop = body.length === 0;
  const hasOutputs = document.statements.some(({ kind }) => kind === "output");
  const multis = new Set(
    bodyAt(document, body).flatMap((line) => (line.kind === "multi" ? [line.name] : [])),
  );
  return fragment.document.statements.filter((line) => {
    if (line.kind === "output") return isTop && hasOutputs;
    if (line.kind === "multi") return !multis.has(line.name);
    return !["block", "custom", "size", "require", "input"].includes(line.kind);
  });
}

/** Names that stand for an array of the definition, or would stand for a size that is read by name. */
function namesTaken(
  { document }: EditContext,
  { body }: Spot,
  sizes: ReadonlySet<string>,
): ReadonlySet<string> {
  const place = definitionOf(document, body);
  const taken = new Set(arraysOf(document, place));
  for (const { statement } of statementsOf(document, place)) {
    if (statement.kind === "repeat" || statement.kind === "scan") continue;
    for (const name of boundaryOf([statement]).mentions) if (sizes.has(name)) taken.add(name);
  }
  return taken;
}

/** The name itself, else with a prime, else with a number. */
function freeArray(name: string, used: ReadonlySet<string>, taken: ReadonlySet<string>): string {
  if (!taken.has(name)) return name;
  if (!used.has(`${name}'`)) return `${name}'`;
  const stem = name.replace(/[0-9]*'*$/, "");
  let number = 2;
  while (used.has(`${stem}${number}`)) number += 1;
  return `${stem}${number}`;
}

function freeMemories(
  { document }: EditContext,
  { body }: Spot,
  saved: ReadonlySet<string>,
): ReadonlyMap<string, string> {
  const here = new Set<string>();
  walkStatements(bodyAt(document, definitionOf(document, body).body), (line) => {
    if (line.kind === "save") here.add(line.memory);
  });
  return new Map(
    [...saved].map((name) => [name, freeArray(name, new Set([...here, ...saved]), here)]),
  );
}

/** An array that is not given here: its name and shape, with `?` on the right. */
function hole(port: Port, name = port.name): Statement {
  const id = `+${name}?`;
  return { lead: [], id, kind: "array", results: [{ ...port, name }], value: { ...UNKNOWN, id } };
}
