/** The drivers of the guest's network devices, and the one that can be installed and removed. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { isLinux } from '../../../shared/model/guest-systems';
import { guestView as text } from '../../text/en/guest-view';
import type { GuestTabProps } from './devices-tab';
import { DriverGroup } from './driver-group';
import { driverRows } from './driver-rows';

const useStyles = makeStyles({
  intro: { margin: 0 },
  table: { width: '100%', borderCollapse: 'collapse', tableLayout: 'fixed' },
  header: {
    height: '24px',
    padding: '0 8px',
    textAlign: 'left',
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground2,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  cell: { height: '24px', padding: '0 8px', overflowWrap: 'anywhere' },
});

export interface DriversTabProps extends GuestTabProps {
  /** Why nothing can be done inside the guest now; undefined when it can. */
  readonly obstacle: string | undefined;
}

export function DriversTab({ world, vm, obstacle }: DriversTabProps): ReactNode {
  const styles = useStyles();
  const headers = [text.driverOf, text.driverFor, text.driverState];
  const rows = driverRows(world, vm, isLinux(vm.guest.operatingSystem));
  return (
    <>
      <p className={styles.intro}>{text.driversIntro}</p>
      <table className={styles.table} aria-label={text.driversIntro.replace(':', '')}>
        <thead>
          <tr>
            {headers.map((header) => (
              <th key={header} className={styles.header}>
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.use}>
              {[row.file, row.use, row.state].map((cell) => (
                <td key={cell} className={styles.cell}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <DriverGroup vm={vm} obstacle={obstacle} />
    </>
  );
}
