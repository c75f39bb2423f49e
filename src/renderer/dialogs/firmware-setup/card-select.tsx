/** The drop-down list of a slot: what the catalogue has, with and without SR-IOV. */
import { Select } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { CardSlot } from '../../../shared/model/platform';
import type { Card } from '../../../shared/model/platform-outlook';
import { firmware as text } from '../../text/en/firmware';

/** No id of a model is empty. */
const none = '';

/** How a slot's content is called. */
export function cardName(card: string | null, cards: readonly Card[]): string {
  if (card === null) return text.empty;
  if (card === 'imported') return text.imported;
  return cards.find(({ id }) => id === card)?.name ?? card;
}

export interface CardSelectProps {
  readonly slot: CardSlot;
  /** The card that belongs into the slot and was pulled out of it; undefined when there is none. */
  readonly pulledOut: string | undefined;
  readonly cards: readonly Card[];
  readonly onChange: (card: string | null) => void;
}

function Options(props: {
  readonly label: string;
  readonly cards: readonly Card[];
  readonly pulledOut: string | undefined;
}): ReactNode {
  return (
    <optgroup label={props.label}>
      {props.cards.map(({ id, name, vfs }) => (
        <option key={id} value={id}>
          {id === props.pulledOut ? text.pulledOut(name) : text.card(name, vfs)}
        </option>
      ))}
    </optgroup>
  );
}

export function CardSelect({ slot, pulledOut, cards, onChange }: CardSelectProps): ReactNode {
  const known = slot.card === null || slot.card === 'imported' || cards.some(({ id }) => id === slot.card);
  const shown = cardName(slot.card, cards);
  return (
    <Select
      size="small"
      aria-label={text.cardIn(slot.name)}
      title={slot.card !== null && slot.card === pulledOut ? text.pulledOut(shown) : shown}
      value={slot.card ?? none}
      onChange={(_, data) => {
        onChange(data.value === none ? null : data.value);
      }}
    >
      {!known && <option value={slot.card ?? none}>{slot.card}</option>}
      <option value={none}>{text.empty}</option>
      {slot.imported && (
        <option value="imported">
          {pulledOut === 'imported' ? text.pulledOut(text.imported) : text.imported}
        </option>
      )}
      <Options label={text.withSriov} cards={cards.filter(({ vfs }) => vfs > 0)} pulledOut={pulledOut} />
      <Options label={text.withoutSriov} cards={cards.filter(({ vfs }) => vfs === 0)} pulledOut={pulledOut} />
    </Select>
  );
}
