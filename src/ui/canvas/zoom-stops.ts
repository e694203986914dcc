/** Zooms at which a figure is drawn in round proportions. */
const STOPS = [0.25, 0.5, 1, 2];

/** How near a zoom is drawn to a stop, in doublings. */
const PULL = 0.05;

/** The stop that a zoom is near to. */
export function stopNear(zoom: number): number | undefined {
  return STOPS.find((stop) => Math.abs(Math.log2(zoom / stop)) < PULL);
}

/** The stop that a step from one zoom to another would jump over, unless it is shown already. */
export function stopBetween(from: number, to: number): number | undefined {
  const between = STOPS.filter(
    (stop) =>
      ((from < stop && stop < to) || (to < stop && stop < from)) && percent(stop) !== percent(from),
  );
  return from < to ? between[0] : between.at(-1);
}

/** Where a step of zooming ends: at the stop on the way, or where it was going. */
export function gentleStep(from: number, to: number): number {
  return stopBetween(from, to) ?? stopNear(to) ?? to;
}

function percent(zoom: number): number {
  return Math.round(zoom * 100);
}
