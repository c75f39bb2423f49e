/**
 * The pseudo language: English with accents, two fifths longer and in brackets. What is cut off in it would be cut off
 * in German; what has no brackets does not come from the tables.
 */

import type { Mark } from '../fidelity/model';

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

/** Marks of the table of fidelity, which are no texts. */
const marks: readonly unknown[] = ['asInWindows', 'simplified', 'simulatorOnly'] satisfies Mark[];

/** All texts of a table, those that its functions make included. */
function change(value: unknown): unknown {
  if (typeof value === 'string') return marks.includes(value) ? value : pseudo(value);
  if (typeof value === 'function') {
    return (...args: readonly unknown[]): unknown =>
      change((value as (...all: unknown[]) => unknown)(...args));
  }
  if (Array.isArray(value)) return value.map(change);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, change(each)]));
}

/** The language itself. */
export default function pseudoLanguage(_name: string, english: unknown): unknown {
  return change(english);
}
