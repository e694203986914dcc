/**
 * A table of interned things by hash. Two things with one hash share a bucket, so a hash never
 * decides that they are equal.
 */
export class Buckets<Content, Item> {
  private readonly matches: (item: Item, content: Content) => boolean;
  private readonly buckets = new Map<number, Item[]>();
  /** How many things there are, which numbers the next one. */
  count = 0;

  constructor(matches: (item: Item, content: Content) => boolean) {
    this.matches = matches;
  }

  find(hash: number, content: Content): Item | undefined {
    return this.buckets.get(hash)?.find((item) => this.matches(item, content));
  }

  add(hash: number, item: Item): Item {
    const bucket = this.buckets.get(hash);
    if (bucket === undefined) this.buckets.set(hash, [item]);
    else bucket.push(item);
    this.count += 1;
    return item;
  }
}
