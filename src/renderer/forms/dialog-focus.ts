/** Where the focus goes in a dialog: at the start, when a control goes away, and at the end. */
import { useEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';

type FormRef = RefObject<HTMLFormElement | null>;

// The marks of Fluent's focus trap can be focused too, and hand the focus on to nowhere in particular.
const FOCUSABLE = 'button, input, select, textarea, a[href], [tabindex]:not([data-tabster-dummy])';

function controlsOf(form: HTMLElement): HTMLElement[] {
  return [...form.querySelectorAll<HTMLElement>(FOCUSABLE)].filter(
    (control) => control.tabIndex >= 0 && !control.matches(':disabled'),
  );
}

function frontDialog(): HTMLElement | undefined {
  return [...document.querySelectorAll<HTMLElement>('[role="dialog"]')].at(-1);
}

function isInFront(form: HTMLElement | null): form is HTMLElement {
  return form !== null && frontDialog()?.contains(form) === true;
}

/** Where the focus goes once a dialog has closed; null leaves it where it is. */
function homeOf(opener: Element | null): HTMLElement | null {
  const front = frontDialog();
  const there = opener instanceof HTMLElement && opener.isConnected && opener !== document.body;
  if (there && (front === undefined || front.contains(opener))) return opener;
  if (front === undefined) return document.querySelector<HTMLElement>('[data-focus-home]');
  // Behind a modal dialog the focus would be lost, and the dialog with it.
  return front.contains(document.activeElement) ? null : (controlsOf(front)[0] ?? null);
}

/**
 * Gives focus back to what had it when the dialog opened. If that is gone the focus goes to the
 * dialog that is in front now, or without one to the frame's list.
 */
export function useRestoredFocus(): void {
  // An initializer runs while the dialog is first drawn, before its focus trap takes the focus away.
  const [opener] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      // The dialog's own focus trap lets go only after this clean-up.
      setTimeout(() => {
        // Whoever has opened a menu meanwhile is to stay in it.
        if (document.activeElement?.closest('[role="menu"]') == null) homeOf(opener)?.focus();
      });
    },
    [opener],
  );
}

/** Lets an element marked `data-first-focus` have the focus instead of the dialog's first control. */
export function useFirstFocus(form: FormRef): void {
  useEffect(() => {
    // After the dialog's own first focus, which goes to whatever comes first.
    const timer = setTimeout(() => form.current?.querySelector<HTMLElement>('[data-first-focus]')?.focus());
    return () => {
      clearTimeout(timer);
    };
  }, [form]);
}

/**
 * When the control that has the focus goes away or is disabled, the one that takes its place in the
 * order of controls gets the focus; otherwise a keyboard user would be nowhere.
 */
export function useFocusKept(form: FormRef): void {
  const place = useRef(0);
  useEffect(() => {
    const element = form.current;
    if (element === null) return undefined;
    const box = element;
    function onFocusIn(): void {
      place.current = controlsOf(box).findIndex((control) => control === document.activeElement);
    }
    const observer = new MutationObserver(() => {
      const active = document.activeElement;
      const lost =
        active === document.body || (active !== null && box.contains(active) && active.matches(':disabled'));
      if (!lost || place.current === -1 || !isInFront(box)) return;
      const controls = controlsOf(box);
      controls[Math.min(place.current, controls.length - 1)]?.focus();
    });
    box.addEventListener('focusin', onFocusIn);
    observer.observe(box, { childList: true, subtree: true, attributeFilter: ['disabled'] });
    return () => {
      box.removeEventListener('focusin', onFocusIn);
      observer.disconnect();
    };
  }, [form]);
}

/**
 * Esc closes the dialog even when the focus has gone nowhere. Where the focus is inside, the dialog
 * hears the key itself.
 */
export function useStrayEscape(form: FormRef, onCancel: () => void): void {
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      if (event.key !== 'Escape' || event.defaultPrevented || document.activeElement !== document.body)
        return;
      if (isInFront(form.current)) onCancel();
    }
    document.addEventListener('keydown', onKeyDown);
    return () => {
      document.removeEventListener('keydown', onKeyDown);
    };
  });
}
