import type { Scene } from "../scene/scene.ts";

/** More steps than this are counted, not named. */
const MOST_NAMED = 80;

/** A scene in words, for who cannot see it: what comes in, what happens in order, what goes out. */
export function describeScene(scene: Scene): string {
  const titles = scene.nodes
    .filter(({ kind }) => kind !== "copy" && kind !== "border")
    .map(({ title }) => title);
  const rest = titles.length - MOST_NAMED;
  const named = titles.slice(0, MOST_NAMED);
  const steps = rest > 0 ? [...named, `and ${rest} more`] : named;
  const wrong = scene.nodes.filter((node) => node.wrong).length;
  return [
    ...(steps.length > 0 ? [`From left to right: ${steps.join("; ")}.`] : []),
    ...(wrong > 0 ? [`${wrong === 1 ? "One step has" : `${wrong} steps have`} an error.`] : []),
  ].join(" ");
}
