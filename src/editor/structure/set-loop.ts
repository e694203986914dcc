import type { Document, NodeId } from "../../document/document.ts";
import { isLoop, type Loop } from "../../document/parts.ts";
import type { Edit, EditContext } from "../edit.ts";
import { definitionOf, type Found, findNode, withStatement } from "../edits/document-tree.ts";
import { finish, refuse } from "../edits/finish.ts";
import { axesUsed, namesUsed } from "../edits/names.ts";
import { renameAxis } from "../edits/rename-axis.ts";
import { axesIn, boundaryOf } from "./boundary.ts";
import { formOf, formText, type LoopForm, openingOf, whyNoForm } from "./loop-form.ts";
import { KEEP, substitute } from "./substitute.ts";

/**
 * Gives a loop another form of its kind: another count, name of the copies or way through the axis.
 * What counts copies is renamed in all of the loop, and the axis of a scan in its whole block.
 */
export function setLoop(
  context: EditContext,
  { node, form }: { readonly node: NodeId; readonly form: LoopForm },
): Edit {
  const found = findNode(context.document, node);
  const loop = found?.statement;
  if (found === undefined || loop?.kind !== form.kind || !isLoop(loop)) {
    return refuse(`There is no ${form.kind} here any more.`);
  }
  const complaint = whyNoForm(form);
  if (complaint !== undefined) return refuse(complaint);
  const document = withName(context, { ...found, statement: loop }, form);
  if (typeof document === "string") return refuse(document);
  const again = findNode(document, node);
  if (again === undefined || !isLoop(again.statement)) return refuse("The loop has gone.");
  const before = { ...context, document };
  return finish(before, {
    document: withStatement(document, again.path, reopened(again.statement, form)),
    label: `Set the ${form.kind} to ${formText(form)}`,
    select: [node],
  });
}

function reopened(loop: Loop, form: LoopForm): Loop {
  const opening = openingOf(form);
  if (loop.kind === "repeat" && opening.kind === "repeat") {
    const { index: _, shared: __, ...rest } = loop;
    return { ...rest, ...opening };
  }
  if (loop.kind === "scan" && opening.kind === "scan") {
    const { reverse: _, ...rest } = loop;
    return { ...rest, ...opening, axis: loop.axis };
  }
  return loop;
}

/** The document where what the loop goes along has its new name, or why it cannot have it. */
function withName(
  context: EditContext,
  { path, statement: loop }: Found & { readonly statement: Loop },
  form: LoopForm,
): Document | string {
  const { document, typed } = context;
  const [old, name] = [nameOf(formOf(loop)), nameOf(form)];
  if (old === name) return document;
  const place = definitionOf(document, path);
  if (name === undefined) {
    return old !== undefined && usesIndex(loop, old) ? keepsIndex(old) : document;
  }
  if (old !== undefined && (loop.kind === "scan" || hasSlices(loop))) {
    const edit = renameAxis(context, { definition: place.name, axis: old, name });
    return edit.ok ? edit.document : edit.says;
  }
  const isTaken =
    axesUsed(document, typed, place).has(name) ||
    namesUsed(document, place).has(name) ||
    typed.sizes.has(name);
  if (isTaken) return `\`${name}\` is a name here already; choose another one for the copies.`;
  const rename = (word: string): string => (word === old ? name : word);
  const [renamed] = substitute([loop], { ...KEEP, axis: rename, isArray: (word) => word !== old });
  return renamed === undefined ? document : withStatement(document, path, renamed);
}

/** A loop that slices or stacks has its index as an axis, outside as well as inside. */
function hasSlices(loop: Loop): boolean {
  return loop.body.some(({ kind }) => kind === "each" || kind === "collect");
}

function usesIndex(loop: Loop, index: string): boolean {
  const isNamed = axesIn(loop.body).has(index) || boundaryOf(loop.body).mentions.includes(index);
  return isNamed || hasSlices(loop);
}

function keepsIndex(index: string): string {
  return `The loop uses \`${index}\`, which counts its copies; give it another name, but keep one.`;
}

function nameOf(form: LoopForm): string | undefined {
  return form.kind === "scan" ? form.axis : form.index;
}
