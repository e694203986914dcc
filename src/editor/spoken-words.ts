import { plainName } from "../scene/extra-axes.ts";

const ORDINALS = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth"];

/** "first" of 0; from the ninth on the number itself. */
export function ordinal(at: number): string {
  return ORDINALS[at] ?? `${at + 1}th`;
}

/** A name as it is said: `k'` is "k prime", `d_model` is "d model". */
export function spokenName(name: string): string {
  const plain = plainName(name);
  const primes = plain.match(/'*$/)?.[0].length ?? 0;
  const stem = plain.slice(0, plain.length - primes).replaceAll("_", " ");
  return stem + " prime".repeat(primes);
}

/** A phrase with its names as they are said. */
export function spokenText(text: string): string {
  return text.replace(/[\p{L}\d_]+'*/gu, spokenName);
}

/** A sentence of a message as it is said: names by their words, shapes as lists without brackets. */
export function spokenSentence(text: string): string {
  const listed = text.replaceAll("`", "").replace(/\[([^\][]*)\]/g, (_, axes: string) => {
    const sides = axes.split("->").map((side) => side.trim().split(/\s+/).join(", "));
    return sides.join(" to ");
  });
  return spokenText(listed);
}
