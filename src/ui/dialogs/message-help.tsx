import { type ReactNode, useMemo } from "react";
import { changedText } from "../../document/fix.ts";
import { fixContext } from "../../editor/fixes/context.ts";
import { fixesOf } from "../../editor/fixes/fixes.ts";
import type { MessageEntry } from "../../editor/help/message-entries.ts";
import { InlineText } from "../inline-text.tsx";
import { ExamplePicture } from "./example-picture.tsx";

/** One message: what it says about a small diagram, why, and what repairs that. */
export function MessageHelp({ entry }: { readonly entry: MessageEntry }): ReactNode {
  const { code, title, cause, broken } = entry;
  const said = useMemo(() => explain(broken), [broken]);
  return (
    <>
      <h3>
        {title} <span className="hint">{code}</span>
      </h3>
      <p>{cause}</p>
      <section aria-label="Example of the mistake">
        <h4>For example</h4>
        <pre className="help-code">{broken.trimEnd()}</pre>
        <p className="help-said">
          <b>
            <InlineText text={said.title} />
          </b>{" "}
          <InlineText text={said.why.join(" ")} />
        </p>
      </section>
      <section aria-label="What repairs it">
        <h4>What repairs it</h4>
        <ul>
          {said.fixes.map((fix) => (
            <li key={fix}>
              <InlineText text={fix} />
            </li>
          ))}
        </ul>
        {said.repaired !== undefined && (
          <>
            <ExamplePicture text={said.repaired} title={`${title}, repaired`} />
            <pre className="help-code">{said.repaired.trimEnd()}</pre>
          </>
        )}
      </section>
    </>
  );
}

interface Explained {
  readonly title: string;
  readonly why: readonly string[];
  readonly fixes: readonly string[];
  /** The text after the first fix. */
  readonly repaired: string | undefined;
}

function explain(text: string): Explained {
  const context = fixContext(text);
  const [diagnostic] = context.diagnostics;
  if (diagnostic === undefined) return { title: "", why: [], fixes: [], repaired: undefined };
  const { title, why } = diagnostic;
  const fixes = fixesOf(context, diagnostic);
  const [first] = fixes;
  const repaired = first && changedText(text, first.change);
  return { title, why, fixes: fixes.map((fix) => fix.title), repaired };
}
