const blank = (text: string): string => text.replace(/[^\n]/g, ' ');

// In order of precedence; a template's quasi ends where a `${` opens, and the lexer goes on inside it.
const comment = /\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)/y;
const string = /'(?:\\[\s\S]|[^'\\\n])*'|"(?:\\[\s\S]|[^"\\\n])*"/y;
const quasi = /(?:\\[\s\S]|\$(?!\{)|[^`\\$])*(?:`|\$\{|$)/y;
const regex = /\/(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+\/[a-z]*/y;

// After a value a slash divides; after an operator, an opening bracket or one of these words it opens a regex.
const beforeRegex = /(?:^|[(,=:[!&|?{};+\-*%<>~^]|\b(?:return|typeof|case|in|of|do|else|void|throw|await|yield))\s*$/;

/**
 * The source with the contents of comments, strings, templates and regular expressions replaced by blanks, so that what
 * is left can be searched for code. Quotes, line breaks and every offset stay as they were.
 */
export function blankOut(source: string): string {
  const openBraces: ('block' | 'template')[] = [];
  let code = '';
  const take = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = code.length;
    return pattern.exec(source)?.[0];
  };
  const takeQuasi = (): void => {
    const text = take(quasi) ?? '';
    const opens = text.endsWith('${');
    code += opens ? `${blank(text.slice(0, -2))}  ` : blank(text.slice(0, -1)) + text.slice(-1);
    if (opens) openBraces.push('template');
  };
  while (code.length < source.length) {
    const next = source.charAt(code.length);
    const hidden = take(comment) ?? (next === '/' && beforeRegex.test(code.slice(-200)) ? take(regex) : undefined);
    const quoted = take(string);
    if (hidden !== undefined) code += blank(hidden);
    else if (quoted !== undefined) code += next + blank(quoted.slice(1, -1)) + next;
    else if (next === '}' && openBraces.pop() === 'template') {
      code += ' ';
      takeQuasi();
    } else {
      if (next === '{') openBraces.push('block');
      code += next;
      if (next === '`') takeQuasi();
    }
  }
  return code;
}
