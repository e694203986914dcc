import type { Scene, SceneNode } from "../scene/scene.ts";

/** More operations than this are counted, not named. */
const MOST_NAMED = 60;

/** A scene in words, for who cannot see it: what comes in, what happens in order, what goes out. */
export function describeScene(scene: Scene): string {
  const titles = (...kinds: readonly SceneNode["kind"][]) =>
    scene.nodes.filter(({ kind }) => kinds.includes(kind)).map(({ title }) => title);
  const steps = titles("op", "source", "call", "loop", "plate", "box");
  const named = steps.slice(0, MOST_NAMED);
  const rest = steps.length - named.length;
  const wrong = scene.nodes.filter(({ wrong }) => wrong).length;
  return [
    sentence("Inputs", titles("input")),
    sentence("Steps", rest > 0 ? [...named, `and ${rest} more`] : named),
    sentence("Outputs", titles("output")),
    wrong > 0 ? `${wrong === 1 ? "One step has" : `${wrong} steps have`} an error.` : "",
  ]
    .filter((part) => part !== "")
    .join(" ");
}

function sentence(subject: string, titles: readonly string[]): string {
  return titles.length === 0 ? "" : `${subject}: ${titles.join("; ")}.`;
}
