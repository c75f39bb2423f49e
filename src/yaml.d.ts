/**
 * A YAML file is read while the program is built and arrives as plain data (see scripts/vite-yaml.mjs).
 * It is `unknown` on purpose: whoever imports one checks its shape with a zod schema.
 */
declare module '*.yaml' {
  const data: unknown;
  export default data;
}
