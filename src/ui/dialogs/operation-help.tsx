import type { ReactNode } from "react";
import { signatureText } from "../../editor/help/signature.ts";
import type { Op } from "../../ops/op.ts";
import { ExamplePicture } from "./example-picture.tsx";

/** One operation: how it is written, what it does, and how it is drawn. */
export function OperationHelp({ op }: { readonly op: Op }): ReactNode {
  const options = Object.entries(op.brackets.options);
  const also = op.synonyms ?? [];
  return (
    <>
      <h3>{op.title}</h3>
      <p>{op.summary}</p>
      <pre className="help-code">{signatureText(op)}</pre>
      {options.length > 0 && (
        <table className="table help-options">
          <caption className="label">Options</caption>
          <tbody>
            {options.map(([word, { meaning }]) => (
              <tr key={word}>
                <th scope="row" className="mono">
                  {word}
                </th>
                <td>{meaning}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {op.examples.map(({ given, text }) => (
        <div key={text}>
          <ExamplePicture text={`${given}\n${text}\n`} title={op.title} />
          <pre className="help-code">{`${given}\n${text}`}</pre>
        </div>
      ))}
      {also.length > 0 && <p className="small hint">Also looked for as {also.join(", ")}.</p>}
    </>
  );
}
