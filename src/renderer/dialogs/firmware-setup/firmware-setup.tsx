/** Firmware Setup: the switches of the computer's set-up on which SR-IOV depends. */
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { Info16Filled } from '@fluentui/react-icons';
import { useId } from 'react';
import type { ReactNode } from 'react';
import { restartPending } from '../../../shared/model/platform';
import type { FirmwareSettings, Platform } from '../../../shared/model/platform';
import { theHost, thePlatform } from '../../../shared/model/world-view';
import { CheckField } from '../../forms/check-field';
import { DialogFrame } from '../../forms/dialog-frame';
import { ErrorBar } from '../../forms/error-bar';
import { GroupBox } from '../../forms/group-box';
import { SimulatorMark } from '../../forms/simulator-mark';
import { useDraft } from '../../forms/use-draft';
import { execute } from '../../host/client';
import { useWorld } from '../../host/store';
import { firmware as text } from '../../text/en/firmware';
import type { DialogProps } from '../dialog-request';
import {
  firmwareCommands,
  initFirmware,
  iovSupport,
  platformFacts,
  savedByRestart,
  settingState,
} from './firmware-facts';
import type { Fact } from './firmware-facts';
import { SupportView } from './support-view';

const useStyles = makeStyles({
  page: {
    display: 'flex',
    flexDirection: 'column',
    gap: '12px',
    flexGrow: 1,
    minHeight: 0,
    padding: '4px 12px 12px',
    overflow: 'auto',
  },
  paragraph: { margin: 0 },
  facts: {
    width: '100%',
    borderCollapse: 'collapse',
    '& th, & td': { padding: '2px 0', fontWeight: 'normal', textAlign: 'left', verticalAlign: 'top' },
    '& th': { width: '50%', color: tokens.colorNeutralForeground2 },
  },
  pending: {
    display: 'flex',
    gap: '8px',
    margin: 0,
    padding: '6px 12px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    '& svg': { flexShrink: 0, color: tokens.colorBrandForeground1 },
  },
  restart: { margin: 0, flexGrow: 1, alignSelf: 'center', color: tokens.colorNeutralForeground2 },
  button: { flexShrink: 0, whiteSpace: 'nowrap' },
});

interface SettingsProps {
  readonly platform: Platform;
  readonly value: FirmwareSettings;
  readonly set: (patch: Partial<FirmwareSettings>) => void;
}

function Settings({ platform, value, set }: SettingsProps): ReactNode {
  const { firmware } = platform;
  return (
    <GroupBox caption={text.settings}>
      <CheckField
        label={text.ioVirtualization}
        hint={`${text.ioVirtualizationHint} ${settingState(firmware.ioVirtualization, value.ioVirtualization)}`}
        value={value.ioVirtualization}
        onChange={(ioVirtualization) => {
          set({ ioVirtualization });
        }}
      />
      <CheckField
        label={text.pcieNativeControl}
        hint={`${text.pcieNativeControlHint} ${settingState(firmware.pcieNativeControl, value.pcieNativeControl)}`}
        value={value.pcieNativeControl}
        onChange={(pcieNativeControl) => {
          set({ pcieNativeControl });
        }}
      />
    </GroupBox>
  );
}

function Facts({ facts }: { readonly facts: readonly Fact[] }): ReactNode {
  const styles = useStyles();
  return (
    <GroupBox caption={text.platform}>
      <table className={styles.facts} aria-label={text.platform}>
        <tbody>
          {facts.map(({ caption, value }) => (
            <tr key={caption}>
              <th scope="row">{caption}</th>
              <td>{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </GroupBox>
  );
}

interface FooterProps {
  readonly note: string;
  readonly onSave: (restart: boolean) => void;
  readonly onCancel: () => void;
  /** Why nothing can be saved; undefined when it can. */
  readonly obstacle: string | undefined;
  readonly busy: boolean;
}

function Footer({ note, onSave, onCancel, obstacle, busy }: FooterProps): ReactNode {
  const styles = useStyles();
  const id = useId();
  const button = (caption: string, restart: boolean): ReactNode => (
    <Button
      size="small"
      className={styles.button}
      appearance={restart ? 'secondary' : 'primary'}
      type={restart ? 'button' : 'submit'}
      disabledFocusable={obstacle !== undefined || busy}
      aria-describedby={restart || obstacle !== undefined ? id : undefined}
      onClick={() => {
        onSave(restart);
      }}
    >
      {caption}
    </Button>
  );
  return (
    <>
      <p id={id} className={styles.restart}>
        {obstacle ?? note}
      </p>
      {button(text.save, false)}
      {button(text.saveAndRestart, true)}
      <Button size="small" className={styles.button} onClick={onCancel}>
        {text.cancel}
      </Button>
    </>
  );
}

/** Stores the settings; they are in force after a restart, which the second button adds. */
export default function FirmwareSetup({ close }: DialogProps<'firmwareSetup'>): ReactNode {
  const styles = useStyles();
  const world = useWorld();
  const host = theHost(world);
  const platform = thePlatform(world);
  const functions = world.function;
  const draft = useDraft(initFirmware(platform));
  const now = iovSupport(platform, functions, platform.firmware);
  const later = iovSupport(platform, functions, draft.value);
  const differs = JSON.stringify(now) !== JSON.stringify(later);

  async function save(restart: boolean): Promise<void> {
    if (await draft.run(() => execute(firmwareCommands(draft.value, restart)))) close();
  }

  return (
    <DialogFrame
      title={text.title(host.computerName)}
      width={740}
      height={700}
      onCancel={close}
      footer={
        <Footer
          note={text.restart(savedByRestart(world.vm.values()))}
          obstacle={host.state === 'restarting' ? text.restarting : undefined}
          busy={draft.busy}
          onCancel={close}
          onSave={(restart) => void save(restart)}
        />
      }
    >
      <div className={styles.page}>
        <p className={styles.paragraph}>
          {text.intro} <SimulatorMark what={text.simulated} />
        </p>
        {restartPending(platform) && (
          <p className={styles.pending}>
            <Info16Filled aria-hidden />
            {text.pending}
          </p>
        )}
        <Settings
          platform={platform}
          value={draft.value}
          set={(patch) => {
            draft.set(patch);
          }}
        />
        <Facts facts={platformFacts(platform, functions)} />
        <GroupBox caption={text.support}>
          <SupportView heading={text.now} support={now} />
          {differs && <SupportView heading={text.afterRestart} support={later} />}
        </GroupBox>
        <ErrorBar error={draft.error} />
      </div>
    </DialogFrame>
  );
}
