/**
 * Names of sizes as the file writes them, others behind by the alphabet: what a size knows of its names
 * is in the order in which they were first met, which is another one from run to run.
 */
export function inFileOrder(names: Iterable<string>, order: readonly string[]): readonly string[] {
  const place = (name: string): number => {
    const at = order.indexOf(name);
    return at < 0 ? order.length : at;
  };
  return [...names].sort((a, b) => place(a) - place(b) || (a < b ? -1 : 1));
}
