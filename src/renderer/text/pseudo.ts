/**
 * The pseudo language: English with accents, two fifths longer and in brackets. What is cut off in it would be cut off
 * in German; what has no brackets does not come from the tables.
 */

const plain = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const accented = 'àƀçđéƒğħíĵķłɱñóþɋřšŧúṽŵẋýžÀƁÇĐÉƑĞĦÍĴĶŁṀÑÓÞɊŘŠŦÚṼŴẊÝŽ';
const vowels = /[aeiou]/i;

/** A letter with an accent; vowels come twice. Whatever is no plain letter stays, so that it may be done again. */
function letter(character: string): string {
  const index = plain.indexOf(character);
  if (index === -1) return character;
  const changed = accented.charAt(index);
  return vowels.test(character) ? changed + changed.toLowerCase() : changed;
}

/** One text. Texts in it that have been changed before lose their brackets to its own. */
export function pseudo(text: string): string {
  if (!/\p{L}/u.test(text)) return text;
  return `«${[...text.replace(/[«»]/g, '')].map(letter).join('')}»`;
}

/** All texts of a table, those that its functions make included. */
function change(value: unknown): unknown {
  if (typeof value === 'string') return pseudo(value);
  if (typeof value === 'function') {
    return (...args: readonly unknown[]): unknown =>
      change((value as (...all: unknown[]) => unknown)(...args));
  }
  if (Array.isArray(value)) return value.map(change);
  if (typeof value !== 'object' || value === null) return value;
  // A mark of the table of fidelity is no text.
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [key, key === 'mark' ? (each as unknown) : change(each)]),
  );
}

/** The language itself. */
export default function pseudoLanguage(_name: string, english: unknown): unknown {
  return change(english);
}
