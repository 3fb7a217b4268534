// A file of its own, so that the library is loaded only where there is YAML to read; and imported by name, because a bundle
// answers a dynamic import of CommonJS without names.
export { parse as parseYaml } from 'yaml';
