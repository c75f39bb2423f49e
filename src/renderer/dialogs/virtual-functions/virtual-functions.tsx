/** Every adapter's virtual functions: how many there are, who has them, where they are. Live. */
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { NetworkAdapter16Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { reasonText } from '../../../shared/model/iov-reason';
import { sriovSupport } from '../../../shared/model/nic';
import type { Nic } from '../../../shared/model/nic';
import { theHost, thePlatform } from '../../../shared/model/world-view';
import type { WorldView } from '../../../shared/model/world-view';
import { DialogFrame } from '../../forms/dialog-frame';
import { Facts } from '../../forms/facts';
import { PageTree } from '../../forms/page-tree';
import type { PageNode } from '../../forms/page-tree';
import { SimulatorMark } from '../../forms/simulator-mark';
import { TabPages } from '../../forms/tab-pages';
import { useWorld } from '../../host/store';
import { forms } from '../../text/en/forms';
import { frame } from '../../text/en/frame';
import { virtualFunctions as text } from '../../text/en/virtual-functions';
import type { DialogProps } from '../dialog-request';
import { CmdletView } from './cmdlet-view';
import { functionRows, resourceFacts, vfCounts } from './function-rows';
import { FunctionTable } from './function-table';

const useStyles = makeStyles({
  mark: { padding: '0 12px 8px', flexShrink: 0 },
  columns: {
    display: 'grid',
    gridTemplateColumns: '250px minmax(0, 1fr)',
    gap: '12px',
    flexGrow: 1,
    minHeight: 0,
    padding: '0 12px 12px',
  },
  page: { display: 'flex', flexDirection: 'column', gap: '8px', minHeight: 0, minWidth: 0 },
  heading: {
    margin: 0,
    padding: '4px 8px',
    flexShrink: 0,
    fontSize: '12px',
    lineHeight: '16px',
    fontWeight: tokens.fontWeightSemibold,
    backgroundColor: tokens.colorNeutralBackground3,
    borderRadius: tokens.borderRadiusMedium,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  facts: { display: 'grid', gridTemplateColumns: '1fr 1fr', gap: '24px', flexShrink: 0 },
  note: { margin: 0, flexShrink: 0, color: tokens.colorNeutralForeground2 },
  empty: { padding: '0 12px 12px', flexGrow: 1 },
  button: { minWidth: '80px' },
});

function detailOf(world: WorldView, nic: Nic): string {
  if (!nic.present) return text.notPresent;
  if (nic.nicSwitch === null) return text.noSriov;
  const { used, existing } = vfCounts(world, nic);
  return text.inUse(used, existing);
}

function nodesOf(world: WorldView): readonly PageNode[] {
  return [...world.nic.values()].map((nic) => ({
    id: nic.id,
    label: nic.interfaceDescription,
    detail: `${nic.name} - ${detailOf(world, nic)}`,
    icon: <NetworkAdapter16Regular />,
  }));
}

/** Why there is nothing to list; undefined when VFs exist. */
function noteOf(world: WorldView, nic: Nic): string | undefined {
  if (!nic.present) return text.gone;
  if (nic.nicSwitch === null) return text.incapable;
  if (vfCounts(world, nic).existing > 0) return undefined;
  const support = sriovSupport(nic, thePlatform(world), world.function);
  if (support === 'Supported') return text.noFunctions;
  return `${reasonText(support).text} ${reasonText(support).cure}`;
}

function FunctionsView(props: { readonly world: WorldView; readonly nic: Nic }): ReactNode {
  const styles = useStyles();
  const { world, nic } = props;
  const facts = resourceFacts(world, nic);
  const note = noteOf(world, nic);
  return (
    <>
      {facts.length > 0 && (
        <div className={styles.facts}>
          <Facts facts={facts.slice(0, 4)} />
          <Facts facts={facts.slice(4)} />
        </div>
      )}
      {note !== undefined && <p className={styles.note}>{note}</p>}
      {nic.present && nic.nicSwitch !== null && <FunctionTable rows={functionRows(world, nic)} />}
    </>
  );
}

type View = 'functions' | 'cmdlet';

const views = [
  { id: 'functions', label: text.functions },
  { id: 'cmdlet', label: text.cmdlet },
] as const;

function Adapter(props: { readonly world: WorldView; readonly nic: Nic }): ReactNode {
  const styles = useStyles();
  const { world, nic } = props;
  const [view, setView] = useState<View>('functions');
  return (
    <section className={styles.page} aria-label={nic.interfaceDescription}>
      <h3 className={styles.heading} title={nic.interfaceDescription}>
        {nic.interfaceDescription}
      </h3>
      <TabPages<View> label={text.tabs} tabs={views} selected={view} onSelect={setView}>
        {view === 'functions' ? (
          <FunctionsView world={world} nic={nic} />
        ) : (
          <CmdletView world={world} name={nic.name} />
        )}
      </TabPages>
    </section>
  );
}

/** Begins with the adapter that was asked for, else with the first one that has VFs, else with the first. */
function initialNic(world: WorldView, wanted: string | null): string | undefined {
  const nics = [...world.nic.values()];
  const busy = nics.find((nic) => nic.numVfs > 0) ?? nics.find((nic) => nic.nicSwitch !== null) ?? nics[0];
  return wanted ?? busy?.id;
}

export default function VirtualFunctions({ request, close }: DialogProps<'virtualFunctions'>): ReactNode {
  const styles = useStyles();
  const world = useWorld();
  const [chosen, setChosen] = useState(() => initialNic(world, request.nicId));
  const nic = world.nic.get(chosen ?? '') ?? [...world.nic.values()][0];
  return (
    <DialogFrame
      title={text.title(theHost(world).computerName.toUpperCase())}
      width={1080}
      height={640}
      onCancel={close}
      footer={
        <Button className={styles.button} size="small" onClick={close}>
          {forms.close}
        </Button>
      }
    >
      <div className={styles.mark}>
        <SimulatorMark what={frame.virtualFunctionsHint} />
      </div>
      {nic === undefined ? (
        <div className={styles.empty}>{text.empty}</div>
      ) : (
        <div className={styles.columns}>
          <PageTree
            label={text.adapters}
            groups={[{ header: text.adapters, nodes: nodesOf(world) }]}
            selected={nic.id}
            onSelect={setChosen}
          />
          <Adapter world={world} nic={nic} />
        </div>
      )}
    </DialogFrame>
  );
}
