import type { Checking } from "./checking.ts";
import { digest } from "./digest.ts";
import { requirementKey } from "./requirement.ts";

/** Grows whenever something is learned that could make a later statement of the definition go otherwise. */
export function lessonsOf(checking: Checking): number {
  const { scope, sizes } = checking;
  return (
    scope.axes.size +
    scope.flexible.size +
    scope.disputed.size +
    sizes.history.length +
    checking.diagnostics.length +
    checking.misplaced.size +
    checking.silences +
    checking.factors.size +
    checking.memory.size +
    checking.loads.length +
    checking.openEntries.length +
    (checking.suspect ? 1 : 0)
  );
}

/** A digest of all that is known where the first statement of a definition is typed. */
export function startOf(checking: Checking): string {
  const { scope, requirements, sizes } = checking;
  const parts = [scope.definition, checking.surroundings, String(checking.suspect)];
  for (const { name, size } of scope.axes.values()) parts.push(name, String(size.uid));
  parts.push("flexible", ...scope.flexible, "written", ...scope.written);
  parts.push("disputed", ...scope.disputed, "said");
  for (const { code, title, place } of checking.diagnostics) {
    parts.push(code, title, place.node ?? "", place.part ?? "");
  }
  parts.push("misplaced", JSON.stringify([...checking.misplaced.values()]));
  parts.push("broken", ...checking.broken, "stated");
  for (const each of requirements) if (each.stated) parts.push(requirementKey(each));
  parts.push("history", sizes.history.join(" "));
  return digest(parts.join("\n"));
}
