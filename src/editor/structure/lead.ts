import type { Statement } from "../../document/document.ts";

/** The statement with comments and blank lines in front of those it has; its own line stays. */
export function withLead(statement: Statement, lead: readonly string[]): Statement {
  if (lead.length === 0) return statement;
  const { verbatim, ...rest } = statement;
  const whole = { ...rest, lead: [...lead, ...statement.lead] };
  if (verbatim === undefined) return whole;
  const indent = /^ */.exec(verbatim.split("\n")[statement.lead.length] ?? "")?.[0] ?? "";
  const lines = lead.map((line) => (line === "" ? "" : indent + line));
  return { ...whole, verbatim: [...lines, verbatim].join("\n") };
}

/** The statement without the blank lines that it begins with, and those. */
export function splitBlanks(statement: Statement): {
  readonly blanks: readonly string[];
  readonly statement: Statement;
} {
  const count = statement.lead.findIndex((line) => line !== "");
  const blank = count < 0 ? statement.lead.length : count;
  if (blank === 0) return { blanks: [], statement };
  const { verbatim, ...rest } = statement;
  const whole = { ...rest, lead: statement.lead.slice(blank) };
  const kept = verbatim?.split("\n").slice(blank).join("\n");
  return {
    blanks: statement.lead.slice(0, blank),
    statement: kept === undefined ? whole : { ...whole, verbatim: kept },
  };
}

/** The statement with a blank line above it, unless it has one. */
export function setApart(statement: Statement): Statement {
  return statement.lead[0] === "" ? statement : withLead(statement, [""]);
}
