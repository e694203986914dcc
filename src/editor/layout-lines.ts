import type { NodeId } from "../document/document.ts";

const HEADING = /^layout:\s*(#.*)?$/;

/**
 * The text with a call opened (or closed) in place: a line `open NODE` of its `layout:` section,
 * which is begun when there is none and dropped when its last line goes. Nothing else changes.
 */
export function setOpen(text: string, node: NodeId, open: boolean): string {
  const lines = text.split("\n");
  const heading = lines.findIndex((line) => HEADING.test(line));
  if (heading < 0) return open ? withSection(text, node) : text;
  const existing = lines.findIndex((line, at) => at > heading && isOpenLine(line, node));
  if (open === existing >= 0) return text;
  if (open) return insertAfterSection(lines, heading, `  open ${node}`);
  lines.splice(existing, 1);
  return dropEmptySection(lines, heading);
}

/** True when the section opens the call. */
export function isOpen(text: string, node: NodeId): boolean {
  const lines = text.split("\n");
  const heading = lines.findIndex((line) => HEADING.test(line));
  return heading >= 0 && lines.slice(heading).some((line) => isOpenLine(line, node));
}

function isOpenLine(line: string, node: NodeId): boolean {
  const [word, key] = line.trim().split(/\s+/);
  return word === "open" && key === node;
}

function withSection(text: string, node: NodeId): string {
  return `${text.replace(/\n*$/, "")}\n\nlayout:\n  open ${node}\n`;
}

function insertAfterSection(lines: string[], heading: number, line: string): string {
  let last = heading;
  lines.forEach((each, at) => {
    if (at > heading && each.trim() !== "") last = at;
  });
  lines.splice(last + 1, 0, line);
  return lines.join("\n");
}

function dropEmptySection(lines: string[], heading: number): string {
  const kept = lines.slice(heading + 1).some((line) => line.trim() !== "");
  if (kept) return lines.join("\n");
  return `${lines.slice(0, heading).join("\n").replace(/\n*$/, "")}\n`;
}
