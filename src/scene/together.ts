import type { FlatFigure } from "./flatten.ts";

/** Several figures, each where it stands, as one. */
export function together(flats: readonly FlatFigure[]): FlatFigure {
  return {
    nodes: flats.flatMap(({ nodes }) => nodes),
    bundles: flats.flatMap(({ bundles }) => bundles),
    borders: flats.flatMap(({ borders }) => borders),
    columns: flats.flatMap(({ columns }) => columns),
    plates: flats.flatMap(({ plates }) => plates),
    dashes: flats.flatMap(({ dashes }) => dashes),
    labels: flats.flatMap(({ labels }) => labels),
  };
}
