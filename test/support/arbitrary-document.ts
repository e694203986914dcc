import fc from "fast-check";
import {
  CORNERS,
  type Document,
  type Expression,
  type HeaderLine,
  type LayoutLine,
  type LineText,
  PLATE_COLOURS,
  type Port,
  RELATIONS,
  type SizeDefinition,
  STEP_COLOURS,
  type Statement,
  type WeightPort,
} from "../../src/document/document.ts";
import {
  arbitraryExpression,
  axes,
  axis,
  axisName,
  brackets,
  callee,
  id,
  name,
  size,
} from "./arbitrary-expression.ts";

const loopDepth = { depthIdentifier: "body", maxDepth: 2 } as const;

/** A text with everything that has to be escaped, and no control character but the line break. */
const title = fc
  .string({ unit: fc.constantFrom(..."aé\\\"#<>&'{} \n🎵"), maxLength: 12 })
  .map((text) => text);

/** A comment as it is kept: on one line, without spaces around it. */
const remark = fc
  .string({ unit: fc.constantFrom(...'ab#"\\[<é '), maxLength: 8 })
  .map((text) => text.replace(/^ +| +$/g, ""));

const lead = fc.array(
  fc.oneof(
    fc.constant(""),
    remark.map((text) => `#${text}`),
  ),
  { maxLength: 2 },
);

const around: fc.Arbitrary<LineText> = fc
  .record({ lead, comment: fc.option(remark, { nil: undefined, freq: 4 }) })
  .map(({ lead: above, comment }) =>
    comment === undefined ? { lead: above } : { lead: above, comment },
  );

const port: fc.Arbitrary<Port> = fc
  .record({
    name,
    shape: fc.option(axes, { nil: undefined }),
    of: fc.option(fc.constantFrom("v", "int", "bool", "3"), { nil: undefined, freq: 4 }),
  })
  .map(({ name: written, shape, of }) => ({
    name: written,
    ...(shape && { shape }),
    ...(of !== undefined && { entries: { of } }),
  }));

const ports = fc.array(port, { minLength: 1, maxLength: 3 });

const weightPort: fc.Arbitrary<WeightPort> = fc
  .tuple(port, fc.boolean(), fc.option(arbitraryExpression, { nil: undefined }))
  .map(([learned, frozen, start]) => ({
    ...learned,
    ...(frozen && { frozen }),
    ...(start && { start }),
  }));

const sizeDefinition: fc.Arbitrary<SizeDefinition> = fc.oneof(
  axisName.map((written) => ({ name: written })),
  fc.record({ name: axisName, value: size }),
  fc.record({ name: axisName, table: fc.array(size, { minLength: 1, maxLength: 3 }) }),
);

const layerValue: fc.Arbitrary<Expression> = fc.oneof(
  fc.constant<Expression>({ kind: "unknown", id }),
  fc
    .tuple(
      callee,
      fc.option(brackets, { nil: undefined }),
      fc.array(fc.record({ keyword: fc.constantFrom("eps", "p"), value: arbitraryExpression }), {
        maxLength: 2,
      }),
    )
    .map(
      ([to, inside, args]): Expression => ({
        kind: "call",
        id,
        callee: to,
        ...(inside && { brackets: inside }),
        args,
      }),
    ),
);

type Content = Statement extends infer One
  ? One extends Statement
    ? Omit<One, "id" | keyof LineText>
    : never
  : never;

/** Statements that may stand in any body. */
const plain: fc.Arbitrary<Content> = fc.oneof(
  fc.record({ kind: fc.constant("array" as const), results: ports, value: arbitraryExpression }),
  fc.record({
    kind: fc.constant("array" as const),
    results: ports,
    value: fc.record({
      kind: fc.constant("load" as const),
      id: fc.constant(id),
      memory: name,
      index: size,
    }),
  }),
  fc.record({
    kind: fc.constant("weight" as const),
    ports: fc.array(weightPort, { minLength: 1, maxLength: 2 }),
  }),
  fc
    .record({ kind: fc.constant("layer" as const), name, value: layerValue, frozen: fc.boolean() })
    .map(({ frozen, ...layer }) => (frozen ? { ...layer, frozen } : layer)),
  fc.record({
    kind: fc.constant("multi" as const),
    name,
    axes: fc.array(axisName, { minLength: 1, maxLength: 3 }),
  }),
  fc.record({
    kind: fc.constant("save" as const),
    memory: name,
    index: size,
    value: arbitraryExpression,
  }),
);

const crossing: fc.Arbitrary<Content> = fc.oneof(
  fc.record({ kind: fc.constant("each" as const), port, from: arbitraryExpression }),
  fc.record({ kind: fc.constant("collect" as const), port, from: arbitraryExpression }),
  fc.record({ kind: fc.constant("carry" as const), port, from: arbitraryExpression, to: port }),
);

const topOnly: fc.Arbitrary<Content> = fc.oneof(
  fc.record({
    kind: fc.constant("size" as const),
    sizes: fc.array(sizeDefinition, { minLength: 1, maxLength: 3 }),
  }),
  fc.record({
    kind: fc.constant("require" as const),
    left: size,
    relation: fc.constantFrom("==" as const, ">=" as const, "<=" as const, "divides" as const),
    right: size,
  }),
  fc.record({ kind: fc.constantFrom("input" as const, "output" as const), ports }),
  fc.record({
    kind: fc.constant("custom" as const),
    name,
    inputs: fc.array(port, { maxLength: 2 }),
    outputs: ports,
  }),
);

/** A body's last comments; a blank line after them would belong to what follows the body. */
const trailing = fc.tuple(lead, remark).map(([above, text]) => [...above, `#${text}`]);
const bodyEnd = fc.oneof(
  { weight: 3, arbitrary: fc.constant<string[]>([]) },
  { weight: 1, arbitrary: trailing },
);

function statementOf(content: fc.Arbitrary<Content>): fc.Arbitrary<Statement> {
  // The pieces of one record always belong together, which the checker cannot see through the map.
  return fc.tuple(around, content).map(([text, said]) => ({ id, ...said, ...text }) as Statement);
}

const bodies = fc.letrec<{ loop: Content; inner: readonly Statement[] }>((tie) => ({
  loop: fc.oneof(
    fc
      .record({
        kind: fc.constant("repeat" as const),
        count: size,
        index: fc.option(axisName, { nil: undefined }),
        shared: fc.boolean(),
        body: tie("inner"),
        trailing: bodyEnd,
      })
      .map(({ index, shared, ...loop }) => ({
        ...loop,
        ...(index !== undefined && { index }),
        ...(shared && { shared }),
      })),
    fc
      .record({
        kind: fc.constant("scan" as const),
        axis,
        reverse: fc.boolean(),
        body: tie("inner"),
        trailing: bodyEnd,
      })
      .map(({ reverse, ...loop }) => (reverse ? { ...loop, reverse } : loop)),
  ),
  inner: fc.array(
    fc.oneof(loopDepth, statementOf(fc.oneof(plain, crossing)), statementOf(tie("loop"))),
    { maxLength: 3 },
  ),
}));

const block: fc.Arbitrary<Content> = fc.record({
  kind: fc.constant("block" as const),
  name,
  inputs: fc.array(port, { maxLength: 2 }),
  outputs: ports,
  body: fc.array(statementOf(fc.oneof(plain, plain, bodies.loop)), { maxLength: 4 }),
  trailing: bodyEnd,
});

const headerLine = (content: fc.Arbitrary<Partial<HeaderLine>>): fc.Arbitrary<HeaderLine> =>
  fc.tuple(around, content).map(([text, said]) => ({ ...said, ...text }) as HeaderLine);

const header = fc
  .tuple(
    fc.option(headerLine(fc.record({ kind: fc.constant("diagram" as const), text: title })), {
      nil: undefined,
    }),
    fc.option(headerLine(fc.record({ kind: fc.constant("source" as const), text: title })), {
      nil: undefined,
    }),
    fc.array(headerLine(fc.record({ kind: fc.constant("note" as const), text: title })), {
      maxLength: 2,
    }),
    fc.option(headerLine(fc.record({ kind: fc.constant("main" as const), block: name })), {
      nil: undefined,
    }),
  )
  .map((lines) => lines.flat().filter((line) => line !== undefined));

const layoutContent: fc.Arbitrary<Partial<LayoutLine>> = fc.oneof(
  fc.record({
    kind: fc.constant("theme" as const),
    theme: fc.constantFrom("light" as const, "dark" as const, "print" as const),
  }),
  fc.record({
    kind: fc.constant("place" as const),
    node: fc.constantFrom("A", "F/A.1", "F/repeat:Z"),
    wish: fc.oneof(
      fc.record({ kind: fc.constant("height" as const), dy: fc.integer({ min: -99, max: 99 }) }),
      fc.record({ kind: fc.constant("before" as const), other: fc.constantFrom("B", "F/B'") }),
    ),
  }),
  fc.record({
    kind: fc.constant("detail" as const),
    block: fc.constantFrom("", "F", "arrays"),
    level: fc.constantFrom("axes" as const, "arrays" as const, "blocks" as const),
  }),
  fc.record({
    kind: fc.constant("plate" as const),
    role: fc.constantFrom(...PLATE_COLOURS),
    title: fc.constantFrom("", "Core", 'a "b" \\', "two\nlines"),
    nodes: fc.array(fc.constantFrom("A", "F/A.1"), { minLength: 1, maxLength: 3 }),
  }),
  fc.record({
    kind: fc.constant("plate" as const),
    role: fc.constantFrom(...PLATE_COLOURS),
    cut: fc.subarray([...CORNERS], { minLength: 1 }),
    title: fc.constantFrom("", "Core"),
    nodes: fc.constantFrom(["A"], ["F/swap:Y"], ["cup:A.1", "diagonal:A"]),
  }),
  fc.record(
    {
      kind: fc.constant("picture" as const),
      node: fc.constantFrom("A", "F/X", "F/output:Y"),
      row: fc.nat(9),
      added: fc.constantFrom(...STEP_COLOURS),
    },
    { requiredKeys: ["kind", "node"] },
  ),
  fc.record(
    {
      kind: fc.constant("picture" as const),
      node: fc.constantFrom("A", "F/output:Y"),
      row: fc.nat(9),
      from: fc.constantFrom("B", "F/X"),
      words: fc.constantFrom("", "$G$", "two\nlines"),
    },
    { requiredKeys: ["kind", "node", "from"] },
  ),
  fc.record({
    kind: fc.constant("title" as const),
    node: fc.constantFrom("block:F", "repeat:Z", "F/scan:Y"),
    text: fc.constantFrom("", "Core", "two\nlines", "$\\nu$ and \\$", "a $\nb$ \\"),
  }),
  fc.record(
    {
      kind: fc.constant("callout" as const),
      node: fc.constantFrom("A", "F/A.1"),
      at: fc.record({ dx: fc.integer({ min: -99, max: 99 }), dy: fc.nat(99) }),
      text: fc.constantFrom("", "A remark", "two\nlines # here", '$\\mathbb{R}$ \\"', "$5"),
    },
    { requiredKeys: ["kind", "node", "text"] },
  ),
  fc.record({
    kind: fc.constant("halo" as const),
    block: fc.constantFrom("", "F", "axis"),
    of: fc.constantFrom("axis" as const, "array" as const),
    name: fc.constantFrom("t", "k'", "axis"),
  }),
  fc.record({
    kind: fc.constant("below" as const),
    node: fc.constantFrom("A", "F/A.1", "block:F"),
  }),
  fc.record({
    kind: fc.constant("legend" as const),
    lines: fc.array(fc.constantFrom("k = 64", "\\bar{x} = 28"), { maxLength: 3 }),
  }),
  fc.record({
    kind: fc.constantFrom(
      "equation" as const,
      "columns" as const,
      "guides" as const,
      "cups" as const,
    ),
  }),
  fc.record({
    kind: fc.constant("figure" as const),
    parts: fc
      .array(
        fc.record({
          block: fc.constantFrom("F", "G", "def"),
          relation: fc.oneof(
            fc.record({
              sign: fc.constantFrom(...RELATIONS),
              words: fc.constantFrom("", "×4 Broadcasting", 'a "b" # \\'),
            }),
            fc.record({
              sign: fc.constant("=>" as const),
              words: fc.constantFrom("", "×4"),
              colour: fc.constantFrom(...STEP_COLOURS),
            }),
          ),
        }),
        { minLength: 1, maxLength: 3 },
      )
      .chain(([first = { block: "F" }, ...rest]) =>
        fc.boolean().map((starts) => [starts ? { block: first.block } : first, ...rest]),
      ),
  }),
  fc.record({ kind: fc.constant("wrap" as const), width: fc.constantFrom(0, 120, 0.5, 99.25) }),
  fc.record({
    kind: fc.constant("label" as const),
    block: fc.constant(""),
    of: fc.constantFrom("axis" as const, "array" as const, "size" as const, "custom" as const),
    name: axisName,
    tex: fc.string({ unit: fc.constantFrom(...'a\\"{}# '), maxLength: 8 }),
  }),
);

const layoutLine: fc.Arbitrary<LayoutLine> = fc
  .tuple(around, layoutContent)
  .map(([text, said]) => ({ ...said, ...text }) as LayoutLine);

/** Any document that the language can write, from header to layout section, good or not to typing. */
export const arbitraryDocument: fc.Arbitrary<Document> = fc
  .record({
    header,
    statements: fc.array(statementOf(fc.oneof(topOnly, plain, bodies.loop, block)), {
      maxLength: 5,
    }),
    layout: fc.array(layoutLine, { maxLength: 3 }),
    trailing: lead,
    end: lead,
  })
  .map(({ end, ...document }) =>
    document.layout.length > 0 && end.length > 0 ? { ...document, layoutTrailing: end } : document,
  );
