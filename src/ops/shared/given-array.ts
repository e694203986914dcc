import type { ArrayType } from "../../../shapes/array-type.ts";
import type { Claims } from "../op.ts";
import { hasAxis, namesOf } from "./axes.ts";
import { quoted } from "./phrase.ts";

/** An array that is given by keyword in place of a learned one. */
export interface GivenArray {
  readonly callee: string;
  readonly keyword: string;
  readonly array: ArrayType;
}

/** The axes of these names, which the operation uses up and so demands. */
export function usedUp(
  { callee, keyword, array }: GivenArray,
  names: readonly string[],
  claims: Claims,
): readonly string[] {
  const missing = names.find((name) => !hasAxis(array.shape, name));
  if (missing !== undefined) {
    const has = namesOf(array.shape);
    const shape = `[${has.join(" ")}]`;
    const title = `The ${keyword} of \`${callee}\` should have ${quoted(names)}, but ${shape} lacks \`${missing}\`.`;
    claims.fail("S13", title, `option ${keyword}`, { kind: "given array", needs: names, has });
  }
  return names.filter((name) => hasAxis(array.shape, name));
}
