import type { SizeExpression } from "../../shapes/expression.ts";
import { constant, constantValue, type Size, symbol, tableEntry } from "../../shapes/size.ts";
import { sizeOf } from "../../shapes/size-of.ts";
import type { Diagnostic, Place } from "../document/diagnostic.ts";
import type { SizeDefinition, Statement } from "../document/document.ts";
import { notGivenYet } from "./absence-messages.ts";
import type { SizeRecord } from "./diagram.ts";
import type { Message } from "./message.ts";
import { definedTwice } from "./name-messages.ts";
import { sizeMessage } from "./read-size.ts";
import { type Requirement, requiredBy } from "./requirement.ts";
import { sizeCycle } from "./shape-messages.ts";

/** The sizes of a file: what each name stands for, and its number where it has one. */
export interface SizeTable {
  /** In text order. */
  readonly names: readonly string[];
  /** The normal form: the symbol itself, or what its equation says. */
  size(name: string): Size | undefined;
  table(name: string): readonly Size[] | undefined;
  /** Numbers of symbols and of entries (`c[0]`) at the configured values. */
  readonly values: ReadonlyMap<string, bigint>;
  readonly records: ReadonlyMap<string, SizeRecord>;
  /** What the top of the file requires of sizes, which holds in every block. */
  readonly facts: readonly Requirement[];
}

/** The names of a size table before any of them has a number. */
export interface SymbolicSizes {
  readonly names: readonly string[];
  readonly places: ReadonlyMap<string, Place>;
  /** Sizes that stand for themselves, with the default where the file gives one. */
  readonly free: ReadonlyMap<string, bigint | undefined>;
  /** Sizes that an equation defines, in free sizes. */
  readonly equations: ReadonlyMap<string, Size>;
  readonly tables: ReadonlyMap<string, readonly Size[]>;
  /** Numbers of the entries of tables, as the file gives them. */
  readonly entries: ReadonlyMap<string, bigint>;
  readonly requirements: readonly Requirement[];
  /** Requirements of the file that are about its sizes alone. */
  readonly facts: readonly Requirement[];
}

/** Collects mistakes in the size table. */
export type Tell = (message: Message, place: Place) => void;

/** Reads every `size` statement; equations are put in, so that only free sizes are left. */
export function readSizeTable(statements: readonly Statement[], tell: Tell): SymbolicSizes {
  const definitions = new Map<string, SizeDefinition>();
  const places = new Map<string, Place>();
  for (const statement of statements) {
    if (statement.kind !== "size") continue;
    for (const definition of statement.sizes) {
      const place = { node: statement.id, part: `result ${definition.name}` };
      if (definitions.has(definition.name)) tell(definedTwice(definition.name), place);
      else {
        definitions.set(definition.name, definition);
        places.set(definition.name, place);
      }
    }
  }
  const reader = new TableReader(definitions, places, tell);
  return { ...reader.read(), facts: reader.factsOf(statements) };
}

/** Follows equations from name to name, each once. */
class TableReader {
  private readonly free = new Map<string, bigint | undefined>();
  private readonly equations = new Map<string, Size>();
  private readonly tables = new Map<string, readonly Size[]>();
  private readonly entries = new Map<string, bigint>();
  private readonly requirements: Requirement[] = [];
  private readonly path: string[] = [];
  private readonly definitions: ReadonlyMap<string, SizeDefinition>;
  private readonly places: ReadonlyMap<string, Place>;
  private readonly tell: Tell;

  constructor(
    definitions: ReadonlyMap<string, SizeDefinition>,
    places: ReadonlyMap<string, Place>,
    tell: Tell,
  ) {
    this.definitions = definitions;
    this.places = places;
    this.tell = tell;
  }

  /** What `require` says at the top; a line that names an axis is read with the arrays. */
  factsOf(statements: readonly Statement[]): readonly Requirement[] {
    const quietly = (expression: SizeExpression) =>
      sizeOf(expression, {
        size: (name) => this.sizeNamed(name),
        table: (name) => this.tableNamed(name),
      });
    const required = statements.flatMap((statement) => {
      if (statement.kind !== "require") return [];
      const [left, right] = [quietly(statement.left), quietly(statement.right)];
      return left && right ? [requiredBy(statement, left, right)] : [];
    });
    return [...this.requirements, ...required];
  }

  read(): Omit<SymbolicSizes, "facts"> {
    for (const name of this.definitions.keys()) {
      this.sizeNamed(name);
      this.tableNamed(name);
    }
    return {
      names: [...this.definitions.keys()],
      places: this.places,
      free: this.free,
      equations: this.equations,
      tables: this.tables,
      entries: this.entries,
      requirements: this.requirements,
    };
  }

  private sizeNamed(name: string): Size | undefined {
    if (this.free.has(name)) return symbol(name);
    const known = this.equations.get(name);
    if (known) return known;
    const definition = this.definitions.get(name);
    if (!definition || definition.table) return undefined;
    const { value } = definition;
    if (!value || this.isCyclic(name)) return this.freeSize(name, undefined);
    this.path.push(name);
    const size = this.read1(value, this.places.get(name) ?? {});
    this.path.pop();
    if (this.free.has(name)) return symbol(name);
    if (!size) return this.freeSize(name, undefined);
    const number = namesNothing(value) ? constantValue(size) : undefined;
    if (number !== undefined) return this.freeSize(name, number);
    this.equations.set(name, size);
    return size;
  }

  private tableNamed(name: string): readonly Size[] | undefined {
    const known = this.tables.get(name);
    const terms = this.definitions.get(name)?.table;
    if (known || !terms) return known;
    const place = this.places.get(name) ?? {};
    if (this.isCyclic(name)) return undefined;
    this.path.push(name);
    const sizes = terms.map((term, i) => {
      const entry = tableEntry(name, constant(BigInt(i)));
      const size = this.read1(term, place);
      const number = size && constantValue(size);
      if (number !== undefined) this.entries.set(`${name}[${i}]`, number);
      return size && number === undefined ? size : entry;
    });
    this.path.pop();
    this.tables.set(name, sizes);
    return sizes;
  }

  private freeSize(name: string, value: bigint | undefined): Size {
    this.free.set(name, value);
    return symbol(name);
  }

  private isCyclic(name: string): boolean {
    const from = this.path.indexOf(name);
    if (from < 0) return false;
    this.tell(sizeCycle(this.path.slice(from)), this.places.get(name) ?? {});
    return true;
  }

  private read1(expression: SizeExpression, place: Place): Size | undefined {
    let reported = false;
    const size = sizeOf(expression, {
      size: (name) => this.sizeNamed(name),
      table: (name) => this.tableNamed(name),
      report: (problem) => {
        if (!reported) this.tell(sizeMessage(problem, this.definitions.keys()), place);
        reported = true;
      },
      requireDivides: (divisor, size_) =>
        this.requirements.push({
          kind: "divides",
          divisor,
          size: size_,
          says: "the division is exact",
          stated: "division",
          node: place.node ?? "",
        }),
    });
    if (!size && !reported) this.tell(notGivenYet("A size"), place);
    return size;
  }
}

/** The diagnostics that a size table collects. */
export function tellInto(diagnostics: Diagnostic[]): Tell {
  return (message, place) =>
    diagnostics.push({
      code: message.code,
      severity: message.severity ?? "error",
      title: message.title,
      place,
      why: message.why ?? [],
      ...(message.facts && { facts: message.facts }),
    });
}

function namesNothing(expression: SizeExpression): boolean {
  switch (expression.kind) {
    case "number":
      return true;
    case "negate":
      return namesNothing(expression.of);
    case "binary":
      return namesNothing(expression.left) && namesNothing(expression.right);
    case "call":
      return expression.args.every(namesNothing);
    default:
      return false;
  }
}
