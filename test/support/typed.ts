import type { Diagnostic, Place } from "../../src/document/diagnostic.ts";
import { parse } from "../../src/language/parse.ts";
import { valueText } from "../../src/typing/describe.ts";
import type { TypedDiagram, TypedNode } from "../../src/typing/diagram.ts";
import { inferDiagram, type Settings } from "../../src/typing/infer.ts";
import { requirementText } from "../../src/typing/requirement.ts";

/** A text with everything that typing says about it. */
export interface Typed {
  readonly diagram: TypedDiagram;
  /** One line an array, in the order of the nodes: `Attention: Q[y k h]`. */
  readonly types: readonly string[];
  /** What sizes have to fulfil: `Attention requires `h` divides `m``. */
  readonly requirements: readonly string[];
  /** Diagnostics of typing as `3:5 S01 title`, then their reasons, indented. */
  readonly problems: readonly string[];
  /** What the diagnostics of typing say at other places, as `3:5 text`. */
  readonly labels: readonly string[];
  /** The problems of the parser. */
  readonly faults: readonly string[];
}

/** Parses and types a text; common indentation is taken off. */
export function typed(text: string, settings: Partial<Settings> = {}): Typed {
  const { document, diagnostics, source } = parse(dedent(text));
  const diagram = inferDiagram(document, { sizes: new Map(), ...settings });
  const textOf = ({ node, part, span: own }: Place) => {
    const span = own ?? source.get(`${node}#${part}`) ?? source.get(node ?? "");
    return span ? `${span.line}:${span.column}` : "-";
  };
  const line = ({ place, code, severity, title, why }: Diagnostic) => {
    const level = severity === "error" ? "" : ` ${severity}`;
    return [`${textOf(place)} ${code}${level} ${title}`, ...why.map((reason) => `  ${reason}`)];
  };
  return {
    diagram,
    types: typesOf(diagram),
    requirements: requirementsOf(diagram),
    problems: diagram.diagnostics.flatMap(line),
    labels: diagram.diagnostics.flatMap(({ labels = [] }) =>
      labels.map(({ at, text: says }) => `${textOf(at)} ${says}`),
    ),
    faults: diagnostics.flatMap(line),
  };
}

/** Takes off the indentation that all lines share, and the empty first line of a template. */
export function dedent(text: string): string {
  const lines = text.replace(/^\n/, "").split("\n");
  const indents = lines.filter((line) => line.trim() !== "").map((line) => line.search(/\S/));
  const common = Math.min(...indents);
  return lines.map((line) => line.slice(Number.isFinite(common) ? common : 0)).join("\n");
}

function requirementsOf(diagram: TypedDiagram): readonly string[] {
  return [...diagram.definitions.values()].flatMap(({ name, requirements }) =>
    requirements.map((requirement) => {
      const text = requirementText(requirement, [...diagram.sizes.keys()]);
      return `${name === "" ? "" : `${name} `}requires ${text}`;
    }),
  );
}

function typesOf(diagram: TypedDiagram): readonly string[] {
  const order = [...diagram.sizes.keys()];
  const lines: string[] = [];
  for (const { name, inputs, nodes } of diagram.definitions.values()) {
    const prefix = name === "" ? "" : `${name}: `;
    const add = (node: TypedNode) => {
      if (node.kind === "loop") for (const inner of node.nodes) add(inner);
      for (const value of node.results) {
        if (value.name !== undefined) lines.push(`${prefix}${valueText(value, order)}`);
      }
    };
    for (const value of name === "" ? [] : inputs)
      lines.push(`${prefix}${valueText(value, order)}`);
    for (const node of nodes) add(node);
  }
  return lines;
}
