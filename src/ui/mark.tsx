import type { ReactNode } from "react";

/** The sign of Axisloom: strands that cross and part again. */
export function Mark(): ReactNode {
  return (
    <svg className="mark" width="24" height="24" viewBox="0 0 24 24" aria-hidden="true">
      <g fill="none" stroke="currentColor" strokeWidth="1.7" strokeLinecap="round">
        <path d="M2 6.5c6 0 6.5 11 12.5 11h7.5" />
        <path d="M2 17.5c6 0 6.5-11 12.5-11h7.5" />
        <path d="M2 12h20" />
      </g>
      <circle cx="8.3" cy="12" r="2.7" fill="var(--accent)" />
    </svg>
  );
}
