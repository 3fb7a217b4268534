import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gnuplotComment, quoteGnuplot, quoteTic } from './quote-gnuplot.ts';

describe('quoteGnuplot', () => {
  it('keeps what gnuplot would run in a shell between single quotes, where it does not look for it', () => {
    expect(quoteGnuplot("a`id`'; system('id') #")).toBe(`'a\`id\`' . "'" . '; system(' . "'" . 'id' . "'" . ') #'`);
  });

  it('gives single-quoted strings joined by quotes on one line, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        expect(quoteGnuplot(text)).toMatch(/^'[^'\p{Cc}]*'(?: \. "'" \. '[^'\p{Cc}]*')*$/u);
      }),
    );
  });
});

describe('quoteTic', () => {
  it('doubles the percent signs, which begin number formats in tics', () => {
    expect(quoteTic('50 %')).toBe("'50 %%'");
  });
});

describe('gnuplotComment', () => {
  it('stays one line that neither continues nor runs anything', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        expect(gnuplotComment(text)).toMatch(/^# [^`\\\p{Cc}]*$/u);
      }),
    );
  });
});
