/** `cubic-bezier(.2, 0, 0, 1)`: how far something has come at a part of its time. */
export function ease(time: number): number {
  let [low, high] = [0, 1];
  for (let step = 0; step < 16; step++) {
    const middle = (low + high) / 2;
    if (curve(middle, 0.2, 0) < time) low = middle;
    else high = middle;
  }
  return time >= 1 ? 1 : curve((low + high) / 2, 0, 1);
}

function curve(s: number, first: number, second: number): number {
  return 3 * s * (1 - s) ** 2 * first + 3 * s ** 2 * (1 - s) * second + s ** 3;
}
