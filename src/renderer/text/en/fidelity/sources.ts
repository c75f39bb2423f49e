/** Where captions, defaults and behaviour are known from. */

/** Nobody has compared these with a real console yet. Of medium confidence is what may differ between versions. */
export const memory = {
  high: 'from memory, high confidence',
  medium: 'from memory, medium confidence',
} as const;

/** An article of Microsoft Learn, or the page of a cmdlet there. */
export function learn(article: string): string {
  return `Microsoft Learn: ${article}`;
}

/** What Microsoft documents, and the captions around it. */
export function learnAndMemory(article: string): string {
  return `${learn(article)}; captions from memory, high confidence`;
}

/** Scripts that print a virtual machine's settings under the dialog's own captions. */
export const scripts = "other people's scripts that repeat the dialog's captions";
