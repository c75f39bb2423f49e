/** The property sheet of a physical network adapter. */
import { Button, makeStyles } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import type { ReactNode, RefObject } from 'react';
import type { Nic } from '../../../shared/model/nic';
import { theHost } from '../../../shared/model/world-view';
import type { WorldView } from '../../../shared/model/world-view';
import { DialogFrame } from '../../forms/dialog-frame';
import { ErrorBar } from '../../forms/error-bar';
import { TabPages } from '../../forms/tab-pages';
import type { TabPage } from '../../forms/tab-pages';
import { useWorld } from '../../host/store';
import { deviceManager, nicProperties as text } from '../../text/en/devices';
import { forms } from '../../text/en/forms';
import type { DialogProps } from '../dialog-request';
import { AdvancedTab } from './advanced-tab';
import { DriverTab } from './driver-tab';
import { GeneralTab } from './general-tab';
import type { NicTab, Problem } from './nic-draft';
import { ResourcesTab } from './resources-tab';
import { SimulatorTab } from './simulator-tab';
import { useNicProperties } from './use-nic-properties';
import type { NicSheet } from './use-nic-properties';

const useStyles = makeStyles({
  body: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0, padding: '0 12px 12px' },
  button: { minWidth: '80px' },
});

const tabs: readonly TabPage<NicTab>[] = [
  { id: 'general', label: text.general },
  { id: 'advanced', label: text.advanced },
  { id: 'driver', label: text.driver },
  { id: 'resources', label: text.resources },
  { id: 'simulator', label: text.simulator, simulated: text.simulatorHint },
];

interface PageProps {
  readonly world: WorldView;
  readonly nic: Nic;
  readonly sheet: NicSheet;
  readonly standing: string | undefined;
}

function Page({ world, nic, sheet, standing }: PageProps): ReactNode {
  const obstacle = standing ?? (nic.present ? undefined : deviceManager.notPresent);
  const fn = world.function.get(nic.id);
  switch (sheet.tab) {
    case 'general':
      return <GeneralTab world={world} nic={nic} />;
    case 'advanced':
      return <AdvancedTab nic={nic} sheet={sheet} obstacle={obstacle} />;
    case 'driver':
      return <DriverTab nic={nic} fn={fn} sheet={sheet} obstacle={obstacle} />;
    case 'resources':
      return <ResourcesTab nic={nic} fn={fn} />;
    case 'simulator':
      return <SimulatorTab nic={nic} standing={standing} />;
  }
}

/** Gives the focus to the field that is to blame. */
function useBlame(problem: Problem | null): RefObject<HTMLDivElement | null> {
  const body = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The question that has just closed gives the focus back in a timer too; this one comes later.
    const timer = setTimeout(() => {
      body.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
    });
    return () => clearTimeout(timer);
  }, [problem]);
  return body;
}

function Sheet(props: {
  readonly world: WorldView;
  readonly nic: Nic;
  readonly close: () => void;
}): ReactNode {
  const styles = useStyles();
  const { world, nic, close } = props;
  const sheet = useNicProperties(nic, close);
  const body = useBlame(sheet.problem);
  const { problem } = sheet;
  const message = problem?.field === null ? text.refused(problem.message) : null;
  const standing = theHost(world).state === 'running' ? undefined : deviceManager.hostRestarting;
  return (
    <DialogFrame
      title={text.title(nic.interfaceDescription)}
      width={520}
      height={560}
      onCancel={close}
      footer={
        <>
          <Button
            className={styles.button}
            size="small"
            appearance="primary"
            type="submit"
            disabledFocusable={sheet.busy}
            onClick={sheet.ok}
          >
            {forms.ok}
          </Button>
          <Button className={styles.button} size="small" onClick={close}>
            {forms.cancel}
          </Button>
        </>
      }
    >
      <div ref={body} className={styles.body}>
        <TabPages label={text.tabs} tabs={tabs} selected={sheet.tab} onSelect={sheet.turnTo}>
          <ErrorBar error={message === null ? null : { code: 'refused', message }} />
          <Page world={world} nic={nic} sheet={sheet} standing={standing} />
        </TabPages>
      </div>
    </DialogFrame>
  );
}

/** Closes by itself when the adapter is gone for good: another host, or another card in its slot. */
export default function NicProperties({ request, close }: DialogProps<'nicProperties'>): ReactNode {
  const world = useWorld();
  const nic = world.nic.get(request.nicId);
  const gone = nic === undefined;
  useEffect(() => {
    if (gone) close();
  }, [gone, close]);
  return nic === undefined ? null : <Sheet world={world} nic={nic} close={close} />;
}
