import { describe, expect, it } from 'vitest';
import { didYouMean, suggest } from './suggest.ts';

const environments = ['development', 'staging', 'production', 'preview', 'test'];

describe('did you mean', () => {
  it.each([
    ['prodution', 'production'],
    ['prod', 'production'],
    ['stagign', 'staging'],
    ['STAGING', 'staging'],
    ['tset', 'test'],
  ])('takes %s for %s', (typed, meant) => {
    expect(suggest(typed, environments)).toBe(meant);
  });

  it('says nothing when no candidate is near', () => {
    expect(didYouMean('mars', environments)).toBe('');
  });
});
