import { Fragment, type ReactNode } from "react";

/** A sentence in which what stands between backticks is a name. */
export function InlineText({ text }: { readonly text: string }): ReactNode {
  return text.split("`").map((part, at) =>
    at % 2 === 0 ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts have no identity but their order
      <Fragment key={at}>{part}</Fragment>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts have no identity but their order
      <code key={at}>{part}</code>
    ),
  );
}
