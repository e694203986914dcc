import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { findOp, findOperator, nearestOp, OPS, STATEMENTS } from "../../src/ops/index.ts";
import type { Op } from "../../src/ops/op.ts";

const FOLDER = join(import.meta.dirname, "../../src/ops");
/** Files that hold no operation, or many of one form. */
const OTHER_FILES = ["index", "op", "pointwise", "reductions"];
/** Their file is a table, so that no file has their name. */
const FROM_TABLES = 34 + 14;

const operations: readonly Op[] = OPS;
const statements: readonly string[] = STATEMENTS.map((face) => face.name);
const words = operations.map((op) => op.name);

describe("the list of operations", () => {
  test("names every operation once", () => {
    expect(new Set(words).size).toBe(words.length);
  });

  test("has every file of the folder, and the operation has the file's name", () => {
    const files = readdirSync(FOLDER, { withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
      .map((entry) => entry.name.slice(0, -".ts".length))
      .filter((name) => !OTHER_FILES.includes(name) && !statements.includes(name));
    const named = files.map((file) => file.replace(/-op$/, "").replaceAll("-", "_"));
    expect(named.filter((name) => !words.includes(name))).toEqual([]);
    expect(operations.length - named.length).toBe(FROM_TABLES);
  });

  test("keeps families together in the order of the palette", () => {
    const runs = operations
      .map((op) => op.family)
      .filter((family, i, all) => family !== all[i - 1]);
    expect(new Set(runs).size).toBe(runs.length);
  });

  test("gives every operation one plain sentence", () => {
    for (const op of operations) {
      expect(op.summary, op.name).toMatch(/^[^\n]{10,100}\.$/);
      expect(op.title, op.name).toMatch(/^\S.*\S$/);
    }
  });
});

describe("looking up operations", () => {
  test("finds an operation by its word", () => {
    expect(findOp("softmax")?.title).toBe("Softmax");
    expect(findOp("relu")?.name).toBe("relu");
    expect(findOp("sum")?.name).toBe("sum");
  });

  test("finds no operation of a later version, of a sign, or of an object's own keys", () => {
    for (const name of ["fft", "add", "not", "toString", "__proto__", ""]) {
      expect(findOp(name), name).toBeUndefined();
    }
  });

  test("tells a minus between arrays from one before an array", () => {
    expect(findOperator("-", "infix")?.name).toBe("subtract");
    expect(findOperator("-", "prefix")?.name).toBe("negate");
    expect(findOperator("not", "prefix")?.name).toBe("not");
    expect(findOperator("+", "prefix")).toBeUndefined();
  });

  test("has an operation for every sign of the language", () => {
    const signs = ["+", "-", "*", "/", "^", "<", "<=", ">", ">=", "==", "!=", "and", "or"];
    expect(signs.filter((sign) => !findOperator(sign, "infix"))).toEqual([]);
  });

  test.each([
    ["LayerNorm", "layer_norm"],
    ["einsum", "dot"],
    ["cat", "concat"],
    ["SoftMax", "softmax"],
    ["Linear", "linear"],
    ["fully_connected", "linear"],
    ["swish", "silu"],
  ])("takes %s for %s", (name, nearest) => {
    expect(nearestOp(name)?.name).toBe(nearest);
  });

  test.each(["fft", "zebra", "x", ""])("takes %j for nothing", (name) => {
    expect(nearestOp(name)).toBeUndefined();
  });
});
