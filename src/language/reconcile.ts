import type { Document, Expression, NodeId, Statement } from "../document/document.ts";
import { expressionsOf, operandsOf, portsOf } from "../document/parts.ts";
import { doingOf, ENOUGH, FARTHEST, likeness, type Trait, traitsOf } from "./likeness.ts";
import { printExpression } from "./print-expression.ts";

/** What has become of the nodes of a document after its text was edited. */
export interface IdDeltas {
  /** New ids by old ones, of nodes that are still there under another id. */
  readonly renamed: ReadonlyMap<NodeId, NodeId>;
  readonly added: ReadonlySet<NodeId>;
  readonly removed: ReadonlySet<NodeId>;
  /** New names of arrays by old ones, each as `Block/NAME`, of those that have another name now. */
  readonly arrays: ReadonlyMap<string, string>;
}

/**
 * Finds the nodes of a document again after typing, reordering and renaming. Ids follow from names,
 * so what is kept under an id (a selection, a line of `layout:`) goes by `renamed` afterwards.
 */
export function reconcile(document: Document, previous: Document): IdDeltas {
  if (document.statements === previous.statements) return UNCHANGED;
  const match = new Matching(traitsOf(previous.statements), traitsOf(document.statements));
  match.matchBlocks();
  match.matchSameKeys();
  match.matchAlike();
  match.matchUnread();
  return match.deltas();
}

/** Where a node is now, or `undefined` when it is gone. */
export function followed(id: NodeId, { renamed, removed }: IdDeltas): NodeId | undefined {
  return removed.has(id) ? undefined : (renamed.get(id) ?? id);
}

const UNCHANGED: IdDeltas = {
  renamed: new Map(),
  added: new Set(),
  removed: new Set(),
  arrays: new Map(),
};

interface Candidate {
  readonly old: Trait;
  readonly now: Trait;
  readonly points: number;
}

/** Pairs old statements with new ones: by key first, the rest greedily by likeness. */
class Matching {
  private readonly olds: readonly Trait[];
  private readonly news: readonly Trait[];
  private readonly pairs = new Map<Trait, Trait>();
  private readonly taken = new Set<Trait>();
  /** New scopes by old ones, of blocks that have been found again. */
  private readonly scopes = new Map([["", ""]]);
  /** Calls of a block under its new name, by those under its old one. */
  private readonly calls = new Map<string, string>();

  constructor(olds: readonly Trait[], news: readonly Trait[]) {
    this.olds = olds;
    this.news = news;
  }

  /** Blocks come first, since the keys of what they hold begin with their names. */
  matchBlocks(): void {
    const isBlock = ({ statement }: Trait) => statement.kind === "block";
    const olds = this.olds.filter(isBlock);
    const news = this.news.filter(isBlock);
    this.pairByKey(olds, news);
    this.pairByLikeness(olds, news);
    for (const old of olds) {
      const now = this.pairs.get(old);
      if (now === undefined) continue;
      this.scopes.set(scopeIn(old), scopeIn(now));
      this.calls.set(`call ${nameIn(old)}`, `call ${nameIn(now)}`);
    }
  }

  matchSameKeys(): void {
    this.pairByKey(this.olds, this.news);
  }

  matchAlike(): void {
    const isNoBlock = ({ statement }: Trait) => statement.kind !== "block";
    this.pairByLikeness(this.olds.filter(isNoBlock), this.news.filter(isNoBlock));
  }

  /** A line that did not parse is the one that stood at its place, or that stands there now. */
  matchUnread(): void {
    const isUnread = ({ statement }: Trait) => statement.kind === "error";
    const free = new Map(
      this.news.flatMap((now) => (this.taken.has(now) ? [] : [[now.line, now] as const])),
    );
    for (const { old, line } of this.expectations(this.olds)) {
      const now = free.get(line);
      if (this.pairs.has(old) || now === undefined || this.taken.has(now)) continue;
      if (isUnread(old) || isUnread(now)) this.pair(old, now);
    }
  }

  deltas(): IdDeltas {
    const renamed = new Map<NodeId, NodeId>();
    const removed = new Set<NodeId>();
    const added = new Set<NodeId>();
    const arrays = new Map<string, string>();
    for (const old of this.olds) {
      const now = this.pairs.get(old);
      if (now !== undefined) for (const [from, to] of renamedArrays(old, now)) arrays.set(from, to);
      if (now === undefined) for (const id of idsIn(old.statement)) removed.add(id);
      else if (!isUntouched(old, now)) {
        if (old.id !== now.id) renamed.set(old.id, now.id);
        pairNodes(this.nodesNow(old.statement), nodesOf(now.statement), {
          renamed,
          removed,
          added,
        });
      }
    }
    for (const now of this.news) {
      if (!this.taken.has(now)) for (const id of idsIn(now.statement)) added.add(id);
    }
    return { renamed, removed, added, arrays };
  }

  private pairByKey(olds: readonly Trait[], news: readonly Trait[]): void {
    const byId = new Map(news.map((now) => [now.id, now]));
    for (const old of olds) {
      if (this.pairs.has(old)) continue;
      const scope = this.scopes.get(old.scope);
      const now =
        scope === undefined ? undefined : byId.get(scope + old.id.slice(old.scope.length));
      if (now !== undefined && !this.taken.has(now)) this.pair(old, now);
    }
  }

  private pairByLikeness(olds: readonly Trait[], news: readonly Trait[]): void {
    const open = news.filter((now) => !this.taken.has(now));
    const candidates = this.expectations(olds).flatMap(({ old, line }) =>
      this.pairs.has(old) ? [] : this.candidatesFor(old, line, open),
    );
    candidates.sort((a, b) => b.points - a.points || a.old.line - b.old.line);
    for (const { old, now } of candidates) {
      if (!this.pairs.has(old) && !this.taken.has(now)) this.pair(old, now);
    }
  }

  /** Where each old statement would stand now, if nothing came or went since its last neighbour. */
  private expectations(olds: readonly Trait[]): readonly { old: Trait; line: number }[] {
    let shift = 0;
    return olds.map((old) => {
      const now = this.pairs.get(old);
      if (now !== undefined) shift = now.line - old.line;
      return { old, line: old.line + shift };
    });
  }

  private candidatesFor(old: Trait, line: number, open: readonly Trait[]): readonly Candidate[] {
    const candidates: Candidate[] = [];
    const expected = { ...old, doing: this.now(old.doing) };
    for (let at = firstFrom(open, line - FARTHEST); at < open.length; at += 1) {
      const now = open[at];
      if (now === undefined || now.line > line + FARTHEST) break;
      const isSameScope = this.scopes.get(old.scope) === now.scope;
      const distance = Math.abs(now.line - line);
      const points = likeness(expected, now, { isSameScope, distance });
      if (points >= ENOUGH) candidates.push({ old, now, points });
    }
    return candidates;
  }

  /** What an expression does, in the names that blocks have now. */
  private now(doing: string): string {
    return this.calls.get(doing) ?? doing;
  }

  private nodesNow(statement: Statement): readonly Node[] {
    return nodesOf(statement).map((node) => ({ ...node, doing: this.now(node.doing) }));
  }

  private pair(old: Trait, now: Trait): void {
    this.pairs.set(old, now);
    this.taken.add(now);
  }
}

function nameIn({ statement }: Trait): string {
  return statement.kind === "block" ? statement.name : "";
}

/** What the ids in a block begin with; a block's own id is `block:NAME`. */
function scopeIn({ id }: Trait): string {
  return `${id.slice("block:".length)}/`;
}

/** The first of the traits, which stand in text order, at or after a line. */
function firstFrom(traits: readonly Trait[], line: number): number {
  let [low, high] = [0, traits.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((traits[middle]?.line ?? line) < line) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Arrays of a line under their new names, place by place; what a loop gives out has lines of its own. */
function renamedArrays(old: Trait, now: Trait): readonly (readonly [string, string])[] {
  const [names, others] = [old, now].map(({ statement }) =>
    statement.kind === "output" ? [] : portsOf(statement).map(({ name }) => name),
  );
  const isBlock = old.statement.kind === "block";
  const [from, to] = isBlock ? [scopeIn(old), scopeIn(now)] : [old.scope, now.scope];
  if (names === undefined || names.length !== others?.length) return [];
  return names.flatMap((name, at) => {
    const other = others[at] ?? name;
    if (name === other || others.includes(name) || names.includes(other)) return [];
    return [[from + name, to + other] as const];
  });
}

function isUntouched(old: Trait, now: Trait): boolean {
  const { verbatim } = old.statement;
  return old.id === now.id && verbatim !== undefined && verbatim === now.statement.verbatim;
}

function idsIn(statement: Statement): readonly NodeId[] {
  return [statement.id, ...nodesOf(statement).map(({ expression }) => expression.id)];
}

interface Node {
  readonly expression: Expression;
  /** Where it stands in its statement: what follows the statement's id. */
  readonly path: string;
  readonly text: string;
  readonly doing: string;
}

/** The expressions of a statement that have ids of their own, outer before inner. */
function nodesOf(statement: Statement): readonly Node[] {
  const nodes: Node[] = [];
  const visit = (expression: Expression): void => {
    const path = expression.id.slice(statement.id.length);
    if (path !== "") {
      nodes.push({
        expression,
        path,
        text: printExpression(expression),
        doing: doingOf(expression),
      });
    }
    operandsOf(expression).forEach(visit);
  };
  expressionsOf(statement).forEach(visit);
  return nodes;
}

/**
 * Follows the parts of a statement: those that read the same, the largest first and with all that is
 * in them, then those that do the same.
 */
function pairNodes(
  olds: readonly Node[],
  news: readonly Node[],
  deltas: { renamed: Map<NodeId, NodeId>; removed: Set<NodeId>; added: Set<NodeId> },
): void {
  const left = new Set(olds.toSorted((a, b) => b.text.length - a.text.length));
  const free = new Set(news);
  const pair = (one: Node, other: Node): void => {
    left.delete(one);
    free.delete(other);
    const [from, to] = [one.expression.id, other.expression.id];
    if (from !== to) deltas.renamed.set(from, to);
  };
  for (const key of ["text", "doing"] as const) {
    for (const one of left) {
      const alike = [...free].filter((other) => other[key] === one[key]);
      const other = alike.find(({ path }) => path === one.path) ?? alike[0];
      if (other === undefined) continue;
      if (key === "doing") pair(one, other);
      else pairWithin(one, other, { left, free }, pair);
    }
  }
  for (const { expression } of left) deltas.removed.add(expression.id);
  for (const { expression } of free) deltas.added.add(expression.id);
}

/** Two parts that read the same hold the same parts at the same places. */
function pairWithin(
  one: Node,
  other: Node,
  open: { readonly left: ReadonlySet<Node>; readonly free: ReadonlySet<Node> },
  pair: (one: Node, other: Node) => void,
): void {
  const within = ({ path }: Node) => path === one.path || path.startsWith(`${one.path}.`);
  for (const inner of [...open.left].filter(within)) {
    const path = other.path + inner.path.slice(one.path.length);
    const match = [...open.free].find((node) => node.path === path);
    if (match !== undefined) pair(inner, match);
  }
}
