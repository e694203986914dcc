import type { Axis } from "../../shapes/axis.ts";
import { rearrangement } from "../draw/forms/rearrangement.ts";
import type { Claims, Op, OpCall } from "./op.ts";
import { entryCount, hasAxis, namesOf } from "./shared/axes.ts";
import { drawnArrays, firstResult } from "./shared/drawn-arrays.ts";
import { keptEntries } from "./shared/entries.ts";
import { listed, quoted } from "./shared/phrase.ts";

export const rearrange: Op = {
  name: "rearrange",
  title: "Rearrange",
  summary: "Splits, orders and merges axes in one; axes in parentheses are one in row-major order.",
  family: "axes",
  synonyms: ["einops", "reshape", "permute", "transpose", "view", "patchify"],
  brackets: { targets: "some", results: "some", sought: "none", groups: true, options: {} },
  operands: [{ name: "X" }],
  infer: (call, claims) => {
    const { consumed, made } = rearranged(call, claims);
    return { consumed: [consumed], results: [{ axes: made, entries: keptEntries(call) }] };
  },
  glyph: (call) => {
    const [array] = drawnArrays(call);
    const axes = array?.axes ?? [];
    const output = firstResult(call);
    const split = matched(call.groups?.targets ?? [], axes, array?.consumed ?? []);
    const passing = axes.filter((axis) => !array?.consumed.includes(axis));
    const free = output.filter((axis) => !passing.includes(axis));
    const merged = matched(call.groups?.results ?? [], output, free);
    return rearrangement({ axes, output, split, merged, label: call.label });
  },
  spoken: (call) => `rearrange into ${listed(firstResult(call))}`,
  examples: [
    { given: "size h, k\ninput X[t d=h*k]", text: "Y[h t k] = rearrange[t (h k) -> h t k](X)" },
    {
      given: "size g, f, p = 16\ninput X[c y=g*p x=f*p]",
      text: "P[n=g*f m=c*p*p] = rearrange[c (i p) (j q=p) -> (i j) (c p q)](X)",
    },
  ],
};

/** Terms with the axis that each one is outside of the brackets: its own, or one for a group. */
function matched(
  terms: readonly (readonly string[])[],
  all: readonly string[],
  free: readonly string[],
): readonly { readonly whole: string; readonly parts: readonly string[] }[] {
  const single = new Set(terms.flatMap((parts) => (parts.length === 1 ? parts : [])));
  const left = all.filter((axis) => free.includes(axis) && !single.has(axis));
  let next = 0;
  return terms.flatMap((parts) => {
    const whole = parts.length === 1 ? parts[0] : left[next];
    if (parts.length !== 1) next += 1;
    return whole === undefined ? [] : [{ whole, parts }];
  });
}

/** Groups on the left are the axes of the array that no single term names, in their order. */
function rearranged(call: OpCall, claims: Claims) {
  const { targets: before = [], results: after = [] } = call.groups ?? {};
  const shape = call.operands[0]?.shape ?? [];
  const consumed = splitUp(before, shape, claims);
  sameAxes(before.flat(), after.flat(), claims);
  const passing = shape.filter((axis) => !hasAxis(consumed, axis.name));
  const groups = after.filter((axes) => axes.length !== 1);
  const single = after.filter((axes) => axes.length === 1).flat();
  const named = (call.declared[0] ?? []).filter(
    (axis) => !hasAxis(passing, axis.name) && !hasAxis(single, axis.name),
  );
  if (groups.length > 0 && named.length !== groups.length) {
    const count = groups.length === 1 ? "the merged axis" : `the ${groups.length} merged axes`;
    const title = `\`rearrange\` needs a shape on its left that names ${count}.`;
    claims.fail("S05", title, undefined, { kind: "absent", what: "shape on left" });
  }
  let next = 0;
  const made = after.flatMap((axes): readonly Axis[] => {
    if (axes.length === 1) return axes;
    const whole = named[next];
    next += 1;
    if (!whole) return [];
    const says = `\`rearrange\` merges ${quoted(namesOf(axes))} into \`${whole.name}\``;
    claims.equal(whole.size, entryCount(axes), says);
    return [whole];
  });
  return { consumed: namesOf(consumed), made };
}

function splitUp(
  before: readonly (readonly Axis[])[],
  shape: readonly Axis[],
  claims: Claims,
): readonly Axis[] {
  const single = before.filter((axes) => axes.length === 1).flat();
  const groups = before.filter((axes) => axes.length !== 1);
  const missing = single.find((axis) => !hasAxis(shape, axis.name));
  if (missing) {
    const has = `[${namesOf(shape).join(" ")}]`;
    const title = `\`rearrange\` needs an axis \`${missing.name}\`, but the array is ${has}.`;
    claims.fail("S01", title, `axis ${missing.name}`);
    return single;
  }
  const left = shape.filter((axis) => !hasAxis(single, axis.name));
  if (groups.length > 0 && left.length !== groups.length) {
    const parts = groups.length === 1 ? "1 group" : `${groups.length} groups`;
    const axes = left.length === 0 ? "no axes" : `the axes ${quoted(namesOf(left))}`;
    claims.fail("S05", `\`rearrange\` has ${parts} for ${axes}; name those that stay whole.`);
    return single;
  }
  groups.forEach((axes, i) => {
    const whole = left[i];
    if (!whole) return;
    const says = `\`rearrange\` splits \`${whole.name}\` into ${quoted(namesOf(axes))}`;
    claims.equal(whole.size, entryCount(axes), says);
  });
  return groups.length > 0 ? shape : single;
}

/** Both sides of the arrow have the same axes. */
function sameAxes(before: readonly Axis[], after: readonly Axis[], claims: Claims): void {
  const lost = before.find((axis) => !hasAxis(after, axis.name));
  const found = after.find((axis) => !hasAxis(before, axis.name));
  if (lost) claims.fail("S01", `\`rearrange\` loses \`${lost.name}\` on its way.`);
  else if (found) claims.fail("S01", `\`rearrange\` has \`${found.name}\` after \`->\` only.`);
}
