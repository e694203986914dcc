import type { SourceMap, Span } from "../document/diagnostic.ts";
import type { NodeId } from "../document/document.ts";

/**
 * A source map that is filled while a file is read and put in order when it is first asked: most
 * texts are read many times, at every keystroke, before anybody points at one of their places.
 */
export class SpanIndex implements SourceMap {
  /** Node and part in turn; the part is `""` for the whole node. */
  private names: string[] = [];
  /** Line, column and end column in turn. */
  private places: number[] = [];
  private readonly map = new Map<string, Span>();

  /** Notes a span; of several for one node and part the first holds. */
  note(id: NodeId, part: string, line: number, column: number, endColumn: number): void {
    this.names.push(id, part);
    this.places.push(line, column, endColumn);
  }

  private index(): ReadonlyMap<string, Span> {
    const { names, places } = this;
    for (let at = 0; at * 2 < names.length; at += 1) {
      const [id = "", part = ""] = names.slice(2 * at, 2 * at + 2);
      const [line = 0, column = 0, endColumn = 0] = places.slice(3 * at, 3 * at + 3);
      const key = part === "" ? id : `${id}#${part}`;
      if (!this.map.has(key)) this.map.set(key, { line, column, endColumn });
    }
    this.names = [];
    this.places = [];
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
