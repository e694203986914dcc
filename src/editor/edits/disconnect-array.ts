import { printVerbatim } from "../../language/print.ts";
import type { Edit, EditContext } from "../edit.ts";
import { withUsesReplaced } from "./consumers.ts";
import { UNKNOWN } from "./expression-tree.ts";
import { finish, refuse } from "./finish.ts";
import { fitShapes } from "./fit-shapes.ts";
import { type ArrayRef, placeOf, typedArray } from "./scope.ts";

/** Takes an array off everything that reads it, which then has `?` in its place. */
export function disconnectArray(
  context: EditContext,
  { array }: { readonly array: ArrayRef },
): Edit {
  const { document } = context;
  const place = placeOf(document, array.definition);
  if (typeof place === "string") return refuse(place);
  const value = typedArray(context.typed, array);
  const name = value === undefined ? array.array : value.name;
  if (name === undefined) {
    return refuse("This result stands inside the operation that reads it; give it a name first.");
  }
  const changed = withUsesReplaced(document, place, name, UNKNOWN);
  if (printVerbatim(changed) === printVerbatim(document)) {
    return refuse(`Nothing reads \`${name}\` that could do without it.`);
  }
  return finish(context, {
    document: fitShapes(context, changed, []),
    label: `Disconnected ${name} from all that read it`,
  });
}
