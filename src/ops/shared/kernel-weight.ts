import type { ArrayType } from "../../../shapes/array-type.ts";
import type { Axis } from "../../../shapes/axis.ts";
import { constant, divideExactly, floorDivide, type Size } from "../../../shapes/size.ts";
import type { Claims, OpCall, WeightSpec } from "../op.ts";
import { entryCount, hasAxis, namesOf } from "./axes.ts";
import { usedUp } from "./given-array.ts";
import { quoted } from "./phrase.ts";
import type { Sliding } from "./windows.ts";

/** Which side of a convolution the groups divide in its weights. */
export type Grouped = "input" | "output";

/** Claims that the groups divide the channels on both sides. */
export function claimGroups(callee: string, call: OpCall, claims: Claims): void {
  const [groups] = call.options["groups"] ?? [];
  if (!groups) return;
  const says = (what: string) => `the groups of \`${callee}\` share its ${what} channels equally`;
  claims.divides(groups, entryCount(call.targets), says("input"));
  claims.divides(groups, entryCount(call.results), says("output"));
}

/** The learned arrays of a convolution, without those that are given. */
export function kernelWeights(
  call: OpCall,
  slidings: readonly Sliding[],
  grouped: Grouped,
): readonly WeightSpec[] {
  const { weight, bias } = call.keywords;
  const names = kernelNames(call, slidings.length);
  const kernel = slidings.map(({ window }, i) => ({ name: names[i] ?? "", size: window.kernel }));
  const outputs = call.results.map((axis) => ({ ...axis, name: nameInWeight(call, axis) }));
  const axes =
    grouped === "input"
      ? [...outputs, ...inGroups(call, call.targets), ...kernel]
      : [...call.targets, ...inGroups(call, outputs), ...kernel];
  return [
    ...(weight ? [] : [{ name: "weight", axes }]),
    ...(call.options["bias"] && !bias ? [{ name: "bias", axes: call.results }] : []),
  ];
}

/** The axes that a given weight and bias use up: channels and kernel by name, one axis left over. */
export function usedUpByKernel(
  callee: string,
  call: OpCall,
  slidings: readonly Sliding[],
  claims: Claims,
): readonly (readonly string[])[] {
  const { weight, bias } = call.keywords;
  return [
    ...(weight ? [usedUpOfWeight(callee, call, { weight, slidings }, claims)] : []),
    ...(bias
      ? [usedUp({ callee, keyword: "bias", array: bias }, namesOf(call.results), claims)]
      : []),
  ];
}

function usedUpOfWeight(
  callee: string,
  call: OpCall,
  { weight, slidings }: { readonly weight: ArrayType; readonly slidings: readonly Sliding[] },
  claims: Claims,
): readonly string[] {
  const isGiven = (name: string) => hasAxis(weight.shape, name);
  const named = call.sizeNames?.["kernel"] ?? [];
  const kernel = slidings.map((_, i) => named[i]).filter((name) => name !== undefined);
  if (kernel.length < slidings.length) {
    const form = slidings.map((_, i) => `${"ijk"[i]}=3`).join(" ");
    const title = `The weight of \`${callee}\` needs its kernel axes by name, as in \`kernel ${form}\`.`;
    claims.fail("S05", title, "option kernel");
    return namesOf(weight.shape);
  }
  const outputs = call.results.map((axis) => {
    const primed = nameInWeight(call, axis);
    return isGiven(primed) ? primed : axis.name;
  });
  const wanted = [...outputs, ...kernel];
  const found = usedUp({ callee, keyword: "weight", array: weight }, wanted, claims);
  slidings.forEach(({ window }, i) => {
    const own = weight.shape.find(({ name }) => name === kernel[i]);
    if (own)
      claims.equal(own.size, window.kernel, `the weight has \`${own.name}\` for its windows`);
  });
  call.results.forEach((axis, i) => {
    const own = weight.shape.find(({ name }) => name === outputs[i]);
    if (own && callee === "conv") {
      claims.equal(own.size, axis.size, `the weight gives \`${axis.name}\``);
    }
  });
  const rest = weight.shape.filter(({ name }) => !wanted.includes(name));
  return [...found, ...inputChannels(callee, call, rest, claims)];
}

/** The axis of the weight that meets the input channels: by name, or the only one that is left. */
function inputChannels(
  callee: string,
  call: OpCall,
  rest: readonly Axis[],
  claims: Claims,
): readonly string[] {
  const named = namesOf(call.targets).filter((name) => hasAxis(rest, name));
  if (named.length > 0 && call.targets.length === named.length) {
    for (const axis of rest.filter(({ name }) => named.includes(name))) {
      claimChannel(callee, call, axis, claims);
    }
    return named;
  }
  const [only, ...more] = rest;
  if (!only) return [];
  if (more.length > 0) {
    const title = `The weight of \`${callee}\` leaves open which of ${quoted(namesOf(rest))} meets \`${call.targets[0]?.name}\`.`;
    claims.fail("S01", title, "option weight");
  } else {
    claimChannel(callee, call, only, claims);
  }
  return namesOf(rest);
}

function claimChannel(callee: string, call: OpCall, axis: Axis, claims: Claims): void {
  const isOwn = hasAxis(call.targets, axis.name) && call.targets.length > 1;
  const own = call.targets.find(({ name }) => name === axis.name);
  const all = isOwn && own ? own.size : entryCount(call.targets);
  const size = callee === "conv" ? perGroup(call, all) : all;
  claims.equal(axis.size, size, `\`${axis.name}\` of the weight meets the input channels`);
}

/** A result that is also a target stands in the weight with one more prime. */
function nameInWeight(call: OpCall, axis: Axis): string {
  return hasAxis(call.targets, axis.name) ? `${axis.name}'` : axis.name;
}

function kernelNames(call: OpCall, count: number): readonly string[] {
  const own = call.sizeNames?.["kernel"] ?? [];
  return Array.from({ length: count }, (_, i) => own[i] ?? (count === 1 ? "k" : `k_${i + 1}`));
}

/** The channels as one axis of a group's size, where there are groups. */
function inGroups(call: OpCall, axes: readonly Axis[]): readonly Axis[] {
  const [first] = axes;
  if (!call.options["groups"] || !first) return axes;
  return [{ name: first.name, size: perGroup(call, entryCount(axes)) }];
}

function perGroup(call: OpCall, size: Size): Size {
  const [groups = constant(1)] = call.options["groups"] ?? [];
  if (groups === constant(0)) return size;
  return divideExactly(size, groups) ?? floorDivide(size, groups);
}
