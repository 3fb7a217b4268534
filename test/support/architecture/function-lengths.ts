const control = /\b(?:if|for|while|switch|catch|with|await)\s*$/;
// An object type within a return type; without what must precede it the body of an earlier function would be one too.
const objectType = /(?<=[:<|&,[]\s*)\{[^{}]*\}/.source;
// What may stand between the parameters and the body: nothing, a return type, an arrow, or a type and an arrow.
const betweenParametersAndBody = new RegExp(
  `\\)\\s*(?::\\s*(?:[^\\s;{}()=]|${objectType})(?:[^;{}()=]|${objectType})*)?(?:=>)?\\s*(?<![:<|&,[]\\s*)$`,
);
const bareArrow = /[\w$]+\s*=>\s*$/;

/**
 * The length in lines of each function with a body in braces, from the line where its parameters start to its closing
 * brace; a nested function counts by itself too. `code` has no comments and no contents of strings (see blankOut).
 */
export function functionLengths(code: string): number[] {
  const opened: number[] = [];
  const lengths: number[] = [];
  for (const { 0: brace, index } of code.matchAll(/[{}]/g)) {
    if (brace === '{') opened.push(functionStart(code, index) ?? -1);
    else {
      const start = opened.pop() ?? -1;
      if (start >= 0) lengths.push(code.slice(start, index).split('\n').length);
    }
  }
  return lengths;
}

/** Where the function starts whose body opens at `brace`; undefined when another kind of block opens there. */
function functionStart(code: string, brace: number): number | undefined {
  const before = code.slice(Math.max(0, brace - 2000), brace);
  const offset = brace - before.length;
  const close = betweenParametersAndBody.exec(before)?.index;
  if (close === undefined) {
    const arrow = bareArrow.exec(before);
    return arrow === null ? undefined : offset + arrow.index;
  }
  const open = matchingParenthesis(before, close);
  return control.test(before.slice(0, open)) ? undefined : offset + open;
}

function matchingParenthesis(text: string, close: number): number {
  let depth = 0;
  for (let at = close; at >= 0; at--) {
    if (text[at] === ')') depth++;
    if (text[at] === '(' && --depth === 0) return at;
  }
  return 0;
}
