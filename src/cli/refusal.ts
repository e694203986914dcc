import { nearestName } from "../typing/nearest.ts";

/** What the command line cannot do as asked: one sentence for the user, exit code 2. */
export class Refusal extends Error {}

/** Names `wrong` as unknown, with the nearest known name or all of them. */
export function unknownName(what: string, wrong: string, known: readonly string[]): Refusal {
  if (known.length === 0)
    return new Refusal(`There is no ${what} ${quote(wrong)}; there are none.`);
  const near = nearestName(wrong, known);
  const hint =
    near === undefined
      ? `There are ${known.map(quote).join(", ")}.`
      : `Did you mean ${quote(near)}?`;
  return new Refusal(`There is no ${what} ${quote(wrong)}. ${hint}`);
}

function quote(name: string): string {
  return `\`${name}\``;
}
