/** A place in the history of a `Trail`. */
export type Mark = number;

/** Remembers how to take changes back, newest first, so that a failed attempt leaves no trace. */
export class Trail {
  private readonly undos: (() => void)[] = [];

  mark(): Mark {
    return this.undos.length;
  }

  /** Takes back everything since the mark; a mark from before an earlier rollback throws. */
  rollback(mark: Mark): void {
    if (mark > this.undos.length) {
      throw new RangeError(`Mark ${mark} lies after the newest change, ${this.undos.length}.`);
    }
    while (this.undos.length > mark) this.undos.pop()?.();
  }

  setEntry<Key, Value>(map: Map<Key, Value>, key: Key, value: Value): void {
    const before = map.get(key);
    const had = map.has(key);
    map.set(key, value);
    this.undos.push(() => {
      if (had)
        map.set(key, before as Value); // it was there, so `before` is a value
      else map.delete(key);
    });
  }

  deleteEntry<Key, Value>(map: Map<Key, Value>, key: Key): void {
    if (!map.has(key)) return;
    const before = map.get(key) as Value; // `has` has just said so
    map.delete(key);
    this.undos.push(() => map.set(key, before));
  }

  append<Item>(list: Item[], item: Item): void {
    list.push(item);
    this.undos.push(() => list.pop());
  }
}
