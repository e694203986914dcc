/** A flat diagram of `count` operations: stages of soft-max attention that each read two arrays back. */
export function flatDiagram(count: number): string {
  const lines = ["size d = 64, h = 4", "input A0[t d]"];
  let made = 0;
  let stage = 0;
  const add = (line: string, operations: number) => {
    lines.push(line);
    made += operations;
  };
  while (made < count) {
    const from = `A${stage}`;
    const skip = `A${Math.max(0, stage - 2)}`;
    stage++;
    add(`Q${stage}[t d] = linear[d -> d](${from})`, 1);
    add(`S${stage}[t d] = softmax[d](Q${stage})`, 1);
    add(`R${stage}[t d] = relu(linear[d -> d; bias](S${stage}))`, 2);
    add(`A${stage}[t d] = layer_norm[d](R${stage} + ${skip})`, 2);
  }
  return `${lines.join("\n")}\n`;
}

/** The same in blocks of 50 operations, each of its own name, called one after the other. */
export function blockDiagram(count: number): string {
  const blocks = Math.ceil(count / 50);
  const lines = ["main Whole", "size d = 64"];
  for (let block = 1; block <= blocks; block++) {
    lines.push("", `block Part${block}(A0[t d]) -> A50[t d]:`);
    for (let i = 1; i <= 50; i++) {
      const call = i % 2 === 0 ? `relu(A${i - 1})` : `linear[d -> d](A${i - 1})`;
      lines.push(`  A${i}[t d] = ${call}`);
    }
  }
  lines.push("", `block Whole(X0[t d]) -> X${blocks}[t d]:`);
  for (let block = 1; block <= blocks; block++) {
    lines.push(`  X${block}[t d] = Part${block}(X${block - 1})`);
  }
  return `${lines.join("\n")}\n`;
}
