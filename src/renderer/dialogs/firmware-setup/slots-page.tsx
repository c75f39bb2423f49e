/** The slots: what their ports can do, and which card is in each. */
import { Button, Checkbox, Input, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { CardSlot, Platform, PlatformHardware } from '../../../shared/model/platform';
import type { Card } from '../../../shared/model/platform-outlook';
import { firmware as text } from '../../text/en/firmware';
import { CardSelect, cardName } from './card-select';
import { slotProblem, withSlot } from './firmware-draft';

const useStyles = makeStyles({
  hint: { margin: '0 0 8px', color: tokens.colorNeutralForeground3 },
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    tableLayout: 'fixed',
    '& th, & td': { padding: '3px 6px 3px 0', textAlign: 'left', verticalAlign: 'top', fontWeight: 'normal' },
    '& thead th': { color: tokens.colorNeutralForeground2, verticalAlign: 'bottom' },
    '& tbody tr': { borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
    '& select': { textOverflow: 'ellipsis', maxWidth: '100%' },
  },
  slot: { width: '92px' },
  flag: { width: '36px' },
  buses: { width: '64px' },
  port: { color: tokens.colorNeutralForeground3, fontSize: '11px', lineHeight: '14px' },
  box: {
    '& .fui-Checkbox__indicator': {
      width: '14px',
      height: '14px',
      margin: '5px 8px 5px 0',
      fontSize: '10px',
    },
    '& .fui-Checkbox__input': { width: '24px' },
  },
  number: { width: '58px', minWidth: '58px' },
  text: { lineHeight: '24px' },
  pulledOut: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: '8px',
    margin: '4px 0 2px',
    '& button': { whiteSpace: 'nowrap', flexShrink: 0 },
  },
  ellipsis: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  error: { margin: '4px 0 0', color: tokens.colorPaletteRedForeground1 },
});

interface RowProps {
  readonly slot: CardSlot;
  /** The slot as it is in the computer. */
  readonly inComputer: CardSlot | undefined;
  readonly cards: readonly Card[];
  readonly onChange: (change: Partial<CardSlot>) => void;
  /** Puts back the card that was pulled out of the slot; undefined when there is none. */
  readonly putBack: (() => void) | undefined;
}

function Place({ slot }: { readonly slot: CardSlot }): ReactNode {
  const styles = useStyles();
  return (
    <th scope="row">
      <div className={styles.ellipsis} title={slot.name}>
        {slot.name}
      </div>
      <div className={styles.port}>{slot.portId}</div>
    </th>
  );
}

/** Putting a card back is no matter of the set-up: it is in the computer at once. */
function PulledOut({ slot, putBack }: Pick<RowProps, 'slot' | 'putBack'>): ReactNode {
  const styles = useStyles();
  if (putBack === undefined) return null;
  return (
    <div className={styles.pulledOut}>
      <span className={styles.port}>{slot.fixed ? text.boardHasNone : text.slotIsEmpty}</span>
      <Button size="small" aria-label={text.putBackInto(slot.name)} onClick={putBack}>
        {text.putBack}
      </Button>
    </div>
  );
}

/** Nobody exchanges what is soldered: words instead of controls. */
function FixedRow({ slot, cards, putBack }: RowProps): ReactNode {
  const styles = useStyles();
  return (
    <tr>
      <Place slot={slot} />
      <td className={styles.text}>{text.yesNo(slot.acs)}</td>
      <td className={styles.text}>{text.yesNo(slot.ari)}</td>
      <td className={styles.text}>{slot.spareBuses}</td>
      <td>
        <div className={mergeClasses(styles.text, styles.ellipsis)} title={cardName(slot.card, cards)}>
          {cardName(slot.card, cards)}, {text.soldered}
        </div>
        <PulledOut slot={slot} putBack={putBack} />
      </td>
    </tr>
  );
}

function Flag(props: {
  readonly label: string;
  readonly value: boolean;
  readonly onChange: (on: boolean) => void;
}) {
  const styles = useStyles();
  return (
    <td>
      <Checkbox
        className={styles.box}
        aria-label={props.label}
        checked={props.value}
        onChange={(_, data) => {
          props.onChange(data.checked === true);
        }}
      />
    </td>
  );
}

function SlotRow({ slot, inComputer, cards, onChange, putBack }: RowProps): ReactNode {
  const styles = useStyles();
  const problem = slotProblem(slot);
  return (
    <tr>
      <Place slot={slot} />
      <Flag
        label={text.acsOf(slot.name)}
        value={slot.acs}
        onChange={(acs) => {
          onChange({ acs });
        }}
      />
      <Flag
        label={text.ariOf(slot.name)}
        value={slot.ari}
        onChange={(ari) => {
          onChange({ ari });
        }}
      />
      <td>
        <Input
          type="number"
          size="small"
          min={0}
          max={254}
          className={styles.number}
          aria-label={text.spareBusesOf(slot.name)}
          aria-invalid={problem === undefined ? undefined : true}
          value={Number.isNaN(slot.spareBuses) ? '' : String(slot.spareBuses)}
          onChange={(_, data) => {
            onChange({ spareBuses: data.value.trim() === '' ? Number.NaN : Number(data.value) });
          }}
        />
      </td>
      <td>
        <CardSelect
          slot={slot}
          pulledOut={putBack === undefined ? undefined : (inComputer?.card ?? undefined)}
          cards={cards}
          onChange={(card) => {
            onChange({ card });
          }}
        />
        <PulledOut slot={slot} putBack={putBack} />
        {putBack === undefined && inComputer !== undefined && inComputer.card !== slot.card && (
          <div className={mergeClasses(styles.port, styles.ellipsis)}>
            {text.nowIn(cardName(inComputer.card, cards))}
          </div>
        )}
      </td>
    </tr>
  );
}

export interface SlotsPageProps {
  readonly platform: Platform;
  readonly value: PlatformHardware;
  readonly cards: readonly Card[];
  readonly onChange: (hardware: PlatformHardware) => void;
  /** What puts back the card that was pulled out of a slot; undefined when there is none. */
  readonly putBackOf: (portId: string) => (() => void) | undefined;
}

export function SlotsPage({ platform, value, cards, onChange, putBackOf }: SlotsPageProps): ReactNode {
  const styles = useStyles();
  const { columns } = text;
  if (value.slots.length === 0) return <p className={styles.hint}>{text.noSlots}</p>;
  const problem = value.slots.map(slotProblem).find((each) => each !== undefined);
  return (
    <>
      <p className={styles.hint}>{text.slotHint}</p>
      <table className={styles.table} aria-label={text.slotTable}>
        <thead>
          <tr>
            <th scope="col" className={styles.slot}>
              {columns.slot}
            </th>
            <th scope="col" className={styles.flag}>
              {columns.acs}
            </th>
            <th scope="col" className={styles.flag}>
              {columns.ari}
            </th>
            <th scope="col" className={styles.buses}>
              {columns.spareBuses}
            </th>
            <th scope="col">{columns.card}</th>
          </tr>
        </thead>
        <tbody>
          {value.slots.map((slot) => {
            const Line = slot.fixed ? FixedRow : SlotRow;
            return (
              <Line
                key={slot.portId}
                slot={slot}
                inComputer={platform.hardware.slots.find(({ portId }) => portId === slot.portId)}
                cards={cards}
                putBack={putBackOf(slot.portId)}
                onChange={(change) => {
                  onChange(withSlot(value, slot.portId, change));
                }}
              />
            );
          })}
        </tbody>
      </table>
      {problem !== undefined && (
        <p role="alert" className={styles.error}>
          {problem}
        </p>
      )}
    </>
  );
}
