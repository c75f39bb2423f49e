/** Under the box: what the text holds, or why it will not do and where. */
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { ErrorBar } from '../../forms/error-bar';
import { GroupBox } from '../../forms/group-box';
import { lspci as text } from '../../text/en/lspci';
import type { LspciSummary } from '../../../shared/contract';
import type { Reading, RefusedLine } from './lspci-reading';

const useStyles = makeStyles({
  quiet: { color: tokens.colorNeutralForeground3 },
  paragraph: { margin: 0 },
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    '& th, & td': { padding: '3px 8px 3px 0', fontWeight: 'normal', textAlign: 'left', verticalAlign: 'top' },
    '& [data-number]': {
      fontVariantNumeric: 'tabular-nums',
      textAlign: 'right',
      paddingRight: '24px',
    },
    '& thead th': {
      color: tokens.colorNeutralForeground3,
      borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    },
  },
  address: { fontFamily: tokens.fontFamilyMonospace, whiteSpace: 'nowrap' },
  notes: { margin: 0, paddingLeft: '18px', color: tokens.colorNeutralForeground2 },
  refusal: { display: 'flex', flexDirection: 'column', gap: '4px' },
  line: { display: 'flex', gap: '8px', alignItems: 'center', minWidth: 0 },
  source: {
    flexGrow: 1,
    minWidth: 0,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'pre',
    padding: '4px 8px',
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: '11px',
    backgroundColor: tokens.colorNeutralBackground3,
    borderLeft: `3px solid ${tokens.colorPaletteRedBorder2}`,
  },
  go: { flexShrink: 0 },
});

function Nics({ nics }: { readonly nics: LspciSummary['nics'] }): ReactNode {
  const styles = useStyles();
  if (nics.length === 0) return <p className={styles.paragraph}>{text.noNics}</p>;
  return (
    <table className={styles.table} aria-label={text.preview}>
      <thead>
        <tr>
          <th scope="col">{text.columns.address}</th>
          <th scope="col">{text.columns.name}</th>
          <th scope="col" data-number>
            {text.columns.totalVfs}
          </th>
          <th scope="col">{text.columns.firstVf}</th>
        </tr>
      </thead>
      <tbody>
        {nics.map((nic) => (
          <tr key={nic.address}>
            <td className={styles.address}>{nic.address}</td>
            <td>{nic.name}</td>
            <td data-number>{nic.totalVfs ?? text.noSriov}</td>
            <td className={styles.address}>{nic.firstVf ?? ''}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Preview({ summary }: { readonly summary: LspciSummary }): ReactNode {
  const styles = useStyles();
  const { bridges, nics, notes } = summary;
  return (
    <GroupBox caption={text.preview}>
      <p className={styles.paragraph}>{text.holds(text.bridges(bridges), text.nics(nics.length))}</p>
      <Nics nics={nics} />
      {notes.length > 0 && (
        <>
          <div className={styles.quiet}>{text.notes}</div>
          <ul className={styles.notes}>
            {notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </>
      )}
    </GroupBox>
  );
}

export interface ReadingViewProps {
  readonly reading: Reading;
  readonly onGoTo: (line: RefusedLine) => void;
}

/** The present reading. */
export function ReadingView({ reading, onGoTo }: ReadingViewProps): ReactNode {
  const styles = useStyles();
  switch (reading.state) {
    case 'empty':
      return <div className={styles.quiet}>{text.empty}</div>;
    case 'reading':
      return (
        <div className={styles.quiet} role="status">
          {text.reading}
        </div>
      );
    case 'cancelled':
      return (
        <div className={styles.quiet} role="status">
          {text.cancelled}
        </div>
      );
    case 'read':
      return <Preview summary={reading.summary} />;
    case 'refused': {
      const { refusal, at } = reading;
      return (
        <div className={styles.refusal}>
          <ErrorBar error={refusal} />
          {at !== null && (
            <div className={styles.line}>
              <code className={styles.source} title={at.text}>
                {at.text}
              </code>
              <Button
                size="small"
                className={styles.go}
                onClick={() => {
                  onGoTo(at);
                }}
              >
                {text.goToLine(at.number)}
              </Button>
            </div>
          )}
        </div>
      );
    }
  }
}
