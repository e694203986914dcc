/** The parts of the gallery. */
export const PRESET_GROUPS = ["Architectures", "Figures of the paper"] as const;

/** A paper's architecture as a file of ours, with what its card in the gallery says. */
export interface Preset {
  /** The word after `preset:` on the command line; also the file name. */
  readonly name: string;
  readonly title: string;
  readonly group: (typeof PRESET_GROUPS)[number];
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
    group: "Figures of the paper",
    authors: "Ashish Vaswani et al.",
    year: 2017,
    source: "arXiv 1706.03762",
    look: "Follow h: it never meets a glyph between the linear maps, so the heads stay apart.",
    load: async () => (await import("./multi-head-attention.ncd?raw")).default,
  },
  {
    name: "scaled-dot-product-attention",
    title: "Scaled dot-product attention",
    group: "Figures of the paper",
    authors: "Ashish Vaswani et al.",
    year: 2017,
    source: "arXiv 1706.03762",
    look: "One head: k is summed away first, then x; y runs past both products.",
    load: async () => (await import("./scaled-dot-product-attention.ncd?raw")).default,
  },
  {
    name: "transformer",
    title: "Transformer",
    group: "Architectures",
    authors: "Ashish Vaswani et al.",
    year: 2017,
    source: "arXiv 1706.03762",
    look: "Open a layer, then its attention; the one table Emb embeds both texts and scores the output.",
    load: async () => (await import("./transformer.ncd?raw")).default,
  },
  {
    name: "lstm",
    title: "LSTM over time",
    group: "Architectures",
    authors: "Sepp Hochreiter, Jürgen Schmidhuber",
    year: 1997,
    source: "Neural Computation 9(8)",
    look: "Two states cross the walls of the scan; only the input is sliced and only H is stacked.",
    load: async () => (await import("./lstm.ncd?raw")).default,
  },
  {
    name: "lssl",
    title: "Linear state-space layer",
    group: "Architectures",
    authors: "Albert Gu et al.",
    year: 2021,
    source: "arXiv 2110.13985",
    look: "The matrices are discretised once, outside the scan; f is broadcast past everything.",
    load: async () => (await import("./lssl.ncd?raw")).default,
  },
  {
    name: "hypernetwork",
    title: "Recurrent hypernetwork",
    group: "Architectures",
    authors: "Dupati Srikar Chandra et al.",
    year: 2023,
    source: "arXiv 2209.07712",
    look: "The target network has no bold plate: each of its weights arrives as an array.",
    load: async () => (await import("./hypernetwork.ncd?raw")).default,
  },
  {
    name: "image-recogniser",
    title: "Basic image recogniser",
    group: "Figures of the paper",
    authors: "Vincent Abbott",
    year: 2024,
    source: "Neural Circuit Diagrams, figure 19",
    look: "The bar flattens the two axes of the image into one, which three linear layers change.",
    load: async () => (await import("./image-recogniser.ncd?raw")).default,
  },
  {
    name: "identity-resnet",
    title: "Identity ResNet",
    group: "Figures of the paper",
    authors: "Kaiming He et al.",
    year: 2016,
    source: "arXiv 1603.05027",
    look: "Open a stage: between its sums the stream meets no glyph, and b bends into every norm.",
    load: async () => (await import("./identity-resnet.ncd?raw")).default,
  },
  {
    name: "unet",
    title: "U-Net",
    group: "Figures of the paper",
    authors: "Olaf Ronneberger et al.",
    year: 2015,
    source: "arXiv 1505.04597",
    look: "Each step down saves its array in the memory C, and the step up of its size loads it.",
    load: async () => (await import("./unet.ncd?raw")).default,
  },
  {
    name: "visual-attention",
    title: "Visual attention",
    group: "Figures of the paper",
    authors: "Vincent Abbott",
    year: 2024,
    source: "Neural Circuit Diagrams, figure 28",
    look: "Multi-head attention with convolutions; the soft-max runs over both axes of the image.",
    load: async () => (await import("./visual-attention.ncd?raw")).default,
  },
  {
    name: "rediagram",
    title: "Tensors as wires",
    group: "Figures of the paper",
    authors: "Vincent Abbott",
    year: 2024,
    source: "Neural Circuit Diagrams, section 2.3",
    look: "The same two functions with one arrow for each array, and with one wire for each axis.",
    load: async () => (await import("./rediagram.ncd?raw")).default,
  },
  {
    name: "indexes",
    title: "Indexes",
    group: "Figures of the paper",
    authors: "Vincent Abbott",
    year: 2024,
    source: "Neural Circuit Diagrams, figure 8",
    look: "The pentagon takes the axis 4 away; 3 runs past it.",
    load: async () => (await import("./indexes.ncd?raw")).default,
  },
  {
    name: "subtensors",
    title: "Subtensors",
    group: "Figures of the paper",
    authors: "Vincent Abbott",
    year: 2024,
    source: "Neural Circuit Diagrams, figure 9",
    look: "Two indexes at once, or one after the other in either order.",
    load: async () => (await import("./subtensors.ncd?raw")).default,
  },
  {
    name: "broadcasting",
    title: "Broadcasting",
    group: "Figures of the paper",
    authors: "Vincent Abbott",
    year: 2024,
    source: "Neural Circuit Diagrams, figure 10",
    look: "The wire 4 runs past G; below, an index on it may stand on either side of G.",
    load: async () => (await import("./broadcasting.ncd?raw")).default,
  },
  {
    name: "inner-broadcasting",
    title: "Inner broadcasting",
    group: "Figures of the paper",
    authors: "Vincent Abbott",
    year: 2024,
    source: "Neural Circuit Diagrams, figure 11",
    look: "Only the first array of H has the axis that is broadcast over.",
    load: async () => (await import("./inner-broadcasting.ncd?raw")).default,
  },
  {
    name: "elementwise",
    title: "Element-wise functions",
    group: "Figures of the paper",
    authors: "Vincent Abbott",
    year: 2024,
    source: "Neural Circuit Diagrams, figure 12",
    look: "A function of one value floats above the wires that it is broadcast over.",
    load: async () => (await import("./elementwise.ncd?raw")).default,
  },
  {
    name: "linear-algebra",
    title: "Graphical linear algebra",
    group: "Figures of the paper",
    authors: "Vincent Abbott",
    year: 2024,
    source: "Neural Circuit Diagrams, figure 18",
    look: "A unit and a cup make a snake, which is a wire; one leg bent round makes a transpose.",
    load: async () => (await import("./linear-algebra.ncd?raw")).default,
  },
];
