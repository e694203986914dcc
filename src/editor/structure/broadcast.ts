import type { Statement } from "../../document/document.ts";
import { walkStatements } from "../../document/parts.ts";
import { boundaryOf, namedBy } from "./boundary.ts";

/**
 * The axes that arrays have besides those of their written shapes, when some arrays come in with
 * more than a block asked for: they pass through all that is made from these.
 */
export function spreadAxes(
  lines: readonly Statement[],
  given: ReadonlyMap<string, readonly string[]>,
): ReadonlyMap<string, readonly string[]> {
  const extra = new Map([...given].filter(([, axes]) => axes.length > 0));
  if (extra.size === 0) return extra;
  const spread = (from: Iterable<string>, to: readonly string[]): boolean => {
    const axes = [...new Set([...from].flatMap((name) => extra.get(name) ?? []))];
    const open = to.filter((name) => axes.length > (extra.get(name)?.length ?? 0));
    for (const name of open) extra.set(name, axes);
    return open.length > 0;
  };
  for (let grown = true; grown; ) {
    grown = false;
    walkStatements(lines, (line) => {
      if (line.kind === "repeat" || line.kind === "scan") return;
      const made = line.kind === "collect" ? [line.port.name] : namedBy(line);
      if (spread(boundaryOf([line]).mentions, made)) grown = true;
    });
  }
  return extra;
}
