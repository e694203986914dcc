import type { Document, Statement } from "../../document/document.ts";
import { expressionsOf, walkExpression } from "../../document/parts.ts";
import { unreadCallees } from "../../typing/definition.ts";
import type { Edit, EditContext } from "../edit.ts";
import { allStatements, type Found, findNode, isWithin, type TreePath } from "./document-tree.ts";
import { finish, refuse } from "./finish.ts";
import { fitShapes } from "./fit-shapes.ts";
import { type Healing, isWhole, type Removal, withoutOne } from "./remove-one.ts";
import { sizeUses } from "./size-uses.ts";
import { timesText, titleOf } from "./titles.ts";

/**
 * Deletes operations and lines. Where what goes in has the shape of what comes out, `heal` lets the
 * consumers take what went in; else they have `?`. What others need by name stays as `NAME = ?`.
 */
export function remove(
  context: EditContext,
  { removals, heal }: { readonly removals: readonly Removal[]; readonly heal: Healing },
): Edit {
  const { document } = context;
  const found = removals.flatMap((removal) => {
    const there = findNode(document, removal.node);
    return there === undefined ? [] : [{ ...there, removal }];
  });
  const [first] = found;
  if (first === undefined) return refuse("There is nothing here to delete.");
  for (const each of found) {
    const needed = whyNeeded(document, each, found);
    if (needed !== undefined) return refuse(needed);
  }
  const what = found.length === 1 ? titleOfRemoval(document, first) : `${found.length} things`;
  const inTurn = found.toSorted((a, b) => turnOf(a.statement) - turnOf(b.statement));
  let current = document;
  for (const { removal } of inTurn) current = withoutOne(context, current, removal, heal);
  return finish(context, {
    document: fitShapes(context, current, []),
    label: `Deleted ${what}`,
  });
}

interface Removed extends Found {
  readonly removal: Removal;
}

/** What lets go of names goes before what makes them. */
function turnOf({ kind }: Statement): number {
  if (kind === "output") return 0;
  if (kind === "block" || kind === "custom") return 1;
  if (kind === "repeat" || kind === "scan") return 2;
  return kind === "each" || kind === "carry" || kind === "collect" ? 3 : 4;
}

/** Why something cannot go: others use it by its name. */
function whyNeeded(
  document: Document,
  { statement, path, removal }: Removed,
  all: readonly Removed[],
): string | undefined {
  const { kind } = statement;
  if (kind === "size") {
    for (const { name } of statement.sizes) {
      const uses = sizeUses(document, name);
      if (uses > 0) return `\`${name}\` is used ${timesText(uses)}; leave its value out instead.`;
    }
  }
  if (kind === "error") return whyCalled(document, unreadCallees([statement]), { path, all });
  if (kind !== "block" && kind !== "custom" && kind !== "layer") return undefined;
  if (removal.array !== undefined) {
    const isOnly = kind !== "layer" && statement.outputs.length === 1;
    return isOnly && statement.outputs[0]?.name === removal.array
      ? `\`${removal.array}\` is the only output of \`${statement.name}\`, and a block needs one.`
      : undefined;
  }
  return whyCalled(document, new Set([statement.name]), { path, all });
}

/** Why a line stays that gives one of these names to what is called elsewhere. */
function whyCalled(
  document: Document,
  names: ReadonlySet<string>,
  { path, all }: { readonly path: TreePath; readonly all: readonly Removed[] },
): string | undefined {
  const going = all.filter((each) => each.expression === undefined || isWhole(each));
  const stays = (other: TreePath) => !going.some((each) => isWithin(other, each.path));
  for (const name of names) {
    let uses = 0;
    for (const other of allStatements(document)) {
      if (!stays(other.path) || isWithin(other.path, path)) continue;
      for (const expression of expressionsOf(other.statement)) {
        walkExpression(expression, (part) => {
          if (part.kind === "call" && part.callee === name) uses += 1;
        });
      }
    }
    if (uses === 0) continue;
    const calls = uses === 1 ? "that call" : "those calls";
    return `\`${name}\` is used ${timesText(uses)}; delete ${calls} first.`;
  }
  return undefined;
}

function titleOfRemoval(document: Document, { statement, expression, removal }: Removed): string {
  if (removal.array !== undefined) return removal.array;
  if (expression !== undefined && statement.kind !== "layer") {
    if (expression.kind === "unknown" || expression.kind === "name") return nameOfLine(statement);
    return titleOf(document, expression);
  }
  switch (statement.kind) {
    case "block":
    case "custom":
      return `block ${statement.name}`;
    case "layer":
      return `layer ${statement.name}`;
    case "repeat":
    case "scan":
      return `the ${statement.kind}`;
    case "error":
      return "a line";
    default:
      return `${statement.kind} ${nameOfLine(statement)}`.trim();
  }
}

function nameOfLine(statement: Statement): string {
  switch (statement.kind) {
    case "array":
      return statement.results.map(({ name }) => name).join(", ");
    case "input":
    case "output":
    case "weight":
      return statement.ports.map(({ name }) => name).join(", ");
    case "each":
    case "carry":
    case "collect":
      return statement.port.name;
    case "size":
      return statement.sizes.map(({ name }) => name).join(", ");
    case "multi":
      return statement.name;
    case "save":
      return statement.memory;
    default:
      return "";
  }
}
