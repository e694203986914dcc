import type { Candidate, FixContext } from "./candidate.ts";
import { expectedShape } from "./expected-shape.ts";
import { withLineAfterInputs } from "./new-line.ts";
import { arraysInReach, type Site } from "./site.ts";

/** A new array of that name where nothing makes one: an input at the top, weights in a block. */
export function* missingArray(context: FixContext, site: Site, name: string): Iterable<Candidate> {
  const { statement, expression } = site;
  const id = expression?.id ?? statement.id;
  const axes = expectedShape(site, id, arraysInReach(context, site)).join(" ");
  if (site.place.name === "") {
    yield {
      title: `Add an input \`${name}\` [${axes}]`,
      confidence: "safe",
      apply: () => withLineAfterInputs(context, site, `input ${name}[${axes}]`),
    };
  }
  yield {
    title: `Add weights \`${name}\` [${axes}]`,
    confidence: "asks",
    apply: () => withLineAfterInputs(context, site, `weight ${name}[${axes}]`),
  };
}
