import type { ReadBrackets } from "./brackets.ts";
import { axisNames, type Body, type Checking, quoteValue, report } from "./checking.ts";
import { goneFrom } from "./comings-and-goings.ts";
import type { Message } from "./message.ts";
import { nearestName } from "./nearest.ts";
import type { Given, OpUse } from "./op-call.ts";
import { exchanged, missingAxis } from "./shape-messages.ts";

/** Whether the operands have the axes of the brackets that the operation looks for; says what is missing. */
export function targetsFound(
  checking: Checking,
  body: Body,
  use: OpUse,
  { operands, brackets }: Given & { readonly brackets: ReadBrackets },
): boolean {
  const sought = use.op.brackets.sought ?? "each";
  if (sought === "none") return true;
  const wanted = [...brackets.targets, ...(brackets.over?.axes ?? [])];
  for (const operand of sought === "first" ? operands.slice(0, 1) : operands) {
    const shape = axisNames(operand.type.shape);
    const missing = wanted.find((target) => !shape.includes(target.name));
    if (!missing) continue;
    const message = missingAxis({
      callee: use.op.name,
      axis: missing.name,
      array: quoteValue(operand),
      name: operand.name,
      shape,
      nearest: nearestName(missing.name, shape),
    });
    const labels = goneFrom(body, [operand], missing.name);
    report(checking, { ...message, labels }, { node: use.at, part: `axis ${missing.name}` });
    if (checking.inputs.has(operand.name ?? "")) checking.suspect = true;
    return false;
  }
  return true;
}

/** Which axes stand in operands where the axis should that an operation finds in none or in one. */
export function withMisplaced(
  checking: Checking,
  body: Body,
  { operands }: Given,
  { message, part }: { readonly message: Message; readonly part?: string | undefined },
): Message {
  const { facts } = message;
  if (facts?.kind === "given array") {
    return { ...message, misplaced: exchanged(facts.needs, facts.has) };
  }
  const [, axis] = /^axis (.*)$/.exec(part ?? "") ?? [];
  if (message.code !== "S01" || axis === undefined) return message;
  const lacking = operands.filter(
    ({ type, scalar }) => scalar === undefined && !axisNames(type.shape).includes(axis),
  );
  if (lacking.some(({ name = "" }) => checking.inputs.has(name))) checking.suspect = true;
  const shapes = lacking.flatMap(({ type }) => axisNames(type.shape));
  const array = lacking.length === 1 ? lacking[0]?.name : undefined;
  const labels = goneFrom(body, lacking, axis);
  return { ...message, labels, misplaced: { for: [axis], in: shapes, array } };
}
