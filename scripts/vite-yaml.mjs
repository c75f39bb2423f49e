import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseDocument } from 'yaml';

/**
 * Turns the text of one YAML file into the source of a JavaScript module whose default export is its data.
 * The text is parsed here, while building, so that the program itself never loads a YAML parser.
 *
 * @param {string} text the file's content
 * @param {string} file the name to show in an error
 * @returns {string} the module's source
 * @throws {Error} naming the file, the line and the column when the text is not one well-formed document
 */
export function yamlModule(text, file) {
  const document = parseDocument(text, { prettyErrors: true });
  const [problem] = document.errors;
  if (problem) {
    const at = problem.linePos?.[0];
    throw new Error(`${file}:${at?.line ?? 1}:${at?.col ?? 1}: ${problem.message}`);
  }
  // JSON.parse of a string is read faster than an object literal and takes a key such as __proto__ literally.
  return `export default JSON.parse(${JSON.stringify(JSON.stringify(document.toJS()))});\n`;
}

/**
 * The Vite plugin that makes `import x from './a.yaml'` and
 * `import.meta.glob('./*.yaml', { eager: true, import: 'default' })` yield parsed data.
 *
 * @returns {import('vite').Plugin}
 */
export function yaml() {
  return {
    name: 'sriov-manager:yaml',
    // Ids with a query such as ?raw do not end in .yaml and are left to Vite.
    load: {
      filter: { id: /\.ya?ml$/ },
      async handler(id) {
        const code = yamlModule(await readFile(id, 'utf8'), path.relative(process.cwd(), id));
        return { code, map: null, moduleType: 'js' };
      },
    },
  };
}
