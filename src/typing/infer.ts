import { printSize } from "../../shapes/print.ts";
import { evaluate, type Size } from "../../shapes/size.ts";
import type { Diagnostic } from "../document/diagnostic.ts";
import type { Document, Statement } from "../document/document.ts";
import { expressionsOf, walkExpression, walkStatements } from "../document/parts.ts";
import { findOp, OPS } from "../ops/index.ts";
import { resolveAxisSettings } from "./axis-settings.ts";
import { type BlockOrder, orderBlocks } from "./block-order.ts";
import type { Callee } from "./callee.ts";
import { configureSizes, type SizeSettings } from "./configure.ts";
import { type Checked, checkDefinition, type Surroundings, unreadCallees } from "./definition.ts";
import type { TypedDefinition, TypedDiagram } from "./diagram.ts";
import { digest, meaningOf } from "./digest.ts";
import { definedTwice, unknownBlock } from "./name-messages.ts";
import { nearestName } from "./nearest.ts";
import { readable } from "./readable.ts";
import { Remembered } from "./remembered.ts";
import { demandText } from "./requirement.ts";
import { readSizeTable, type SizeTable, type Tell, tellInto } from "./size-table.ts";
import { sortDiagnostics } from "./sort-diagnostics.ts";

/** What is set from outside the file: sizes, and the block that is the picture. */
export interface Settings {
  readonly sizes: SizeSettings;
  readonly main?: string;
}

type Block = Extract<Statement, { kind: "block" | "custom" }>;

/** What one process remembers of all documents that it has typed. */
const REMEMBERED = new Remembered();

/**
 * Types every array of a document as far as possible and collects everything that is wrong. What is
 * remembered changes how long that takes, never what comes of it.
 */
export function inferDiagram(
  document: Document,
  settings: Settings = { sizes: new Map() },
  remembered: Remembered = REMEMBERED,
): TypedDiagram {
  const diagnostics: Diagnostic[] = [];
  const tell = tellInto(diagnostics);
  const { statements } = document;
  const blocks = collectBlocks(statements, tell);
  const top = statements.filter(({ kind }) => kind !== "block" && kind !== "custom");
  const mainName = chooseMain(document, settings, blocks, tell);
  const mainStatements =
    mainName === "" ? top : [blocks.get(mainName)].filter((b) => b !== undefined);
  const axesOfMain = () => axesWrittenIn(mainStatements);
  const table = configureSizes(
    readSizeTable(statements, tell),
    settings.sizes,
    { name: mainName, axisNames: axesOfMain },
    tell,
  );
  const file = new FileChecker(document, blocks, { table, remembered });
  const checked = new Map(file.checkAll());
  const topChecked = file.checkTop(top);
  checked.set("", topChecked);
  const main = checked.get(mainName) ?? topChecked;
  const { instead, messages } = resolveAxisSettings(main.definition, table, settings.sizes);
  if (instead) return inferDiagram(document, { ...settings, sizes: instead }, remembered);
  for (const message of messages) tell(message, {});
  const inOrder = [...blocks.keys(), ""].flatMap((name) => checked.get(name)?.diagnostics ?? []);
  const definitions = new Map<string, TypedDefinition>();
  for (const name of [...blocks.keys(), ""]) {
    const definition = checked.get(name)?.definition;
    if (definition) definitions.set(name, definition);
  }
  return {
    main: main.definition,
    definitions,
    sizes: table.records,
    diagnostics: sortDiagnostics(document, [...diagnostics, ...inOrder]).map(readable),
    evaluate: (size) => numberAt(table, size),
  };
}

function numberAt(table: SizeTable, size: Size): bigint | undefined {
  return evaluate(size, (name) => table.values.get(name));
}

function collectBlocks(statements: readonly Statement[], tell: Tell): ReadonlyMap<string, Block> {
  const blocks = new Map<string, Block>();
  for (const statement of statements) {
    if (statement.kind !== "block" && statement.kind !== "custom") continue;
    if (blocks.has(statement.name)) {
      tell(definedTwice(statement.name), { node: statement.id, part: "name" });
    } else {
      blocks.set(statement.name, statement);
    }
  }
  return blocks;
}

/** `main`, else the top-level arrays if there are any, else the last block. */
function chooseMain(
  document: Document,
  settings: Settings,
  blocks: ReadonlyMap<string, Block>,
  tell: Tell,
): string {
  const header = document.header.find((line) => line.kind === "main");
  const wanted = settings.main ?? (header?.kind === "main" ? header.block : undefined);
  if (wanted !== undefined) {
    if (blocks.get(wanted)?.kind === "block") return wanted;
    if (!unreadCallees(document.statements).has(wanted))
      tell(unknownBlock(wanted, nearestName(wanted, blocks.keys())), { node: "", part: "main" });
  }
  const hasArrays = document.statements.some(({ kind }) => ARRAY_KINDS.has(kind));
  if (hasArrays) return "";
  const last = [...blocks.values()].findLast(({ kind }) => kind === "block");
  return last?.name ?? "";
}

const ARRAY_KINDS: ReadonlySet<string> = new Set([
  "input",
  "output",
  "weight",
  "array",
  "repeat",
  "scan",
  "save",
]);

function axesWrittenIn(statements: readonly Statement[]): ReadonlySet<string> {
  const names = new Set<string>();
  const meaning = statements.map(meaningOf).join(" ");
  for (const [, length, rest] of meaning.matchAll(/kind=4:axis,name=(\d+):([A-Za-z0-9_']+)/g)) {
    names.add((rest ?? "").slice(0, Number(length)));
  }
  return names;
}

/** Checks the definitions of one file, each once, callees first. */
class FileChecker {
  private readonly blocks: ReadonlyMap<string, Block>;
  private readonly table: SizeTable;
  private readonly remembered: Remembered;
  private readonly labels = new Map<string, Map<string, string>>();
  private readonly checked = new Map<string, Checked>();
  private readonly hashes = new Map<string, string>();
  private readonly order: BlockOrder;
  /** A digest of what every definition may depend on: all sizes, and which blocks there are. */
  private readonly surroundings: string;
  private readonly names: readonly string[];
  private readonly unread: ReadonlySet<string>;

  constructor(
    document: Document,
    blocks: ReadonlyMap<string, Block>,
    { table, remembered }: { readonly table: SizeTable; readonly remembered: Remembered },
  ) {
    this.blocks = blocks;
    this.table = table;
    this.remembered = remembered;
    this.unread = unreadCallees(document.statements);
    this.surroundings = digest(
      [tableText(table), ...blocks.keys(), "?", ...this.unread].join("\n"),
    );
    this.order = orderBlocks(
      new Map([...blocks].map(([name, block]) => [name, calleesIn([block])])),
    );
    this.names = [
      ...blocks.keys(),
      ...OPS.flatMap((op) => ("operator" in op && op.operator !== undefined ? [] : [op.name])),
    ];
    for (const line of document.layout) {
      if (line.kind !== "label" || line.of !== "axis") continue;
      const known = this.labels.get(line.block) ?? new Map<string, string>();
      this.labels.set(line.block, known.set(line.name, line.tex));
    }
  }

  /** Every block, callees first. */
  checkAll(): ReadonlyMap<string, Checked> {
    for (const name of this.order.names) this.check(name);
    return this.checked;
  }

  private check(name: string): void {
    const block = this.blocks.get(name);
    if (!block) return;
    const text = this.keyText(name, [block]);
    const hash = digest(text);
    this.hashes.set(name, hash);
    const ports = { statement: block, inputs: block.inputs, outputs: block.outputs };
    const statements = block.kind === "block" ? block.body : [];
    const checked = this.remembered.definitions.find(hash, () =>
      checkDefinition({ name, statements, ports, hash }, this.around(name)),
    );
    this.checked.set(name, checked);
  }

  /** The statements outside blocks. */
  checkTop(statements: readonly Statement[]): Checked {
    const hash = digest(this.keyText("", statements));
    return this.remembered.definitions.find(hash, () =>
      checkDefinition({ name: "", statements, hash }, this.around("")),
    );
  }

  private around(caller: string): Surroundings {
    return {
      table: this.table,
      callee: (name) => this.callee(caller, name),
      isBlock: (name) => this.blocks.has(name),
      calleeNames: this.names,
      isUnread: (name) => this.unread.has(name),
      labels: this.labels.get(caller) ?? new Map<string, string>(),
      digest: this.surroundings,
      remembered: this.remembered,
    };
  }

  private callee(caller: string, name: string): Callee | undefined {
    if (!this.blocks.has(name)) {
      const op = findOp(name);
      return op && { kind: "op", op };
    }
    const circle = this.order.circle(caller, name);
    if (circle) return { kind: "recursive", path: circle };
    const checked = this.checked.get(name);
    return checked && { kind: "block", signature: checked.signature };
  }

  /** Equal for equal content, callees and sizes included. */
  private keyText(name: string, statements: readonly Statement[]): string {
    const parts = [name, this.surroundings, ...statements.map(meaningOf)];
    for (const [axis, tex] of this.labels.get(name) ?? []) parts.push(axis, tex);
    for (const callee of calleesIn(statements)) {
      const circle = this.order.circle(name, callee);
      if (circle) parts.push(circle.join(" "));
      else if (this.blocks.has(callee)) parts.push(callee, this.hashes.get(callee) ?? "");
    }
    return parts.join("\n");
  }
}

/** Names that the statements call, those of their bodies included. */
function calleesIn(statements: readonly Statement[]): ReadonlySet<string> {
  const names = new Set<string>();
  const visit = (statement: Statement) => {
    for (const expression of expressionsOf(statement)) {
      walkExpression(expression, (part) => {
        if (part.kind === "call") names.add(part.callee);
        if (part.kind === "name" && statement.kind === "layer") names.add(part.name);
      });
    }
  };
  for (const statement of statements) {
    walkStatements(statement.kind === "block" ? statement.body : [statement], visit);
  }
  return names;
}

function tableText(table: SizeTable): string {
  const sizes = table.names.map((name) => {
    const size = table.size(name);
    const entries = table
      .table(name)
      ?.map((entry) => printSize(entry))
      .join(" ");
    return `${name} ${size ? printSize(size) : (entries ?? "")}`;
  });
  const values = [...table.values].map(([name, value]) => `${name}=${value}`);
  const facts = table.facts.map((fact) => demandText(fact, table.names));
  return [...sizes, ...values, ...facts].join(";");
}
