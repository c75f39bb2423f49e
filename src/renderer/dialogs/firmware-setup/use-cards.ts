/** The network adapters that can be put into a slot. */
import { useEffect, useState } from 'react';
import type { Card } from '../../../shared/model/platform-outlook';
import { request } from '../../host/client';

/** Empty until the host has answered. */
export function useCards(): readonly Card[] {
  const [cards, setCards] = useState<readonly Card[]>([]);
  useEffect(() => {
    let closed = false;
    void request('hardware.cards', {}).then((answer) => {
      if (!closed && answer.ok) setCards(answer.value.cards);
    });
    return () => {
      closed = true;
    };
  }, []);
  return cards;
}
