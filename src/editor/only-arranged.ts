/** Whether two texts differ, and only in what was arranged by hand. */
export function onlyArranged(before: string, after: string): boolean {
  return before !== after && withoutPlaces(before) === withoutPlaces(after);
}

function withoutPlaces(text: string): string {
  return text
    .split("\n")
    .filter((line) => !/^\s*(place\s.*|layout:)?$/.test(line))
    .join("\n");
}
