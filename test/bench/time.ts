/** What a piece of work gave, and how many milliseconds it took. */
export interface Timed<Result> {
  readonly result: Result;
  readonly milliseconds: number;
}

/** Does the work once. */
export async function timed<Result>(work: () => Result | Promise<Result>): Promise<Timed<Result>> {
  const start = performance.now();
  const result = await work();
  return { result, milliseconds: performance.now() - start };
}

/** The middle one of several runs, each on what `prepare` makes. */
export async function medianOf<Given>(
  runs: number,
  prepare: (run: number) => Given,
  work: (given: Given) => unknown,
): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < runs; run++) {
    const given = prepare(run);
    times.push((await timed(() => work(given))).milliseconds);
  }
  return quantile(times, 0.5);
}

/** The value that this part of the numbers does not exceed. */
export function quantile(numbers: readonly number[], part: number): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? Number.NaN;
}
