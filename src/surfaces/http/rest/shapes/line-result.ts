import * as v from 'valibot';
import { integer } from './integer.ts';
import { problemShape } from './problem.ts';

const line = v.pipe(integer, v.description('Its number, counted from 1'));

export const lineResultShape = v.union([
  v.strictObject({ line, id: v.string(), index: v.number(), duplicate: v.boolean() }),
  v.strictObject({ line, ...problemShape.entries }),
]);
