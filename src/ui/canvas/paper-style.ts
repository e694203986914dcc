import type { CSSProperties } from "react";
import { type ThemeName, themeOf } from "../../draw/theme.ts";

/** The colours of a figure theme as variables, so that a change of theme redraws nothing. */
export function paperStyle(name: ThemeName): CSSProperties {
  const { fills, lines, hatch, halo, shadow = "none", letters = {}, problem } = themeOf(name);
  const variables = Object.entries(fills).map(([role, colour]) => [`--fill-${role}`, colour]);
  const lining = Object.entries(lines).map(([role, colour]) => [`--line-${role}`, colour]);
  const lettering = Object.keys(fills).map((role) => [
    `--letters-${role}`,
    Reflect.get(letters, role) ?? fills.ink,
  ]);
  return Object.fromEntries([
    ...variables,
    ...lining,
    ...lettering,
    ["--ink-problem", problem],
    ["--hatch", hatch],
    ["--halo", halo],
    ["--shadow", shadow],
  ]);
}
