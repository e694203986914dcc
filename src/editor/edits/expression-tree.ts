import type { Expression, NodeId, Statement } from "../../document/document.ts";
import { operandsOf, withOperands } from "../../document/parts.ts";

/** `?`, where a value is not given yet. */
export const UNKNOWN: Expression = { kind: "unknown", id: "" };

/** A bare name, before it has an id. */
export function nameExpression(name: string): Expression {
  return { kind: "name", id: "", name };
}

/** The expression with every part replaced for which `change` gives another, outermost first. */
export function mapExpression(
  expression: Expression,
  change: (part: Expression) => Expression,
): Expression {
  const changed = change(expression);
  if (changed !== expression) return changed;
  const operands = operandsOf(expression);
  const mapped = operands.map((operand) => mapExpression(operand, change));
  return mapped.every((operand, index) => operand === operands[index])
    ? expression
    : withOperands(expression, mapped);
}

/** The statement with its expressions changed, or the same one. */
export function mapExpressions(
  statement: Statement,
  change: (expression: Expression) => Expression,
): Statement {
  switch (statement.kind) {
    case "array":
    case "layer":
    case "save": {
      const value = change(statement.value);
      return value === statement.value ? statement : { ...statement, value };
    }
    case "each":
    case "carry":
    case "collect": {
      const from = change(statement.from);
      return from === statement.from ? statement : { ...statement, from };
    }
    case "weight": {
      const ports = statement.ports.map((port) => {
        const start = port.start && change(port.start);
        return start === undefined || start === port.start ? port : { ...port, start };
      });
      return ports.every((port, index) => port === statement.ports[index])
        ? statement
        : { ...statement, ports };
    }
    default:
      return statement;
  }
}

/** The statement with one of its expressions, or a part of one, replaced. */
export function replaceExpression(
  statement: Statement,
  id: NodeId,
  by: (old: Expression) => Expression,
): Statement {
  const replaced = mapExpressions(statement, (expression) =>
    mapExpression(expression, (part) => (part.id === id ? by(part) : part)),
  );
  return replaced === statement ? statement : identifiedAnew(replaced);
}

/** The statement with new ids for what has none; the parts that it had before keep theirs. */
export function identifiedAnew<Line extends Statement>(statement: Line): Line {
  const taken = new Set<NodeId>([statement.id]);
  const note = (part: Expression): Expression => {
    taken.add(part.id);
    return part;
  };
  mapExpressions(statement, (expression) => mapExpression(expression, note));
  let count = 0;
  const fresh = (): NodeId => {
    do count += 1;
    while (taken.has(`${statement.id}+${count}`));
    return `${statement.id}+${count}`;
  };
  const give = (part: Expression): Expression => {
    const operands = operandsOf(part);
    const given = operands.map(give);
    const same = given.every((operand, index) => operand === operands[index]);
    const filled = same ? part : withOperands(part, given);
    return filled.id === "" ? { ...filled, id: fresh() } : filled;
  };
  // The kind of a statement does not change with its expressions.
  return mapExpressions(statement, give) as Line;
}

/** The statement with ids for its expressions that follow from its own. */
export function identified<Line extends Statement>(statement: Line): Line {
  const { id } = statement;
  switch (statement.kind) {
    case "array":
    case "layer":
      return { ...statement, value: numbered(statement.value, id) };
    case "save":
      return { ...statement, value: numbered(statement.value, `${id}.1`) };
    case "each":
    case "carry":
    case "collect":
      return { ...statement, from: numbered(statement.from, `${id}.1`) };
    case "weight": {
      const ports = statement.ports.map((port, index) =>
        port.start ? { ...port, start: numbered(port.start, `${id}.${index + 1}`) } : port,
      );
      return { ...statement, ports };
    }
    default:
      return statement;
  }
}

function numbered(expression: Expression, id: NodeId): Expression {
  const operands = operandsOf(expression).map((operand, index) =>
    numbered(operand, `${id}.${index + 1}`),
  );
  return withOperands({ ...expression, id }, operands);
}
