import type { Expression } from "../../document/document.ts";
import { operandsOf } from "../../document/parts.ts";
import { indexDefinition } from "../../editor/definition-index.ts";
import type { Edit, EditContext } from "../../editor/edit.ts";
import { findNode } from "../../editor/edits/document-tree.ts";
import { refuse } from "../../editor/edits/finish.ts";
import { fitOfCallee } from "../../editor/edits/fits.ts";
import { insertOperation } from "../../editor/edits/insert-operation.ts";
import { insertPort } from "../../editor/edits/insert-port.ts";
import { nameOperand } from "../../editor/edits/name-operand.ts";
import type { PortRef } from "../../editor/edits/scope.ts";
import { setCall } from "../../editor/edits/set-call.ts";
import { tryOut } from "../../editor/edits/trial.ts";
import type { TypedDiagram, TypedNode, Value } from "../../typing/diagram.ts";
import { inferDiagram } from "../../typing/infer.ts";
import { type Addable, takesArrays } from "./addables.ts";
import { arrayRefOf, type Place } from "./place.ts";

/** What adding something at a place would give. */
export interface Proposal {
  /** "over x", "m → k h". */
  readonly detail?: string;
  /** `[y x h]`, where it is known. */
  readonly shape?: string;
  /** Why it does not fit. */
  readonly why?: string;
  /** Other axes that it could be done along in the place of the one that was chosen. */
  readonly others?: readonly string[];
}

/** What adding something at a place would give, found once for each state of the document. */
export function propose(context: EditContext, place: Place, addable: Addable): Proposal {
  const { what } = addable;
  const array = arrayRefOf(place);
  if (
    what.kind === "port" ||
    what.kind === "preset" ||
    !takesArrays(addable) ||
    place.value === undefined ||
    array === undefined
  )
    return {};
  const { fits, result, says, node } = fitOfCallee(context, array, what);
  if (!fits) return { why: says ?? "It does not fit here." };
  const known = node === undefined ? "" : axesText(node);
  const detail = result === undefined && known === "" ? "choose…" : known;
  const others = node === undefined ? [] : otherAxes(node, place.value);
  return {
    ...(detail !== "" && { detail }),
    ...(result !== undefined && { shape: result.slice(result.indexOf("[")) }),
    ...(others.length > 0 && { others }),
  };
}

/** Axes of the array for which the one target of an operation could be exchanged. */
function otherAxes(node: TypedNode, value: Value): readonly string[] {
  if (node.kind !== "op" || node.operands.length !== 1) return [];
  const { targets, results } = node.call;
  const axes = value.type.shape.map((axis) => axis.name);
  const [target] = targets;
  if (targets.length !== 1 || results.length > 0 || target === undefined) return [];
  return axes.includes(target.name) ? axes.filter((axis) => axis !== target.name).reverse() : [];
}

/** As `propose`, along another axis of the array. */
export function proposeAlong(
  context: EditContext,
  place: Place,
  addable: Addable,
  axis: string,
): Proposal {
  const edit = adding(context, place, addable, axis);
  if (!edit.ok) return { why: edit.says };
  const { typed, errors } = tryOut(context, edit.document);
  const [error] = errors;
  const definition = typed.definitions.get(place.into.definition);
  const node = definition && indexDefinition(definition).nodes.get(edit.select?.[0] ?? "");
  const detail = `along ${axis}`;
  if (error !== undefined) return { detail, why: error.title };
  return { detail, ...(node !== undefined && { shape: node.results.map(shapeText).join(", ") }) };
}

/** `[y x h]`. */
export function shapeText({ type }: Pick<Value, "type">): string {
  return `[${type.shape.map((axis) => axis.name).join(" ")}]`;
}

function axesText(node: TypedNode): string {
  if (node.kind !== "op") return "";
  const { targets, results } = node.call;
  const names = (axes: typeof targets): string => axes.map((axis) => axis.name).join(" ");
  if (results.length > 0) return `${names(targets)} → ${names(results)}`;
  return targets.length === 0 ? "" : `along ${names(targets)}`;
}

type Named =
  | { readonly ok: true; readonly context: EditContext; readonly name: string }
  | { readonly ok: false; readonly says: string };

const contexts = new WeakMap<TypedDiagram, Map<string, Named>>();

/** The name of a value, in a document where the value has one. */
export function withName(context: EditContext, value: Value): Named {
  if (value.name !== undefined) return { ok: true, context, name: value.name };
  const kept = contexts.get(context.typed) ?? new Map<string, Named>();
  contexts.set(context.typed, kept);
  const named = kept.get(value.id) ?? nameIt(context, value);
  kept.set(value.id, named);
  return named;
}

function nameIt(context: EditContext, value: Value): Named {
  const edit = nameOperand(context, { node: value.maker });
  if (!edit.ok) return edit;
  const { document, select = [] } = edit;
  const line = findNode(document, select[0] ?? "")?.statement;
  const name = line?.kind === "array" ? line.results[0]?.name : undefined;
  if (name === undefined) throw new RangeError(`Naming ${value.maker} has made no array.`);
  return { ok: true, context: { document, typed: inferDiagram(document) }, name };
}

/**
 * The edit that adds something at a place, taking its array first where it fits; else that stays `?`.
 * `axis` is its target if given.
 */
export function adding(context: EditContext, place: Place, addable: Addable, axis?: string): Edit {
  const { into, value } = place;
  const { what } = addable;
  if (what.kind === "port") {
    const isOutput = what.port === "output" && value?.name !== undefined;
    return insertPort(context, {
      kind: what.port,
      into,
      ...(isOutput && value.name !== undefined && { name: value.name }),
    });
  }
  if (what.kind === "preset") return refuse("An architecture is loaded before it is added.");
  if (value === undefined || !takesArrays(addable)) {
    return insertOperation(context, { what, into });
  }
  const named = withName(context, value);
  if (!named.ok) return named;
  const array = { definition: into.definition, array: named.name };
  if (axis === undefined && !fitOfCallee(named.context, array, what).fits) {
    return insertOperation(context, { what, into });
  }
  const edit = insertOperation(named.context, { what, into, from: [named.name] });
  const line = edit.ok ? edit.select?.[0] : undefined;
  if (!edit.ok || line === undefined || axis === undefined) return edit;
  const made = { document: edit.document, typed: inferDiagram(edit.document) };
  const set = setCall(made, { node: line, setting: { kind: "targets", text: axis } });
  return set.ok ? { ...set, label: edit.label } : set;
}

/** The first port of a line that has nothing yet. */
export function openPortOf({ document }: EditContext, line: string): PortRef | undefined {
  const expression = findNode(document, line)?.expression;
  if (expression === undefined) return undefined;
  const at = positionalOf(expression).findIndex(({ kind }) => kind === "unknown");
  return at < 0 ? undefined : { node: line, operand: at };
}

/** The operands that go by their position: not those that a keyword names. */
function positionalOf(expression: Expression): readonly Expression[] {
  if (expression.kind !== "call") return operandsOf(expression);
  return expression.args.flatMap(({ keyword, value }) => (keyword === undefined ? value : []));
}
