/** Pages of the group `Server`: what holds for the host, whoever looks at it. */
import { makeStyles } from '@fluentui/react-components';
import {
  DesktopCursor16Regular,
  Folder16Regular,
  HardDrive16Regular,
  TableSplit20Regular,
} from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { numaNodesOf } from '../../../shared/model/numa';
import type { Platform } from '../../../shared/model/platform';
import { CheckField } from '../../forms/check-field';
import { NoEffectMark } from '../../forms/no-effect-mark';
import { TextField } from '../../forms/text-field';
import { hostSettings as text } from '../../text/en/host-settings';
import type { HostPage, ServerPageProps } from './host-page';

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', gap: '8px' },
});

interface FolderPageProps extends ServerPageProps {
  readonly setting: 'virtualHardDiskPath' | 'virtualMachinePath';
  readonly intro: string;
}

function FolderPage({ setting, intro, server, setServer, problem }: FolderPageProps): ReactNode {
  const styles = useStyles();
  return (
    <div className={styles.page}>
      <div>{intro}</div>
      <div title={server[setting]}>
        <TextField
          label={text.folder}
          layout="above"
          maxLength={260}
          value={server[setting]}
          error={problem?.field === setting ? problem.message : undefined}
          hint={text.folderNote}
          onChange={(path) => {
            setServer({ [setting]: path });
          }}
        />
      </div>
    </div>
  );
}

function NumaPage(props: ServerPageProps & { readonly platform: Platform }): ReactNode {
  const styles = useStyles();
  const { count, memoryMb } = numaNodesOf(props.platform);
  return (
    <div className={styles.page}>
      <div>{text.numaIntro}</div>
      <CheckField
        label={text.numaBox}
        value={props.server.numaSpanningEnabled}
        onChange={(numaSpanningEnabled) => {
          props.setServer({ numaSpanningEnabled });
        }}
      />
      <div>{text.numaNodes(count, memoryMb)}</div>
      <NoEffectMark what={text.numaMarkHint}>{text.numaMark}</NoEffectMark>
    </div>
  );
}

function SessionPolicyPage({ server, setServer }: ServerPageProps): ReactNode {
  const styles = useStyles();
  return (
    <div className={styles.page}>
      <div>{text.sessionPolicyIntro}</div>
      <CheckField
        label={text.sessionPolicyBox}
        value={server.enableEnhancedSessionMode}
        onChange={(enableEnhancedSessionMode) => {
          setServer({ enableEnhancedSessionMode });
        }}
      />
      <NoEffectMark what={text.consoleMark} />
    </div>
  );
}

function shown(path: string): string {
  return path.trim() === '' ? text.noFolder : path;
}

export function serverPages(props: ServerPageProps, platform: Platform): readonly HostPage[] {
  const { server } = props;
  return [
    {
      id: 'virtual-hard-disks',
      label: text.virtualHardDisks,
      detail: shown(server.virtualHardDiskPath),
      icon: <HardDrive16Regular />,
      draw: () => <FolderPage {...props} setting="virtualHardDiskPath" intro={text.virtualHardDisksIntro} />,
    },
    {
      id: 'virtual-machines',
      label: text.virtualMachines,
      detail: shown(server.virtualMachinePath),
      icon: <Folder16Regular />,
      draw: () => <FolderPage {...props} setting="virtualMachinePath" intro={text.virtualMachinesIntro} />,
    },
    {
      id: 'numa-spanning',
      label: text.numaSpanning,
      detail: server.numaSpanningEnabled ? text.numaOn : text.numaOff,
      icon: <TableSplit20Regular />,
      draw: () => <NumaPage {...props} platform={platform} />,
    },
    {
      id: 'session-policy',
      label: text.sessionPolicy,
      detail: server.enableEnhancedSessionMode ? text.sessionPolicyOn : text.sessionPolicyOff,
      icon: <DesktopCursor16Regular />,
      draw: () => <SessionPolicyPage {...props} />,
    },
  ];
}
