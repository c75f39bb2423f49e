/*
 * Lets the renderer's build leave out the schemas of src/shared. The page uses types and predicates only; the main
 * process checks every payload. A bundler keeps calls at the top of a module unless they are marked as pure, and a
 * schema is made of such calls, so without this plugin zod would be a sixth of what the page loads at its start.
 */

/** @typedef {import('vite').ESTree.Program} Program */

/** @returns {import('vite').Plugin} */
export function pureSchemas() {
  return {
    name: 'pure-schemas',
    transform: {
      filter: { id: /\/src\/shared\/.*\.ts$/ },
      order: 'post',
      handler(code) {
        return { code: markCallsPure(code, topLevelCalls(this.parse(code).body)), map: null };
      },
    },
  };
}

/**
 * Where the initialisers stand that call something.
 *
 * @param {Program['body']} statements
 * @returns {[start: number, end: number][]} in the order of the text
 */
function topLevelCalls(statements) {
  return statements.flatMap((statement) => {
    const declaration = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
    if (declaration?.type !== 'VariableDeclaration') return [];
    return declaration.declarations.flatMap(({ init }) =>
      init?.type === 'CallExpression' ? [/** @type {[number, number]} */ (spanOf(init))] : [],
    );
  });
}

/**
 * @param {object} node
 * @returns {[number, number]}
 */
function spanOf(node) {
  const { start, end } = /** @type {{ start: number, end: number }} */ (node);
  return [start, end];
}

/**
 * A chain of calls is pure only if each of its links is; one call around the whole chain needs one mark.
 *
 * @param {string} code
 * @param {[start: number, end: number][]} calls
 */
function markCallsPure(code, calls) {
  return calls.reduceRight(
    (text, [start, end]) =>
      `${text.slice(0, start)}/* @__PURE__ */ (() => ${text.slice(start, end)})()${text.slice(end)}`,
    code,
  );
}
