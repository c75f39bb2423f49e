/*
 * The text of docs/fidelity.md. `npm run fidelity` writes it; a unit test says when that is due.
 *
 * The table itself is TypeScript of the renderer, which plain Node.js cannot load: whoever calls this passes it in.
 */

/**
 * @typedef {import('../src/renderer/fidelity/model').AbsentEntry} AbsentEntry
 * @typedef {import('../src/renderer/fidelity/rows').Row} Row
 * @typedef {import('../src/renderer/fidelity/sections').Section} Section
 * @typedef {{ sections: readonly Section[], absent: readonly AbsentEntry[], notYetThere: readonly AbsentEntry[] }} Table
 */

const MARKS = /** @type {const} */ ({
  asInWindows: 'As in Windows',
  simplified: 'Simplified',
  simulatorOnly: 'Simulator only',
});

const INTRO = `# What is real here

How real every window, page and control of the console is. The same table stands behind the help of the program: F1 tells what has the focus and how real that is; _Help_, _What Is Real Here?_ shows the whole of it. This file is written by \`npm run fidelity\`; do not edit it.

- **As in Windows**: it is called this in Windows, stands there, and does the same to the simulated host.
- **Simplified**: Windows has it; here it does less, or looks different.
- **Simulator only**: Windows does not have it.

A control that is listed without a mark has its page's. Most captions are from memory: nobody has compared them with a real console yet. At the end stands what Hyper-V Manager has and this console has not.
`;

/** @param {string} caption */
function code(caption) {
  return `\`${caption.replaceAll('*', '...')}\``;
}

/** @param {Row} row */
function sentence({ what, fidelity }) {
  const why = 'why' in fidelity ? fidelity.why : null;
  const source = 'source' in fidelity ? `Source: ${fidelity.source}.` : null;
  return [`**${MARKS[fidelity.mark]}.**`, what, why, source].filter((part) => part !== null).join(' ');
}

/**
 * The controls of a section: first those that inherit, then one line for all with the same mark and the same words.
 *
 * @param {Section} section
 */
function controls({ head, controls: rows }) {
  const key = (/** @type {Row} */ { fidelity }) => JSON.stringify(fidelity);
  const kinds = new Set([key(head), ...rows.map(key)]);
  return [...kinds]
    .flatMap((kind) => {
      const same = rows.filter((row) => key(row) === kind);
      const [first] = same;
      if (first === undefined) return [];
      const names = same.map(({ control }) => code(control ?? '')).join(', ');
      return [kind === key(head) ? `- ${names}` : `- ${names}: ${sentence({ ...first, what: null })}`];
    })
    .join('\n');
}

/** @param {Section} section */
function sectionText(section) {
  const { head, window, page } = section;
  const title = page === null ? `## ${window}` : `### ${page.replaceAll('*', '...')}`;
  return [title, sentence(head), controls(section)].filter((part) => part !== '').join('\n\n');
}

/**
 * @param {readonly AbsentEntry[]} entries
 * @param {boolean} reasons
 */
function absentLines(entries, reasons) {
  return entries
    .map(({ window, page, captions, reason }) => {
      const where = page === undefined ? window : `${window}, ${page}`;
      const what = captions === undefined ? where : `${where}: ${captions.map(code).join(', ')}`;
      return reasons ? `- ${what}. ${reason}` : `- ${what}`;
    })
    .join('\n');
}

/**
 * @param {Table} table
 * @returns {string} Markdown, not yet in the form that Prettier gives it
 */
export function fidelityPage({ sections, absent, notYetThere }) {
  const parts = [
    INTRO,
    ...sections.map(sectionText),
    '## What Hyper-V Manager has and this console has not',
    absentLines(absent, true),
    ...(notYetThere.length === 0 ? [] : ['### Not there yet', absentLines(notYetThere, false)]),
  ];
  return `${parts.join('\n\n')}\n`;
}
