import type { SourceMap, Span } from "../document/diagnostic.ts";
import type { NodeId } from "../document/document.ts";

interface Entry {
  readonly id: NodeId;
  readonly part: string | undefined;
  readonly span: Span;
}

/**
 * A source map that is filled while a file is read and put in order when it is first asked: most
 * texts are read many times, at every keystroke, before anybody points at one of their places.
 */
export class SpanIndex implements SourceMap {
  private noted: Entry[] = [];
  private readonly map = new Map<string, Span>();

  /** Notes a span; of several for one node and part the first holds. */
  note(id: NodeId, part: string | undefined, span: Span): void {
    this.noted.push({ id, part, span });
  }

  private index(): ReadonlyMap<string, Span> {
    for (const { id, part, span } of this.noted) {
      const key = part === undefined ? id : `${id}#${part}`;
      if (!this.map.has(key)) this.map.set(key, span);
    }
    this.noted = [];
    return this.map;
  }

  get size(): number {
    return this.index().size;
  }

  get(key: string): Span | undefined {
    return this.index().get(key);
  }

  has(key: string): boolean {
    return this.index().has(key);
  }

  forEach(visit: (span: Span, key: string, map: ReadonlyMap<string, Span>) => void): void {
    this.index().forEach(visit);
  }

  entries(): MapIterator<[string, Span]> {
    return this.index().entries();
  }

  keys(): MapIterator<string> {
    return this.index().keys();
  }

  values(): MapIterator<Span> {
    return this.index().values();
  }

  [Symbol.iterator](): MapIterator<[string, Span]> {
    return this.entries();
  }
}
