/** One check box per network adapter; in a large host those that are found by name. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { CheckField } from '../../forms/check-field';
import { TextField } from '../../forms/text-field';
import { recordings as text } from '../../text/en/recordings';
import { found, mostListed } from './recording-draft';
import type { AdapterChoice } from './recording-draft';

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexDirection: 'column',
    flexGrow: 1,
    minHeight: '72px',
    overflow: 'auto',
    padding: '4px 8px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    overflowWrap: 'anywhere',
    '& > *': { flexShrink: 0 },
  },
  note: { flexShrink: 0, color: tokens.colorNeutralForeground3 },
});

export interface AdapterListProps {
  readonly choices: readonly AdapterChoice[];
  readonly chosen: readonly string[];
  readonly onChoose: (chosen: readonly string[]) => void;
}

export function AdapterList({ choices, chosen, onChoose }: AdapterListProps): ReactNode {
  const styles = useStyles();
  const [typed, setTyped] = useState('');
  if (choices.length === 0) return <div className={styles.note}>{text.noAdapters}</div>;
  const matching = found(choices, typed);
  const shown = matching.slice(0, mostListed);
  return (
    <>
      {choices.length > mostListed && (
        <TextField label={text.find} labelWidth="60px" value={typed} onChange={setTyped} maxLength={100} />
      )}
      <div role="group" aria-label={text.adapters} className={styles.list}>
        {shown.length === 0 && <div className={styles.note}>{text.noneFound}</div>}
        {shown.map(({ id, label }) => (
          <CheckField
            key={id}
            label={label}
            value={chosen.includes(id)}
            onChange={(value) => {
              onChoose(value ? [...chosen, id] : chosen.filter((each) => each !== id));
            }}
          />
        ))}
      </div>
      {shown.length < matching.length && (
        <div className={styles.note}>{text.more(shown.length, matching.length)}</div>
      )}
    </>
  );
}
