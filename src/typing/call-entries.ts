import { constantValue, type Size, substitute, symbolsOf } from "../../shapes/size.ts";
import type { Place } from "../document/diagnostic.ts";
import type { Brackets, NodeId } from "../document/document.ts";
import type { Loop } from "../document/parts.ts";
import { listed } from "../ops/shared/phrase.ts";
import { type Checking, quoteSize, report } from "./checking.ts";
import { copiesOf } from "./memory.ts";
import { noSuchEntry } from "./name-messages.ts";

/** An entry of a table whose position a block leaves to its callers. */
export interface CalledEntry {
  readonly table: string;
  /** In symbols of the block and of the file. */
  readonly position: Size;
  readonly length: number;
}

/** The most entries of a block that are looked at in its calls. */
const MOST_ENTRIES = 256;

/** The entries whose position depends on sizes that a call may give, those of callees included. */
export function entriesForCallers(checking: Checking): readonly CalledEntry[] {
  const found = new Map<string, CalledEntry>();
  for (const { table, position, length, loops } of checking.openEntries) {
    const known = checking.sizes.resolve(position);
    for (const copy of copiesOf(checking, loops)) {
      const here = substitute(known, (name) => copy.get(name));
      if (symbolsOf(here).size === 0) continue;
      found.set(`${table} ${here.uid}`, { table, position: here, length });
      if (found.size >= MOST_ENTRIES) return [...found.values()];
    }
  }
  return [...found.values()];
}

/**
 * Looks up the entries of a called block with the sizes that the call gives, and remembers those whose
 * position is not known yet; `false` after a report.
 */
export function openEntriesOfCall(
  checking: Checking,
  call: {
    readonly callee: string;
    readonly entries: readonly CalledEntry[];
    readonly at: NodeId;
    readonly brackets: Brackets | undefined;
    readonly loops: readonly Loop[];
    readonly replace: (name: string) => Size | undefined;
  },
): boolean {
  const { callee, at, loops, replace } = call;
  for (const { table, position, length } of call.entries) {
    const here = substitute(position, replace);
    if (here === position) continue;
    const gives = [...symbolsOf(position)].flatMap((name) => {
      const size = replace(name);
      return size ? [`\`${name.replace(/#.*$/, "")}\` is ${quoteSize(checking, size)}`] : [];
    });
    const entry = `\`${table}[${quoteSize(checking, position)}]\``;
    const asks = `\`${callee}\` uses ${entry}; here ${listed(gives)}.`;
    const place = placeOf(at, call.brackets, position);
    const known = constantValue(checking.sizes.resolve(here));
    if (known !== undefined && (known < 0n || known >= BigInt(length))) {
      report(checking, noSuchEntry(table, known, length, { asks }), place);
      return false;
    }
    checking.openEntries.push({ table, position: here, length, loops, place, asks });
  }
  return true;
}

/** The size in the brackets on which the position depends, else the name of the block. */
function placeOf(node: NodeId, brackets: Brackets | undefined, position: Size): Place {
  const names = symbolsOf(position);
  const given = brackets?.targets.find((term) => term.kind === "axis" && names.has(term.name));
  return { node, part: given?.kind === "axis" ? `axis ${given.name}` : "name" };
}
