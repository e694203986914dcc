const GREEK = new Set([
  ..."alpha beta gamma delta zeta eta theta iota kappa lambda mu nu xi pi rho sigma".split(" "),
  ..."tau upsilon phi chi psi omega Gamma Delta Theta Lambda Xi Pi Sigma".split(" "),
  ..."Upsilon Phi Psi Omega".split(" "),
]);

const FUNCTIONS = new Set(["log", "exp", "sin", "cos"]);

const ACCENTS: ReadonlyMap<string, string> = new Map([
  ["bar", "\\overline"],
  ["hat", "\\hat"],
  ["tilde", "\\tilde"],
]);

const MOST_REMEMBERED = 10_000;
const remembered = new Map<string, string>();

/**
 * The LaTeX of a name by the default rules: Greek words, `_bar`, `_hat`, `_tilde`, `log_` and `exp_`
 * in front, other `_` parts and trailing digits as subscripts, primes. What follows `#` is not shown.
 */
export function nameTex(name: string): string {
  const known = remembered.get(name);
  if (known !== undefined) return known;
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  const tex = makeNameTex(name);
  remembered.set(name, tex);
  return tex;
}

function makeNameTex(name: string): string {
  const shown = name.split("#", 1)[0] ?? "";
  const [, stem = "", primes = ""] = /^(.*?)('*)$/s.exec(shown) ?? [];
  const [first = "", ...rest] = stem.split("_").filter((part) => part !== "");
  if (FUNCTIONS.has(first) && rest.length > 0) {
    return `\\${first} ${nameTex(rest.join("_"))}${primes}`;
  }
  const { letters, digits } = lettersAndDigits(first);
  let base = word(letters);
  const below: string[] = digits === "" ? [] : [digits];
  for (const part of rest) {
    const accent = ACCENTS.get(part);
    if (accent === undefined) below.push(subscript(part));
    else base = `${accent}{${base}}`;
  }
  const raised = "'".repeat(primes.length);
  return below.length === 0 ? `${base}${raised}` : `${base}${raised}_{${below.join(",")}}`;
}

function lettersAndDigits(part: string): { readonly letters: string; readonly digits: string } {
  const [, letters = "", digits = ""] = /^(.*?)(\d*)$/s.exec(part) ?? [];
  return letters === "" ? { letters: digits, digits: "" } : { letters, digits };
}

function subscript(part: string): string {
  const { letters, digits } = lettersAndDigits(part);
  return `${word(letters)}${digits}`;
}

/** One letter is a variable, two are a variable as well (`dt`, `ff`), more are a word. */
function word(letters: string): string {
  if (/^[A-Za-z0-9]?$/.test(letters) || /^\d+$/.test(letters)) return letters;
  if (GREEK.has(letters)) return `\\${letters}`;
  if (letters === "epsilon") return "\\varepsilon";
  if (/^[A-Za-z]{2}$/.test(letters)) return `\\mathit{${letters}}`;
  if (/^[A-Za-z0-9]+$/.test(letters)) return `\\mathrm{${letters}}`;
  return plainTex(letters);
}

/** LaTeX that sets plain text; what LaTeX would read otherwise becomes a replacement character. */
export function plainTex(text: string): string {
  return `\\text{${text.replace(/[\\{}$&#^_%~]/g, "\uFFFD")}}`;
}
