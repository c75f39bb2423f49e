/*
 * Lets the console speak other languages: every table of src/renderer/text/en is sent through `inLanguage`, which hands
 * it back as it is or in the language of the document. Whoever shows a text imports the English table and knows nothing
 * of it.
 */
/** @typedef {import('vite').ESTree.Program} Program */

/** @returns {import('vite').Plugin} */
export function textTables() {
  return {
    name: 'text-tables',
    transform: {
      filter: { id: /\/src\/renderer\/text\/en\/.*\.ts$/ },
      order: 'post',
      handler(code, id) {
        const [, file = ''] = /\/text\/en\/(.*)\.ts$/.exec(id) ?? [];
        return { code: sendTables(code, tables(this.parse(code).body), file), map: null };
      },
    },
  };
}

/**
 * @typedef {{ name: string, start: number, end: number }} Table where the value of an exported constant stands
 *
 * @param {Program['body']} statements
 * @returns {Table[]} in the order of the text
 */
function tables(statements) {
  return statements.flatMap((statement) => {
    if (statement.type !== 'ExportNamedDeclaration') return [];
    if (statement.declaration?.type !== 'VariableDeclaration') return [];
    return statement.declaration.declarations.flatMap(({ id, init }) =>
      id.type === 'Identifier' && init ? [{ name: id.name, ...spanOf(init) }] : [],
    );
  });
}

/** @param {object} node */
function spanOf(node) {
  return /** @type {{ start: number, end: number }} */ (node);
}

/**
 * @param {string} code
 * @param {Table[]} all
 * @param {string} file below src/renderer/text/en, without its ending
 */
export function sendTables(code, all, file) {
  if (all.length === 0) return code;
  const sent = all.reduceRight((text, { name, start, end }) => {
    const call = `/* @__PURE__ */ inLanguage$('${file}.${name}', ${text.slice(start, end)})`;
    return text.slice(0, start) + call + text.slice(end);
  }, code);
  const up = '../'.repeat(file.split('/').length);
  return `import { inLanguage as inLanguage$ } from '${up}language';\n${sent}`;
}
