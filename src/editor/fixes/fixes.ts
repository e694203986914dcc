import type { Diagnostic } from "../../document/diagnostic.ts";
import type { NodeId } from "../../document/document.ts";
import type { Fix } from "../../document/fix.ts";
import { indexDefinition } from "../definition-index.ts";
import { isOpenPort } from "../described.ts";
import { replacement } from "../text-diff.ts";
import type { Candidate, FixContext } from "./candidate.ts";
import { PROPOSERS } from "./proposers.ts";

/** So many fixes are offered for one mistake. */
const MOST_OFFERED = 3;

/** So many are tried; what comes after them is hardly what was meant. */
const MOST_TRIED = 24;

/** Above so many characters a trial takes long enough to be felt, and fewer are made. */
const LONG_TEXT = 60_000;

const known = new WeakMap<Diagnostic, { readonly text: string; readonly fixes: readonly Fix[] }>();

/** What repairs a mistake, the most probable first: each was tried, at most three are given. */
export function fixesOf(context: FixContext, diagnostic: Diagnostic): readonly Fix[] {
  const before = known.get(diagnostic);
  if (before?.text === context.text) return before.fixes;
  const fixes = find(context, diagnostic, MOST_OFFERED);
  known.set(diagnostic, { text: context.text, fixes });
  return fixes;
}

/** The most probable fix where that is safe, so that nobody needs to be asked. */
export function safeFix(context: FixContext, diagnostic: Diagnostic): Fix | undefined {
  const [first] = find(context, diagnostic, 1);
  return first?.confidence === "safe" ? first : undefined;
}

/**
 * Fixes after which nothing else is wrong that was not before. Where there is none, those after which
 * only mistakes come to light that this one has hidden: of what reads an array that it spoiled. A fix
 * that is surely meant is among the first all the same.
 */
function find(context: FixContext, diagnostic: Diagnostic, most: number): readonly Fix[] {
  const { text } = context;
  const fixes: Fix[] = [];
  const revealing: Fix[] = [];
  let isSound = false;
  let hidden: ReadonlySet<NodeId> | undefined;
  const seen = new Set<string>([text]);
  const trials = text.length > LONG_TEXT ? MOST_TRIED / 4 : MOST_TRIED;
  for (const candidate of candidatesFor(context, diagnostic)) {
    if (fixes.some(({ title }) => title === candidate.title)) continue;
    const after = candidate.apply();
    if (after === undefined || seen.has(after)) continue;
    seen.add(after);
    const left = context.check(after);
    const { title, confidence } = candidate;
    const change = replacement(text, after);
    if (change && isBetter(context, diagnostic, left)) {
      fixes.push({ title, confidence, change });
      isSound = true;
    } else if (change && (!isSound || candidate.mayReveal)) {
      hidden ??= hiddenNodes(context, diagnostic);
      if (!isBetter(context, diagnostic, left.filter(isKnown(hidden)))) continue;
      revealing.push({ title, confidence, change });
      if (candidate.mayReveal) fixes.push({ title, confidence, change });
    }
    if (fixes.length >= most || seen.size > trials) break;
  }
  return isSound ? fixes : revealing.slice(0, most);
}

/** What is not checked, since an array that it reads is wrong, and the other ports that are empty. */
function hiddenNodes({ typed }: FixContext, { place }: Diagnostic): ReadonlySet<NodeId> {
  const nodes = [...typed.definitions.values()].flatMap((definition) => [
    ...indexDefinition(definition).nodes.values(),
  ]);
  const unchecked = nodes.filter((node) => {
    if (isOpenPort(node)) return node.id !== place.node;
    if (node.told) return true;
    const outputs = node.kind === "call" ? node.definition.outputs : [];
    return [...node.operands, ...outputs].some(({ poisoned }) => poisoned);
  });
  return new Set(unchecked.map(({ id }) => id));
}

function isKnown(hidden: ReadonlySet<NodeId>): (diagnostic: Diagnostic) => boolean {
  return ({ code, place }) => code === "S04" || place.node === undefined || !hidden.has(place.node);
}

function candidatesFor(context: FixContext, diagnostic: Diagnostic): Iterable<Candidate> {
  return PROPOSERS[diagnostic.code]?.(context, diagnostic) ?? [];
}

/** Whether the mistake is gone and no other has come; a remark is not worth a mistake or a remark. */
function isBetter(
  { diagnostics }: FixContext,
  diagnostic: Diagnostic,
  after: readonly Diagnostic[],
): boolean {
  const counts = new Map<string, number>();
  for (const each of diagnostics) counts.set(keyOf(each), (counts.get(keyOf(each)) ?? 0) + 1);
  const own = keyOf(diagnostic);
  const left = after.filter((each) => keyOf(each) === own).length;
  if (left >= (counts.get(own) ?? 0)) return false;
  const counted = diagnostic.severity === "error" ? ["error"] : ["error", "warning"];
  for (const each of after) {
    if (!counted.includes(each.severity)) continue;
    const count = (counts.get(keyOf(each)) ?? 0) - 1;
    if (count < 0) return false;
    counts.set(keyOf(each), count);
  }
  return true;
}

function keyOf({ code, title }: Diagnostic): string {
  return `${code} ${title}`;
}
