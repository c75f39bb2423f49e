/**
 * Other languages than English. The build sends every table of `en/` through `inLanguage` (scripts/vite-text-tables.mjs),
 * so that nothing that shows a text knows of languages. What language it is, the document's `lang` says, which the main
 * process fills in.
 */

/** Answers an English table, whose name is `<file>.<constant>`, with one of the same shape. */
export type Language = (name: string, english: unknown) => unknown;

/** Each is a chunk of its own; English needs none. */
const languages: Readonly<Record<string, () => Promise<{ default: Language }>>> = {
  'en-XA': () => import('./pseudo'),
};

const load = languages[document.documentElement.lang];
// Every table waits for this: none is read before its language is there.
const language = load === undefined ? null : (await load()).default;

/** The table in the language of the document. */
export function inLanguage<T>(name: string, english: T): T {
  // A language has the shape of English by its type; here that is out of sight.
  return language === null ? english : (language(name, english) as T);
}
