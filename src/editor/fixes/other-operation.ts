import type { Diagnostic } from "../../document/diagnostic.ts";
import type { Document } from "../../document/document.ts";
import { expressionsOf, walkExpression } from "../../document/parts.ts";
import { findOp, OPS } from "../../ops/index.ts";
import type { BracketSpec, Op } from "../../ops/op.ts";
import { allStatements } from "../edits/document-tree.ts";
import type { Candidate, FixContext } from "./candidate.ts";
import { type Call, callAt, type Site, siteOf, withCall } from "./site.ts";

/** What diagrams are mostly made of, the most frequent first. */
const USUAL = ["linear", "dot", "softmax", "layer_norm", "relu", "conv", "concat", "sum", "tanh"];

/** Another operation, or a block of the file, that takes what is written: the call may be the slip. */
export function* otherOperation(context: FixContext, diagnostic: Diagnostic): Iterable<Candidate> {
  const site = siteOf(context, diagnostic);
  if (site === undefined) return;
  const own = callAt(site);
  const isOfLine = diagnostic.code === "N04" || own === undefined;
  const calls = isOfLine ? callsOfLine(site, diagnostic) : [own];
  for (const call of calls) {
    for (const name of calleesFor(context.document, call)) {
      yield {
        title: `Use \`${name}\` instead of \`${call.callee}\``,
        confidence: "asks",
        apply: () => withCall(context, site, call, (old) => ({ ...old, callee: name })),
      };
    }
  }
}

/** The calls of a line whose result is not what is written, first those over an axis that it lacks. */
function callsOfLine({ statement }: Site, { clash }: Diagnostic): readonly Call[] {
  if (clash?.kind !== "shape") return [];
  const calls = callsIn([statement]);
  const isOver = ({ brackets }: Call) =>
    brackets?.targets.some((term) => term.kind === "axis" && clash.lacking.includes(term.name)) ===
    true;
  return [...calls.filter(isOver), ...calls.filter((call) => !isOver(call))];
}

/** What the call could name: layers and blocks that nothing calls, then what the file uses, then the usual. */
function calleesFor(document: Document, call: Call): readonly string[] {
  const old = findOp(call.callee);
  const lines = allStatements(document).map(({ statement }) => statement);
  const used = callsIn(lines);
  const called = new Set(used.map(({ callee }) => callee));
  const arrays = call.args.filter(({ keyword }) => keyword === undefined).length;
  const layers = lines.flatMap((line) => (line.kind === "layer" ? line.name : []));
  const blocks = document.statements.flatMap((line) => {
    const isCallee = line.kind === "block" || line.kind === "custom";
    const isPlain = call.brackets?.results === undefined && arrays === call.args.length;
    return isCallee && isPlain && line.inputs.length === arrays ? line.name : [];
  });
  const isTaken = (name: string) => {
    const op = findOp(name);
    return op !== undefined && takes(op, call);
  };
  const hasOptions = (call.brackets?.options ?? []).length > 0;
  const others = OPS.filter((op: Op) => hasOptions || op.family === old?.family);
  const names = [
    ...[...layers, ...blocks].filter((name) => !called.has(name)),
    ...[...called].filter((name) => blocks.includes(name) || isTaken(name)),
    ...[...USUAL, ...others.map(({ name }) => name)].filter(isTaken),
  ];
  return [...new Set(names)].filter((name) => name !== call.callee);
}

function callsIn(statements: readonly Site["statement"][]): readonly Call[] {
  const calls: Call[] = [];
  for (const expression of statements.flatMap(expressionsOf)) {
    walkExpression(expression, (part) => {
      if (part.kind === "call") calls.push(part);
    });
  }
  return calls;
}

/** Whether an operation takes so many arrays, these keywords and such brackets. */
function takes(op: Op, { args, brackets }: Call): boolean {
  const words = args.flatMap(({ keyword }) => keyword ?? []);
  const arrays = args.length - words.length;
  const specs = op.operands.filter(({ keyword }) => !keyword);
  const repeated = specs.at(-1)?.repeated;
  const least = specs.length + (repeated ? repeated.least - 1 : 0);
  const known = [...op.operands.filter(({ keyword }) => keyword), ...(op.numbers ?? [])];
  return (
    (repeated ? arrays >= least : arrays === least) &&
    words.every((word) => known.some(({ name }) => name === word)) &&
    isCount(op.brackets.targets, brackets?.targets.length ?? 0) &&
    isCount(op.brackets.results, brackets?.results?.length ?? 0) &&
    (brackets?.options ?? []).every(({ word }) => Object.hasOwn(op.brackets.options, word))
  );
}

function isCount(spec: BracketSpec["targets"], count: number): boolean {
  if (spec === "any") return true;
  if (spec === "some") return count > 0;
  return count === (spec === "none" ? 0 : spec);
}
