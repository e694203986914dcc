import type { Argument, Brackets, Document, Expression, NodeId } from "../../document/document.ts";
import { operandsOf } from "../../document/parts.ts";
import { OPS } from "../../ops/index.ts";
import type { Op } from "../../ops/op.ts";
import type { Edit, EditContext } from "../edit.ts";
import { bracketCandidates, type Operand } from "./choose-axes.ts";
import { definitionOf, findNode, withStatement } from "./document-tree.ts";
import { replaceExpression, UNKNOWN } from "./expression-tree.ts";
import { finish, refuse } from "./finish.ts";
import { fitShapes } from "./fit-shapes.ts";
import { valueOfOperand } from "./heal.ts";
import { type Callee, expressionCalling } from "./insert-operation.ts";
import { extract } from "./name-operand.ts";
import { axesUsed } from "./names.ts";
import { titleOf } from "./titles.ts";
import { bestOf } from "./trial.ts";

/** Puts another operation or block in the place of one; operands and axes that fit stay. */
export function replaceOperation(
  context: EditContext,
  { node, what }: { readonly node: NodeId; readonly what: Callee },
): Edit {
  const found = findNode(context.document, node);
  const old = found?.expression;
  if (found === undefined || old === undefined)
    return refuse("This operation is no longer in the file.");
  if (old.kind === "load" || found.statement.kind === "layer") {
    return refuse("Only an operation can be replaced by another one.");
  }
  const fresh = expressionCalling(context.document, what, []);
  if (typeof fresh === "string") return refuse(fresh);
  const given = old.kind === "name" || old.kind === "number" ? [old] : positionalOf(old);
  const room = roomOf(what, fresh);
  const kept = keepTheRest({ ...context, document: context.document }, given.slice(room));
  const place = findNode(kept, node);
  if (place === undefined) return refuse("This operation is no longer in the file.");
  const filled = filledWith(fresh, given.slice(0, room), keywordsOf(old, what));
  const candidates = candidatesFor(context, {
    filled,
    old,
    what,
    definition: definitionOf(kept, place.path).name,
  });
  const documents = candidates.map((expression) =>
    withStatement(
      kept,
      place.path,
      replaceExpression(place.statement, old.id, () => ({ ...expression, id: old.id })),
    ),
  );
  const best = bestOf({ ...context, document: kept }, documents)?.document ?? kept;
  const [from, to] = [titleOf(context.document, old), titleOf(context.document, fresh)];
  return finish(context, {
    document: fitShapes(context, best, [place.statement.id]),
    label: `Replaced ${from} by ${to}`,
    select: [node],
  });
}

function positionalOf(old: Expression): readonly Expression[] {
  return old.kind === "call"
    ? old.args.flatMap(({ keyword, value }) => (keyword === undefined ? [value] : []))
    : operandsOf(old);
}

/** How many operands the new operation has a place for. */
function roomOf(what: Callee, fresh: Expression): number {
  const op = what.kind === "operation" ? opNamed(what.name) : undefined;
  const isOpenEnded = op?.operator === undefined && op?.operands.some(({ repeated }) => repeated);
  return isOpenEnded ? Number.POSITIVE_INFINITY : operandsOf(fresh).length;
}

function opNamed(name: string): Op | undefined {
  return OPS.find((op: Op) => op.name === name);
}

/** Nested operations that lose their place get lines of their own. */
function keepTheRest(context: EditContext, rest: readonly Expression[]): Document {
  let { document } = context;
  for (const operand of rest) {
    document = extract({ ...context, document }, operand.id)?.document ?? document;
  }
  return document;
}

function keywordsOf(old: Expression, what: Callee): readonly Argument[] {
  const op = what.kind === "operation" ? opNamed(what.name) : undefined;
  if (old.kind !== "call" || op === undefined || op.operator !== undefined) return [];
  const known = new Set([
    ...op.operands.flatMap(({ name, keyword }) => (keyword ? [name] : [])),
    ...(op.numbers ?? []).map(({ name }) => name),
  ]);
  return old.args.filter(({ keyword }) => keyword !== undefined && known.has(keyword));
}

function filledWith(
  fresh: Expression,
  given: readonly Expression[],
  keywords: readonly Argument[],
): Expression {
  switch (fresh.kind) {
    case "call": {
      const count = Math.max(fresh.args.length, given.length);
      const args = Array.from(
        { length: count },
        (_, at): Argument => ({ value: given[at] ?? UNKNOWN }),
      );
      return { ...fresh, args: [...args, ...keywords] };
    }
    case "prefix":
      return { ...fresh, of: given[0] ?? UNKNOWN };
    case "infix":
      return { ...fresh, left: given[0] ?? UNKNOWN, right: given[1] ?? UNKNOWN };
    default:
      return fresh;
  }
}

/** With the brackets that the old operation had, as far as they fit, then with those that suit its operands. */
function candidatesFor(
  context: EditContext,
  {
    filled,
    old,
    what,
    definition,
  }: {
    readonly filled: Expression;
    readonly old: Expression;
    readonly what: Callee;
    readonly definition: string;
  },
): readonly Expression[] {
  const op = what.kind === "operation" ? opNamed(what.name) : undefined;
  if (filled.kind !== "call" || op === undefined) return [filled];
  const { brackets: _, ...bare } = filled;
  const make = (brackets: Brackets | undefined): Expression =>
    brackets === undefined ? bare : { ...bare, brackets };
  const found = findNode(context.document, old.id);
  const place = found && definitionOf(context.document, found.path);
  const taken = place ? axesUsed(context.document, context.typed, place) : new Set<string>();
  const operands = filled.args
    .filter(({ keyword }) => keyword === undefined)
    .map(({ value }): Operand => {
      const known =
        value.kind === "unknown" ? undefined : valueOfOperand(context, definition, value);
      return known?.poisoned === true ? undefined : known?.type;
    });
  const kept = old.kind === "call" && old.brackets ? fittingBrackets(op, old.brackets) : undefined;
  const suiting = [...bracketCandidates(op, operands, taken)];
  return [...(kept ? [kept] : []), ...suiting].map(make);
}

function fittingBrackets(op: Op, { targets, results, options }: Brackets): Brackets | undefined {
  const { brackets: spec } = op;
  const fits = (takes: typeof spec.targets, count: number) =>
    takes === "any" || takes === count || (takes === "some" && count > 0);
  if (!fits(spec.targets, targets.length)) return undefined;
  if (spec.results !== "none" && !fits(spec.results, results?.length ?? 0)) return undefined;
  const kept = options.filter(({ word }) => Object.hasOwn(spec.options, word));
  if (spec.results === "none") return { targets, options: kept };
  return { targets, ...(results && { results }), options: kept };
}
