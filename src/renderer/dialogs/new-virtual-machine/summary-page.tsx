/** `Summary`: what Finish is about to create. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { diskFormatOf } from '../../../shared/model/host-file';
import { SimulatorMark } from '../../forms/simulator-mark';
import { wizard as text } from '../../text/en/wizard';
import { newDiskPath } from './wizard-disk';
import { installationOf } from './wizard-value';
import type { WizardHost, WizardValue } from './wizard-value';

const useStyles = makeStyles({
  paragraph: { margin: 0 },
  table: {
    width: '100%',
    tableLayout: 'fixed',
    borderCollapse: 'collapse',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    '& th, & td': {
      padding: '4px 8px',
      fontWeight: 'normal',
      textAlign: 'left',
      verticalAlign: 'top',
      overflowWrap: 'anywhere',
    },
    '& th': { width: '120px', color: tokens.colorNeutralForeground3 },
  },
  marked: { display: 'flex', alignItems: 'start', gap: '8px', '& > :first-child': { flexGrow: 1 } },
});

export interface SummaryPageProps {
  readonly value: WizardValue;
  readonly host: WizardHost;
}

function hardDiskOf(value: WizardValue, host: WizardHost): string {
  const words = text.summary;
  if (value.disk === 'later') return words.noDisk;
  if (value.disk === 'existing') return value.existingDisk.trim();
  const path = newDiskPath(value, host);
  return words.newDisk(path, diskFormatOf(path));
}

function systemOf(value: WizardValue): string {
  const words = text.summary;
  const installation = installationOf(value);
  if (installation.kind === 'later') return words.installLater;
  return installation.kind === 'network' ? words.installNetwork : words.installFrom(installation.path);
}

/** Table of the choices; a field that will not do shows as it was typed. */
export function SummaryPage({ value, host }: SummaryPageProps): ReactNode {
  const styles = useStyles();
  const words = text.summary;
  const connection = value.switchId === null ? undefined : host.switches.get(value.switchId)?.name;
  const memory = Number.isNaN(value.startupMemoryMb) ? '' : words.memoryOf(value.startupMemoryMb);
  const rows: readonly [string, string][] = [
    [words.name, value.name.trim()],
    [words.generation, value.generation === 1 ? text.generation.first : text.generation.second],
    [words.memory, memory],
    [words.network, connection ?? text.network.notConnected],
    [words.hardDisk, hardDiskOf(value, host)],
  ];
  return (
    <>
      <p className={styles.paragraph}>{words.intro}</p>
      <div>{words.label}</div>
      <table className={styles.table} aria-label={words.table}>
        <tbody>
          {rows.map(([caption, content]) => (
            <tr key={caption}>
              <th scope="row">{caption}</th>
              <td>{content}</td>
            </tr>
          ))}
          <tr>
            <th scope="row">{words.system}</th>
            <td>
              <div className={styles.marked}>
                <span>{systemOf(value)}</span>
                <SimulatorMark what={words.guestHint} />
              </div>
            </td>
          </tr>
        </tbody>
      </table>
      <p className={styles.paragraph}>{words.guestHint}</p>
      <p className={styles.paragraph}>{words.close}</p>
    </>
  );
}
