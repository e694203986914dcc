import { parseSize } from "../../../shapes/parse.ts";
import { printSizeExpression } from "../../../shapes/print-expression.ts";
import type { AxisTerm } from "../../document/document.ts";
import type { Loop } from "../../document/parts.ts";
import { nameComplaint, reservedComplaint } from "../edits/names.ts";

/** A repeat of some copies, or a scan over an axis, as its line says it. */
export type LoopForm =
  | {
      readonly kind: "repeat";
      readonly count: string;
      /** The name that counts the copies from 0. */
      readonly index?: string;
      /** Set where all copies have one set of weights. */
      readonly shared?: boolean;
    }
  | { readonly kind: "scan"; readonly axis: string; readonly reverse?: boolean };

/** Why there is no such loop; a sentence about the count, the index or the axis. */
export function whyNoForm(form: LoopForm): string | undefined {
  if (form.kind === "scan") {
    return nameComplaint(form.axis) ?? reservedComplaint(form.axis, "an axis");
  }
  const written = form.count.trim();
  if (written === "") return "A repeat needs a count: a number, or a size such as `N`.";
  const count = parseSize(written);
  if (!count.ok) return `\`${written}\` is no count: ${inSentence(count.complaint.says)}`;
  if (count.value.kind === "number" && count.value.value < 0n) {
    return "A repeat cannot have fewer than 0 copies.";
  }
  if (form.index === undefined) return undefined;
  return nameComplaint(form.index) ?? reservedComplaint(form.index, "the copies of a repeat");
}

/** What the line of a loop says of it, of a form that `whyNoForm` does not complain of. */
export function openingOf(form: LoopForm) {
  if (form.kind === "scan") {
    const axis: AxisTerm = { kind: "axis", name: form.axis };
    return { kind: "scan", axis, ...(form.reverse && { reverse: true }) } as const;
  }
  const count = parseSize(form.count.trim());
  if (!count.ok) throw new RangeError(`The count ${form.count} was read before.`);
  const { index, shared } = form;
  return {
    kind: "repeat",
    count: count.value,
    ...(index !== undefined && { index }),
    ...(shared && { shared }),
  } as const;
}

/** The form of a loop as it stands. */
export function formOf(loop: Loop): LoopForm {
  if (loop.kind === "repeat") {
    const { index, shared = false } = loop;
    const count = printSizeExpression(loop.count);
    return { kind: "repeat", count, shared, ...(index !== undefined && { index }) };
  }
  const axis = loop.axis.kind === "axis" ? loop.axis.name : "?";
  return { kind: "scan", axis, reverse: loop.reverse === true };
}

/** A form behind its word: `N as i shared`, `t reverse`. */
export function formText(form: LoopForm): string {
  if (form.kind === "scan") return form.reverse ? `${form.axis} reverse` : form.axis;
  const index = form.index === undefined ? "" : ` as ${form.index}`;
  return `${form.count}${index}${form.shared ? " shared" : ""}`;
}

/** Reads what stands behind `repeat`: a count, then the name of the index and `shared`. */
export function readRepeat(text: string): Extract<LoopForm, { kind: "repeat" }> {
  const [, count = "", index, shared] =
    /^(.*?)(?:\s+as\s+(\S*?))?(\s+shared)?$/.exec(text.trim()) ?? [];
  return {
    kind: "repeat",
    count,
    shared: shared !== undefined,
    ...(index !== undefined && { index }),
  };
}

/** Reads what stands behind `scan`: an axis, then `reverse`. */
export function readScan(text: string): Extract<LoopForm, { kind: "scan" }> {
  const [, axis = "", reverse] = /^(.*?)(\s+reverse)?$/.exec(text.trim()) ?? [];
  return { kind: "scan", axis, reverse: reverse !== undefined };
}

function inSentence(says: string): string {
  return says.slice(0, 1).toLowerCase() + says.slice(1);
}
