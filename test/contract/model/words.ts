import fc from 'fast-check';

/** Few words and few moments, so that they often meet; some sort differently by code point than by UTF-16 unit. */
export const word = fc.constantFrom('a', 'b', 'B', 'é', '\ufffd', '🚀', "it's", 'a"b');
export const service = fc.constantFrom('a', '\ufffd', '🚀');
export const id = fc.constantFrom('d1', 'd2', 'd3', 'd4', '\ufffd', '🚀');
export const environment = fc.constantFrom('production', 'é');
export const region = fc.constantFrom('', 'eu');
export const moment = fc.integer({ min: 0, max: 12 });
export const maybeMoment = fc.option(moment);
