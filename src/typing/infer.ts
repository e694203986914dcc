import { printSize } from "../../shapes/print.ts";
import { evaluate, type Size } from "../../shapes/size.ts";
import type { Diagnostic } from "../document/diagnostic.ts";
import type { Document, Statement } from "../document/document.ts";
import { findOp, OPS } from "../ops/index.ts";
import { cachedCheck } from "./cache.ts";
import type { Callee } from "./callee.ts";
import { configureSizes, type SizeSettings } from "./configure.ts";
import { type Checked, checkDefinition } from "./definition.ts";
import type { TypedDefinition, TypedDiagram } from "./diagram.ts";
import { digest, meaningOf } from "./digest.ts";
import { expressionsOf, walkExpression, walkStatements } from "./mentions.ts";
import { definedTwice, unknownBlock } from "./name-messages.ts";
import { nearestName } from "./nearest.ts";
import { readSizeTable, type SizeTable, type Tell, tellInto } from "./size-table.ts";
import { sortDiagnostics } from "./sort-diagnostics.ts";

/** What is set from outside the file: sizes, and the block that is the picture. */
export interface Settings {
  readonly sizes: SizeSettings;
  readonly main?: string;
}

type Block = Extract<Statement, { kind: "block" | "custom" }>;

/** Types every array of a document as far as possible and collects everything that is wrong. */
export function inferDiagram(
  document: Document,
  settings: Settings = { sizes: new Map() },
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
  const file = new FileChecker(document, blocks, table);
  const checked = new Map<string, Checked>();
  for (const name of blocks.keys()) {
    const found = file.check(name);
    if (found !== "recursive") checked.set(name, found);
  }
  const topChecked = file.checkTop(top);
  checked.set("", topChecked);
  const inOrder = [...blocks.keys(), ""].flatMap((name) => checked.get(name)?.diagnostics ?? []);
  const definitions = new Map<string, TypedDefinition>();
  for (const [name, { definition }] of checked) definitions.set(name, definition);
  return {
    main: definitions.get(mainName) ?? topChecked.definition,
    definitions,
    sizes: table.records,
    diagnostics: sortDiagnostics(document, [...diagnostics, ...inOrder]),
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
    tell(unknownBlock(wanted, nearestName(wanted, blocks.keys())), { part: "main" });
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
  private readonly tableText: string;
  private readonly labels = new Map<string, Map<string, string>>();
  private readonly checked = new Map<string, Checked>();
  private readonly path: string[] = [];
  private readonly keys = new Map<string, string | undefined>();
  private readonly names: readonly string[];

  constructor(document: Document, blocks: ReadonlyMap<string, Block>, table: SizeTable) {
    this.blocks = blocks;
    this.table = table;
    this.tableText = tableText(table);
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

  /** The block of that name, unless it is being checked right now. */
  check(name: string): Checked | "recursive" {
    const known = this.checked.get(name);
    if (known) return known;
    const block = this.blocks.get(name);
    if (!block || this.path.includes(name)) return "recursive";
    this.path.push(name);
    const key = this.keyOf(name, []);
    const checked = cachedCheck(key, () =>
      checkDefinition(
        {
          name,
          statements: block.kind === "block" ? block.body : [],
          ports: { statement: block, inputs: block.inputs, outputs: block.outputs },
          hash: key ?? digest(`${meaningOf(block)} ${this.path.join(" ")}`),
        },
        this.around(name),
      ),
    );
    this.path.pop();
    this.checked.set(name, checked);
    return checked;
  }

  /** The statements outside blocks. */
  checkTop(statements: readonly Statement[]): Checked {
    const key = this.keyOfStatements("", statements, []);
    return cachedCheck(key, () =>
      checkDefinition({ name: "", statements, hash: key ?? "" }, this.around("")),
    );
  }

  private around(name: string) {
    return {
      table: this.table,
      callee: (callee: string) => this.callee(callee),
      isBlock: (callee: string) => this.blocks.has(callee),
      calleeNames: this.names,
      labels: this.labels.get(name) ?? new Map<string, string>(),
    };
  }

  private callee(name: string): Callee | undefined {
    if (!this.blocks.has(name)) {
      const op = findOp(name);
      return op && { kind: "op", op };
    }
    const checked = this.check(name);
    if (checked !== "recursive") return { kind: "block", signature: checked.signature };
    const from = this.path.indexOf(name);
    return { kind: "recursive", path: [...this.path.slice(from), name] };
  }

  /** Equal for equal content, callees and sizes included; nothing for a block that contains itself. */
  private keyOf(name: string, path: readonly string[]): string | undefined {
    if (path.includes(name)) return undefined;
    if (this.keys.has(name)) return this.keys.get(name);
    const block = this.blocks.get(name);
    const key = block && this.keyOfStatements(name, [block], [...path, name]);
    this.keys.set(name, key);
    return key;
  }

  private keyOfStatements(
    name: string,
    statements: readonly Statement[],
    path: readonly string[],
  ): string | undefined {
    const parts = [name, this.tableText, ...statements.map(meaningOf)];
    for (const [axis, tex] of this.labels.get(name) ?? []) parts.push(axis, tex);
    for (const callee of calleesIn(statements)) {
      if (!this.blocks.has(callee)) continue;
      const key = this.keyOf(callee, path);
      if (key === undefined) return undefined;
      parts.push(callee, key);
    }
    parts.push([...this.blocks.keys()].join(" "));
    return digest(parts.join("\n"));
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
  return [...sizes, ...values].join(";");
}
