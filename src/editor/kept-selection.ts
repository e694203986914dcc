import { DIAGRAM, type Selection } from "./selection.ts";

/** A selection that was stored; nothing selected where it cannot be read. */
export function readSelection(kept: unknown): Selection {
  const word = (name: string): string => {
    const value: unknown =
      typeof kept === "object" && kept !== null
        ? Object.getOwnPropertyDescriptor(kept, name)?.value
        : undefined;
    return typeof value === "string" ? value : "";
  };
  const definition = word("definition");
  const [path, array, axis, at] = [word("path"), word("array"), word("axis"), word("at")];
  switch (word("kind")) {
    case "operation":
      return { kind: "operation", id: word("id"), definition, node: word("node") };
    case "array":
      return { kind: "array", path, definition, array };
    case "strand":
      return { kind: "strand", path, definition, array, axis, ...(at !== "" && { at }) };
    default:
      return DIAGRAM;
  }
}
