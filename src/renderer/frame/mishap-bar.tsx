/** Says that something has crashed. */
import type { ReactNode } from 'react';
import { dismissMishap, useDocument } from '../host/document';
import { document as text } from '../text/en/document';
import { forms } from '../text/en/forms';
import { InfoBar } from './info-bar';

/** Stays until it has been read: whoever looked elsewhere wants to know as well. */
export function MishapBar(): ReactNode {
  const mishap = useDocument((view) => view.mishap);
  if (mishap === null) return null;
  return <InfoBar message={text.mishaps[mishap]} button={forms.close} onPress={dismissMishap} />;
}
