/** A number that stands alone: no sign, sum, product or quotient at its outside. */
const ATOM = /^(?:\d+(?:\.\d+)?|[A-Za-z]|\\(?:pi|infty)|[A-Za-z]_\{?\w+\}?|\\\w+\{\w+\})$/;
const ROOT = /^\\sqrt\{([^{}]*)\}$/;
const SUM_OR_SIGN = /[+-]/;

/** LaTeX of a number as a factor, in parentheses where a sum or a sign needs them. */
export function factorTex(tex: string): string {
  const outside = tex.replaceAll(/\{[^{}]*\}|\([^()]*\)/g, "");
  return SUM_OR_SIGN.test(outside) ? `(${tex})` : tex;
}

/** LaTeX of one over a number: `k^{-1/2}` for a root. */
export function inverseTex(tex: string): string {
  const root = ROOT.exec(tex)?.[1];
  return root === undefined ? `${base(tex)}^{-1}` : `${base(root)}^{-1/2}`;
}

function base(tex: string): string {
  return ATOM.test(tex) ? tex : `(${tex})`;
}
