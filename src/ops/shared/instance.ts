import { nameTex } from "../../../shapes/name-tex.ts";
import type { DrawnCall } from "../op.ts";

const SINGLE_CAPITAL = /^[A-Z](?:_\w+)?$/;

/** What stands raised beside a bold letter: the name of what it makes, if that is one capital. */
export function instanceTex({ instance }: DrawnCall): string {
  return instance !== undefined && SINGLE_CAPITAL.test(instance) ? nameTex(instance) : "";
}
