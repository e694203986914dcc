import type { Document, LayoutLine, Port, Statement } from "../../document/document.ts";
import { isNameLine } from "../../document/name-line.ts";
import type { Edit, EditContext } from "../edit.ts";
import {
  anew,
  type DefinitionPlace,
  definitionOf,
  mapStatements,
  type TreePath,
} from "./document-tree.ts";
import { mapExpression, mapExpressions } from "./expression-tree.ts";
import { finish, refuse } from "./finish.ts";
import { replaced } from "./layout-section.ts";
import { nameOperand } from "./name-operand.ts";
import { arrayNames, nameComplaint, namesUsed, reservedComplaint } from "./names.ts";
import { type ArrayRef, makerOf, placeOf, typedArray } from "./scope.ts";
import { unreadMention } from "./unread-line.ts";

/** Renames an array everywhere in its definition; an unnamed result gets a line of its own. */
export function renameArray(
  context: EditContext,
  { array, name }: { readonly array: ArrayRef; readonly name: string },
): Edit {
  const { document, typed } = context;
  const value = typedArray(typed, array);
  if (value !== undefined && value.name === undefined) {
    return nameOperand(context, { node: value.maker, name });
  }
  const place = placeOf(document, array.definition);
  if (typeof place === "string") return refuse(place);
  const old = value?.name ?? array.array;
  const complaint = renamingComplaint(document, place, old, name);
  if (complaint !== undefined) return refuse(complaint);
  const renamed = withArrayNamed(document, place, old, name);
  const maker = makerOf(renamed, place, name);
  return finish(context, {
    document: renamed,
    label: `Renamed ${old} to ${name}`,
    ...(maker && { select: [maker.statement.id] }),
  });
}

function renamingComplaint(
  document: Document,
  place: DefinitionPlace,
  old: string,
  name: string,
): string | undefined {
  if (!namesUsed(document, place).has(old)) return `There is no array named \`${old}\` here.`;
  if (name === old) return `This array is called \`${old}\` already.`;
  const complaint = nameComplaint(name) ?? reservedComplaint(name, "an array");
  if (complaint !== undefined) return complaint;
  if (arrayNames(document, place).has(name)) {
    return `\`${name}\` is already an array here; choose another name.`;
  }
  const unread = unreadMention(document, old, place) ?? unreadMention(document, name, place);
  if (unread !== undefined) return unread;
  return namesUsed(document, place).has(name)
    ? `\`${name}\` stands for a size here, and an array of that name would take its place; choose another name.`
    : undefined;
}

/** The document with an array under another name, without reading back. */
function withArrayNamed(
  document: Document,
  place: DefinitionPlace,
  old: string,
  name: string,
): Document {
  const isIn = (path: TreePath) => definitionOf(document, path).body.join() === place.body.join();
  const renamed = mapStatements(document, (statement, path) => {
    const isOwnLine = statement.kind === "block" && path.join() !== place.body.join();
    return isIn(path) && !isOwnLine ? renamedIn(statement, old, name) : statement;
  });
  return { ...renamed, layout: document.layout.map((line) => relabelled(line, place, old, name)) };
}

function renamedIn(statement: Statement, old: string, name: string): Statement {
  const ports = withPorts(statement, (port) => (port.name === old ? { ...port, name } : port));
  return mapExpressions(ports, (expression) =>
    mapExpression(expression, (part) =>
      part.kind === "name" && part.name === old ? { ...part, name } : part,
    ),
  );
}

/** The statement with its ports changed, or the same one. */
export function withPorts(statement: Statement, change: <P extends Port>(port: P) => P): Statement {
  const all = <P extends Port>(ports: readonly P[]): readonly P[] => ports.map((p) => change(p));
  const isSame = (a: readonly Port[], b: readonly Port[]) => a.every((port, i) => port === b[i]);
  switch (statement.kind) {
    case "input":
    case "output": {
      const ports = all(statement.ports);
      return isSame(ports, statement.ports) ? statement : { ...statement, ports };
    }
    case "weight": {
      const ports = all(statement.ports);
      return isSame(ports, statement.ports) ? statement : { ...statement, ports };
    }
    case "array": {
      const results = all(statement.results);
      return isSame(results, statement.results) ? statement : { ...statement, results };
    }
    case "each":
    case "collect": {
      const port = change(statement.port);
      return port === statement.port ? statement : { ...statement, port };
    }
    case "carry": {
      const [port, to] = [change(statement.port), change(statement.to)];
      return port === statement.port && to === statement.to
        ? statement
        : { ...statement, port, to };
    }
    case "block":
    case "custom": {
      const [inputs, outputs] = [all(statement.inputs), all(statement.outputs)];
      return isSame(inputs, statement.inputs) && isSame(outputs, statement.outputs)
        ? statement
        : { ...statement, inputs, outputs };
    }
    default:
      return statement;
  }
}

function relabelled(
  line: LayoutLine,
  place: DefinitionPlace,
  old: string,
  name: string,
): LayoutLine {
  const isOurs = isNameLine(line) && line.of === "array" && line.block === place.name;
  if (isOurs) return line.name === old ? anew({ ...line, name }) : line;
  const scope = place.name === "" ? "" : `${place.name}/`;
  return replaced(line, (key) => (key === `${scope}${old}` ? `${scope}${name}` : key));
}
