import type {
  Document,
  Expression,
  HeaderLine,
  LayoutLine,
  Statement,
} from "../../document/document.ts";
import { isNameLine } from "../../document/name-line.ts";
import { expressionsOf, walkExpression } from "../../document/parts.ts";
import type { Edit, EditContext } from "../edit.ts";
import { allStatements, anew, definitionOf, findNode, mapStatements } from "./document-tree.ts";
import { mapExpression, mapExpressions } from "./expression-tree.ts";
import { finish, refuse } from "./finish.ts";
import { replaced } from "./layout-section.ts";
import { nameComplaint, reservedComplaint } from "./names.ts";
import { unreadMention } from "./unread-line.ts";

/** Renames a block or a custom function, with its calls and what the layout says of it. */
export function renameBlock(
  context: EditContext,
  { block, name }: { readonly block: string; readonly name: string },
): Edit {
  const { document } = context;
  const definition = document.statements.find(
    (statement) => isSignature(statement) && statement.name === block,
  );
  if (definition === undefined) return refuse(`There is no block named \`${block}\`.`);
  const complaint = callableComplaint(document, block, name) ?? unreadMention(document, block);
  if (complaint !== undefined) return refuse(complaint);
  const renamed = mapStatements(document, (statement) => {
    const called = withCallee(statement, block, name);
    return statement === definition && isSignature(called) ? { ...called, name } : called;
  });
  const header = document.header.map((line) => remained(line, block, name));
  const layout = document.layout.map((line) => relabelled(line, block, name));
  return finish(context, {
    document: { ...renamed, header, layout },
    label: `Renamed ${block} to ${name}`,
    select: [definition.id],
  });
}

/** Renames a shared layer where it can be called. */
export function renameLayer(
  context: EditContext,
  { layer, name }: { readonly layer: string; readonly name: string },
): Edit {
  const { document } = context;
  const found = findNode(document, layer);
  if (found?.statement.kind !== "layer") return refuse("This layer is no longer in the file.");
  const old = found.statement.name;
  const complaint = callableComplaint(document, old, name) ?? unreadMention(document, old);
  if (complaint !== undefined) return refuse(complaint);
  const home = definitionOf(document, found.path).body.join();
  const renamed = mapStatements(document, (statement, path) => {
    if (statement.id === layer && statement.kind === "layer") return { ...statement, name };
    const isHome = home === "" || definitionOf(document, path).body.join() === home;
    return isHome ? withCallee(statement, old, name) : statement;
  });
  return finish(context, {
    document: renamed,
    label: `Renamed ${old} to ${name}`,
    select: [layer],
  });
}

function isSignature(
  statement: Statement,
): statement is Extract<Statement, { kind: "block" | "custom" }> {
  return statement.kind === "block" || statement.kind === "custom";
}

function callableComplaint(document: Document, old: string, name: string): string | undefined {
  if (name === old) return `It is called \`${old}\` already.`;
  const complaint = nameComplaint(name) ?? reservedComplaint(name, "a layer or a block");
  if (complaint !== undefined) return complaint;
  for (const { statement } of allStatements(document)) {
    const isCallable = isSignature(statement) || statement.kind === "layer";
    if (isCallable && statement.name === name) {
      return `\`${name}\` is already a ${statement.kind === "layer" ? "layer" : "block"} of the file; choose another name.`;
    }
    if (calls(statement, name)) {
      return `\`${name}\` is called in this file as an operation, which the new name would replace; choose another name.`;
    }
  }
  return undefined;
}

function calls(statement: Statement, name: string): boolean {
  let found = false;
  for (const expression of expressionsOf(statement)) {
    walkExpression(expression, (part) => {
      if (part.kind === "call" && part.callee === name) found = true;
    });
  }
  return found;
}

function withCallee(statement: Statement, old: string, name: string): Statement {
  return mapExpressions(statement, (expression) => renamedCalls(expression, old, name));
}

function renamedCalls(expression: Expression, old: string, name: string): Expression {
  return mapExpression(expression, (part) => {
    if (part.kind !== "call" || part.callee !== old) return part;
    const args = part.args.map((argument) => ({
      ...argument,
      value: renamedCalls(argument.value, old, name),
    }));
    return { ...part, callee: name, args };
  });
}

function remained(line: HeaderLine, block: string, name: string): HeaderLine {
  return line.kind === "main" && line.block === block ? anew({ ...line, block: name }) : line;
}

function relabelled(line: LayoutLine, block: string, name: string): LayoutLine {
  if (line.kind === "label" && line.of === "custom") {
    return line.name === block ? anew({ ...line, name }) : line;
  }
  if (isNameLine(line) || line.kind === "detail") {
    return line.block === block ? anew({ ...line, block: name }) : line;
  }
  if (line.kind === "figure") {
    const parts = line.parts.map((part) =>
      part.block === block ? { ...part, block: name } : part,
    );
    const isNamed = line.parts.some((part) => part.block === block);
    return isNamed ? anew({ ...line, parts }) : line;
  }
  return replaced(line, (key) =>
    key.startsWith(`${block}/`) ? name + key.slice(block.length) : key,
  );
}
