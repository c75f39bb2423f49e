/** Firmware Setup: everything outside Windows on which SR-IOV depends, and what Windows makes of it. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { Info16Filled } from '@fluentui/react-icons';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { restartPending } from '../../../shared/model/platform';
import type { Platform } from '../../../shared/model/platform';
import { theHost, thePlatform } from '../../../shared/model/world-view';
import { DialogFrame } from '../../forms/dialog-frame';
import { ErrorBar } from '../../forms/error-bar';
import { PageTree } from '../../forms/page-tree';
import { SimulatorMark } from '../../forms/simulator-mark';
import { useDraft } from '../../forms/use-draft';
import type { Draft } from '../../forms/use-draft';
import { execute } from '../../host/client';
import { useWorld } from '../../host/store';
import { firmware as text } from '../../text/en/firmware';
import type { DialogProps } from '../dialog-request';
import {
  activeVms,
  changesByPage,
  draftProblem,
  firmwareCommands,
  initFirmware,
  patchOf,
} from './firmware-draft';
import type { FirmwareDraft, FirmwarePage } from './firmware-draft';
import { firmwareTree } from './firmware-tree';
import { HardwarePage } from './hardware-page';
import { BootPage, SettingsPage } from './set-up-pages';
import { SetupFooter } from './setup-footer';
import { returnCommands } from './pulled-out';
import { SlotsPage } from './slots-page';
import { presentReport, supportRows } from './support-rows';
import { SupportView } from './support-view';
import { useCards } from './use-cards';
import { useOutlook } from './use-outlook';

const useStyles = makeStyles({
  intro: { margin: 0, padding: '4px 12px 8px', flexShrink: 0 },
  pending: {
    display: 'flex',
    gap: '8px',
    flexShrink: 0,
    margin: '0 12px 8px',
    padding: '6px 12px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    '& svg': { flexShrink: 0, color: tokens.colorBrandForeground1 },
  },
  columns: {
    display: 'grid',
    gridTemplateColumns: '190px minmax(0, 1fr)',
    gap: '12px',
    flexGrow: 1,
    minHeight: '120px',
    padding: '0 12px 12px',
  },
  page: { display: 'flex', flexDirection: 'column', gap: '8px', minHeight: 0 },
  heading: {
    margin: 0,
    padding: '4px 8px',
    flexShrink: 0,
    fontSize: '12px',
    lineHeight: '16px',
    fontWeight: tokens.fontWeightSemibold,
    backgroundColor: tokens.colorNeutralBackground3,
    borderRadius: tokens.borderRadiusMedium,
  },
  content: { overflowY: 'auto', minHeight: 0, flexGrow: 1, paddingRight: '4px' },
});

interface PageProps {
  readonly page: FirmwarePage;
  readonly platform: Platform;
  readonly draft: Draft<FirmwareDraft>;
}

function Page({ page, platform, draft }: PageProps): ReactNode {
  const cards = useCards();
  const world = useWorld();
  const { firmware, hardware } = draft.value;
  const setUp = {
    platform,
    value: firmware,
    onChange: (patch: Partial<typeof firmware>) => {
      draft.set({ firmware: { ...firmware, ...patch } });
    },
  };
  const change = (patch: Partial<typeof hardware>): void => {
    draft.set({ hardware: { ...hardware, ...patch } });
  };
  if (page === 'settings') return <SettingsPage {...setUp} />;
  if (page === 'boot') return <BootPage {...setUp} />;
  const putBackOf = (portId: string): (() => void) | undefined => {
    const commands = returnCommands(world, portId);
    return commands.length === 0 ? undefined : () => void draft.run(() => execute(commands));
  };
  if (page === 'hardware') return <HardwarePage platform={platform} value={hardware} onChange={change} />;
  return (
    <SlotsPage platform={platform} value={hardware} cards={cards} onChange={change} putBackOf={putBackOf} />
  );
}

/** Stores what was changed; it is in force after a restart, which the second button adds. */
export default function FirmwareSetup({ close }: DialogProps<'firmwareSetup'>): ReactNode {
  const styles = useStyles();
  const world = useWorld();
  const host = theHost(world);
  const platform = thePlatform(world);
  const [page, setPage] = useState<FirmwarePage>('settings');
  const draft = useDraft(initFirmware(platform));
  const patch = patchOf(platform, draft.value);
  const problem = draftProblem(draft.value);
  const later = useOutlook(world, patch, problem === undefined);

  async function save(restart: boolean): Promise<void> {
    if (await draft.run(() => execute(firmwareCommands(patch, restart)))) close();
  }

  return (
    <DialogFrame
      title={text.title(host.computerName)}
      width={740}
      height={700}
      onCancel={close}
      footer={
        <SetupFooter
          note={text.restart(activeVms(world.vm.values()))}
          obstacle={host.state === 'restarting' ? text.restarting : problem}
          busy={draft.busy}
          onCancel={close}
          onSave={(restart) => void save(restart)}
        />
      }
    >
      <p className={styles.intro}>
        {text.intro} <SimulatorMark what={text.simulated} />
      </p>
      {restartPending(platform) && (
        <p className={styles.pending}>
          <Info16Filled aria-hidden />
          {text.pending}
        </p>
      )}
      <div className={styles.columns}>
        <PageTree
          label={text.pages}
          groups={firmwareTree(changesByPage(platform, draft.value))}
          selected={page}
          onSelect={(id) => {
            setPage(id as FirmwarePage);
          }}
        />
        <section className={styles.page} aria-label={text[page]}>
          <h3 className={styles.heading}>{text[page]}</h3>
          <ErrorBar error={draft.error} />
          <div className={styles.content}>
            <Page page={page} platform={platform} draft={draft} />
          </div>
        </section>
      </div>
      <SupportView {...supportRows(presentReport(world), later)} />
    </DialogFrame>
  );
}
