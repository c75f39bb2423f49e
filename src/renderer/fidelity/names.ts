/** Reads the names around an element out of the document, as a screen reader would. */
import type { Names } from './subject';

function tidy(text: string | null | undefined): string | null {
  const trimmed = (text ?? '').replace(/\s+/g, ' ').trim();
  return trimmed === '' ? null : trimmed;
}

function labelledBy(element: Element): string | null {
  const ids = element.getAttribute('aria-labelledby')?.split(/\s+/) ?? [];
  return tidy(ids.map((id) => document.getElementById(id)?.textContent ?? '').join(' '));
}

function labelOf(element: Element): string | null {
  if (element instanceof HTMLFieldSetElement) return tidy(element.querySelector('legend')?.textContent);
  const labels = (element as Partial<HTMLInputElement>).labels;
  return tidy([...(labels ?? [])].map((label) => label.textContent).join(' '));
}

function given(element: Element): string | null {
  return labelledBy(element) ?? tidy(element.getAttribute('aria-label')) ?? labelOf(element);
}

/** The words of a menu item stand beside its key, those of a tab before a copy that keeps its width. */
function wordsOf(element: Element): string | null {
  const words = element.querySelector('.fui-MenuItem__content, .fui-Tab__content');
  return tidy((words ?? element).textContent);
}

/** What a screen reader calls the element; null for one without a name. */
function nameOf(element: Element): string | null {
  const holdsText = element.matches(
    'button, a, [role="treeitem"], [role="tab"], [role^="menuitem"], [role="row"]',
  );
  return given(element) ?? (holdsText ? wordsOf(element) : null) ?? tidy(element.getAttribute('title'));
}

/** The dialog in front, or the whole window. */
function frontOf(): Element {
  return [...document.querySelectorAll('[role="dialog"]')].at(-1) ?? document.body;
}

/** Names of the pages that the dialog in front shows: of its chosen page, tab or step. */
function shownIn(front: Element): readonly string[] {
  if (front === document.body) return [];
  const pages = front.querySelectorAll('section[aria-label], [role="tab"][aria-selected="true"], h3');
  return [...pages].flatMap((page) => (page.matches('h3') ? tidy(page.textContent) : nameOf(page)) ?? []);
}

/** The names around an element. */
export function namesAround(element: Element): Names {
  const around: string[] = [];
  for (let at = element.parentElement; at !== null; at = at.parentElement) {
    const name = given(at);
    if (name !== null) around.push(name);
  }
  return { own: nameOf(element), around, shown: shownIn(frontOf()) };
}
