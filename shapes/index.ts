export type { ArrayType, Entries } from "./array-type.ts";
export type { Axis, Shape } from "./axis.ts";
export type { Deferred, Outcome, Requirement, SizeConflict } from "./conflict.ts";
export { type Complaint, Cursor, type Reading, reading } from "./cursor.ts";
export { compareSizes, type Verdict } from "./equal.ts";
export type { SizeExpression, SizeFunction, SizeOperator } from "./expression.ts";
export { parseSize, readSize, readTightSize } from "./parse.ts";
export { parseShape } from "./parse-shape.ts";
export {
  expressionTex,
  printExpressionForPeople,
  printSize,
  sizeExpression,
  sizeTex,
} from "./print.ts";
export { printSizeExpression } from "./print-expression.ts";
export { printShape } from "./print-shape.ts";
export {
  type Example,
  explain,
  explainExample,
  type Problem,
  type ShapeProblem,
  type SizeProblem,
} from "./problem.ts";
export { isAtLeast, rangeOf, type SizeRange } from "./range.ts";
export {
  add,
  ceilDivide,
  constant,
  constantValue,
  divideExactly,
  entryName,
  evaluate,
  floorDivide,
  isPolynomial,
  maximum,
  minimum,
  modulo,
  multiply,
  power,
  type Size,
  SizeLimitError,
  substitute,
  subtract,
  symbol,
  symbolsOf,
  tableEntry,
  unlessTooLarge,
} from "./size.ts";
export { type SizeScope, sizeOf } from "./size-of.ts";
export { SizeSolver, type SizeSystem, solve } from "./solve.ts";
export { agreeOnAxes, axisNamed, unifyShapes } from "./unify.ts";
export {
  paddedSize,
  sameWindowCount,
  sliceCount,
  transposedSize,
  type Window,
  windowCount,
  windowCountRoundedUp,
  windowReach,
} from "./window.ts";
