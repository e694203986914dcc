import { describe, expect, it } from "vitest";
import { disconnectArray } from "../../../src/editor/edits/disconnect-array.ts";
import { changes, edited, refusal } from "../../support/edit-laws.ts";

const TEXT = `
input A[y k], B[x k]
S[y x] = dot[k](A, B)
P[y x] = softmax[x](S)
T[y x] = tanh(S) + S
output T
`;

const off = (array: string) => (context: Parameters<typeof disconnectArray>[0]) =>
  disconnectArray(context, { array: { definition: "", array } });

describe("an array taken off all that read it", () => {
  it("leaves a question mark at every place", () => {
    expect(changes(TEXT, off("S"))).toEqual([
      "- P[y x] = softmax[x](S)",
      "- T[y x] = tanh(S) + S",
      "+ P[y x] = softmax[x](?)",
      "+ T[y x] = tanh(?) + ?",
    ]);
    expect(edited(TEXT, off("S")).label).toBe("Disconnected S from all that read it");
  });

  it("is refused where nothing reads it, or where it has no name", () => {
    expect(refusal(TEXT, off("P"))).toBe("Nothing reads `P` that could do without it.");
    expect(refusal(TEXT, off("T.1:0"))).toBe(
      "This result stands inside the operation that reads it; give it a name first.",
    );
  });
});
