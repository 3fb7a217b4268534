import { fileURLToPath } from 'node:url';

/** The root of this checkout, without a trailing separator. */
export const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '');
