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
    name: "scaled-dot-product-attention",
    title: "Scaled dot-product attention",
    authors: "Ashish Vaswani et al.",
    year: 2017,
    source: "arXiv 1706.03762",
    look: "One head: k is summed away first, then x; y runs past both products.",
    load: async () => (await import("./scaled-dot-product-attention.ncd?raw")).default,
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
  {
    name: "image-recogniser",
    title: "Basic image recogniser",
    authors: "Vincent Abbott",
    year: 2024,
    source: "Neural Circuit Diagrams, figure 19",
    look: "The bar flattens the two axes of the image into one, which three linear layers change.",
    load: async () => (await import("./image-recogniser.ncd?raw")).default,
  },
  {
    name: "identity-resnet",
    title: "Identity ResNet",
    authors: "Kaiming He et al.",
    year: 2016,
    source: "arXiv 1603.05027",
    look: "Open a stage: between its sums the stream meets no glyph, and b bends into every norm.",
    load: async () => (await import("./identity-resnet.ncd?raw")).default,
  },
  {
    name: "unet",
    title: "U-Net",
    authors: "Olaf Ronneberger et al.",
    year: 2015,
    source: "arXiv 1505.04597",
    look: "Each step down saves its array in the memory C, and the step up of its size loads it.",
    load: async () => (await import("./unet.ncd?raw")).default,
  },
  {
    name: "visual-attention",
    title: "Visual attention",
    authors: "Vincent Abbott",
    year: 2024,
    source: "Neural Circuit Diagrams, figure 28",
    look: "Multi-head attention with convolutions; the soft-max runs over both axes of the image.",
    load: async () => (await import("./visual-attention.ncd?raw")).default,
  },
];
