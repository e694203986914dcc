/** Every format of `export --to`, with what file names end in; a later version brings the others. */
export const FORMATS = [
  { name: "svg", title: "Figure that Axisloom opens again", ending: "svg", available: true },
  { name: "png", title: "Picture in pixels", ending: "png", available: false },
  { name: "pdf", title: "Figure for a paper", ending: "pdf", available: false },
  { name: "tikz", title: "Figure in LaTeX", ending: "tikz.tex", available: false },
  { name: "latex", title: "Equations", ending: "tex", available: false },
  { name: "pseudocode", title: "Text with every shape", ending: "txt", available: true },
  { name: "pytorch", title: "Modules in Python", ending: "py", available: false },
  { name: "json", title: "Text and types for other programs", ending: "json", available: true },
] as const;

/** A format that can be written now. */
export type AvailableFormat = Extract<
  (typeof FORMATS)[number],
  { readonly available: true }
>["name"];
