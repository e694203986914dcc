import { OPS, STATEMENTS } from "../../ops/index.ts";
import type { Op, OpExample, StatementFace } from "../../ops/op.ts";
import { FAMILY_TITLES } from "../family-titles.ts";
import { type Convention, STRUCTURE_CONVENTIONS, WIRE_CONVENTIONS } from "./conventions.ts";
import { FIGURE_CONVENTIONS } from "./figure-conventions.ts";
import { LOOP_CONVENTIONS } from "./loop-conventions.ts";

/** A sign of the notation with what it means, and diagrams that show it in each variant. */
export interface Specimen {
  readonly id: string;
  readonly name: string;
  readonly meaning: string;
  readonly examples: readonly SpecimenExample[];
}

/** A small diagram as text of the language, and the line of it that is shown. */
export interface SpecimenExample {
  readonly text: string;
  readonly line: string;
}

/** Specimens under one heading. */
export interface SpecimenGroup {
  readonly title: string;
  readonly specimens: readonly Specimen[];
}

/** Everything that the notation draws: its conventions, then every operation by family. */
export const SPECIMENS: readonly SpecimenGroup[] = [
  { title: "Wires and arrays", specimens: WIRE_CONVENTIONS.map(ofConvention) },
  { title: "Structure", specimens: STRUCTURE_CONVENTIONS.map(ofConvention) },
  { title: "Loops and memory", specimens: LOOP_CONVENTIONS.map(ofConvention) },
  { title: "Several diagrams and rows", specimens: FIGURE_CONVENTIONS.map(ofConvention) },
  ...Object.entries(FAMILY_TITLES).map(([family, title]) => ({
    title,
    specimens: [
      ...(family === "arrays" ? STATEMENTS.map(ofStatement) : []),
      ...OPS.filter((op: Op) => op.family === family).map(ofOp),
    ],
  })),
];

function ofConvention({ name, meaning, text }: Convention): Specimen {
  const lines = text.split("\n");
  const line = lines.find((each) => each.includes("=") && !/^(size|block)/.test(each.trim()));
  const example = { text: `${text}\n`, line: (line ?? lines[0] ?? "").trim() };
  return { id: `convention ${name}`, name, meaning, examples: [example] };
}

function ofStatement({ name, title, summary, example }: StatementFace): Specimen {
  return { id: `statement ${name}`, name: title, meaning: summary, examples: [ofExample(example)] };
}

function ofOp({ name, operator, title, summary, examples }: Op): Specimen {
  const id = `operation ${name} ${operator ?? ""}`.trim();
  return { id, name: title, meaning: summary, examples: examples.map(ofExample) };
}

function ofExample({ given, text }: OpExample): SpecimenExample {
  return { text: `${given}\n${text}\n`, line: text };
}
