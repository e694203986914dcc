/** A paper's architecture as a file of ours, with what its card in the gallery says. */
export interface Preset {
  /** The word after `preset:` on the command line; also the file name. */
  readonly name: string;
  readonly title: string;
  readonly authors: string;
  readonly year: number;
  readonly source: string;
  /** One sentence on what to look at. */
  readonly look: string;
  /** The `.ncd` text, loaded when it is needed. */
  load(): Promise<string>;
}

/** Every preset, in the order of the gallery. */
export const PRESETS: readonly Preset[] = [
  {
    name: "multi-head-attention",
    title: "Multi-head attention",
    authors: "Ashish Vaswani et al.",
    year: 2017,
    source: "arXiv 1706.03762",
    look: "Follow h: it never meets a glyph between the linear maps, so the heads stay apart.",
    load: async () => (await import("./multi-head-attention.ncd?raw")).default,
  },
  {
    name: "transformer",
    title: "Transformer",
    authors: "Ashish Vaswani et al.",
    year: 2017,
    source: "arXiv 1706.03762",
    look: "Open a layer, then its attention; the one table Emb embeds both texts and scores the output.",
    load: async () => (await import("./transformer.ncd?raw")).default,
  },
  {
    name: "lstm",
    title: "LSTM over time",
    authors: "Sepp Hochreiter, Jürgen Schmidhuber",
    year: 1997,
    source: "Neural Computation 9(8)",
    look: "Two states cross the walls of the scan; only the input is sliced and only H is stacked.",
    load: async () => (await import("./lstm.ncd?raw")).default,
  },
  {
    name: "lssl",
    title: "Linear state-space layer",
    authors: "Albert Gu et al.",
    year: 2021,
    source: "arXiv 2110.13985",
    look: "The matrices are discretised once, outside the scan; f is broadcast past everything.",
    load: async () => (await import("./lssl.ncd?raw")).default,
  },
  {
    name: "hypernetwork",
    title: "Recurrent hypernetwork",
    authors: "Dupati Srikar Chandra et al.",
    year: 2023,
    source: "arXiv 2209.07712",
    look: "The target network has no bold plate: each of its weights arrives as an array.",
    load: async () => (await import("./hypernetwork.ncd?raw")).default,
  },
];
