/** SR-IOV of one network adapter: the chain it hangs on, what breaks it, and the VF it has. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import {
  CheckmarkCircle16Filled,
  DismissCircle16Filled,
  QuestionCircle16Regular,
} from '@fluentui/react-icons';
import type { ReactElement, ReactNode } from 'react';
import type { Adapter } from '../../../shared/model/adapter';
import { reasonText } from '../../../shared/model/iov-reason';
import { iovChain } from '../../../shared/model/iov-status';
import type { IovLayer, IovLink } from '../../../shared/model/iov-status';
import { netvscState } from '../../../shared/model/netvsc';
import { formatRoutingId } from '../../../shared/model/pcie';
import { nicBehind } from '../../../shared/model/uplink';
import { theHost } from '../../../shared/model/world-view';
import type { WorldView } from '../../../shared/model/world-view';
import { SimulatorMark } from '../../forms/simulator-mark';
import { formatDateTime } from '../../text/en/date-time';
import { panes } from '../../text/en/panes';
import { pathColors } from '../../theme';

const { iov } = panes;

const useStyles = makeStyles({
  panel: { display: 'flex', flexDirection: 'column', gap: '8px' },
  heading: { display: 'flex', alignItems: 'center', gap: '8px' },
  name: { margin: 0, fontSize: '12px', lineHeight: '16px', fontWeight: tokens.fontWeightSemibold },
  chain: {
    display: 'grid',
    gridTemplateColumns: 'repeat(5, minmax(0, 1fr))',
    listStyleType: 'none',
    margin: 0,
    padding: 0,
  },
  link: {
    position: 'relative',
    display: 'flex',
    flexDirection: 'column',
    paddingRight: '12px',
    minWidth: 0,
    // The line to the next link runs beside the icon, where no text is.
    '::before': {
      content: '""',
      position: 'absolute',
      top: '7px',
      left: '20px',
      right: '4px',
      height: '2px',
      backgroundColor: tokens.colorNeutralStroke1,
      '@media (forced-colors: active)': { backgroundColor: 'CanvasText' },
    },
    ':last-child::before': { display: 'none' },
  },
  icon: { height: '16px', width: '16px', marginBottom: '2px' },
  holds: { color: 'var(--stateRunning)' },
  fails: { color: tokens.colorPaletteRedForeground1 },
  unknown: { color: tokens.colorNeutralForeground3 },
  layer: { fontWeight: tokens.fontWeightSemibold },
  text: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  entity: { color: tokens.colorNeutralForeground3 },
  reasons: {
    display: 'flex',
    flexDirection: 'column',
    gap: '6px',
    listStyleType: 'none',
    margin: 0,
    padding: 0,
  },
  reason: { display: 'flex', gap: '6px', '& svg': { flexShrink: 0 } },
  words: { userSelect: 'text', maxWidth: '720px' },
  cure: { color: tokens.colorNeutralForeground2 },
  facts: { display: 'flex', flexWrap: 'wrap', gap: '4px 24px', margin: 0 },
  fact: { display: 'flex', gap: '6px' },
  caption: { fontWeight: tokens.fontWeightSemibold },
  value: { margin: 0 },
  path: {
    display: 'inline-block',
    // Its colour is what it is there for.
    forcedColorAdjust: 'none',
    width: '16px',
    height: '3px',
    marginRight: '6px',
    verticalAlign: 'middle',
  },
});

const icons: Readonly<Record<IovLink['state'], ReactElement>> = {
  holds: <CheckmarkCircle16Filled aria-hidden />,
  fails: <DismissCircle16Filled aria-hidden />,
  unknown: <QuestionCircle16Regular aria-hidden />,
};

/** What the link is about: the name of the computer, the physical adapter, the switch and so on. */
function entityOf(world: WorldView, adapter: Adapter, layer: IovLayer): string {
  switch (layer) {
    case 'platform':
      return theHost(world).computerName.toUpperCase();
    case 'nic':
      return nicBehind(world, adapter)?.interfaceDescription ?? '';
    case 'switch':
      return (
        (adapter.switchId === null ? undefined : world.switch.get(adapter.switchId)?.name) ??
        panes.network.notConnected
      );
    case 'adapter':
      return adapter.name;
    case 'guest':
      return world.vm.get(adapter.vmId)?.guest.operatingSystem ?? '';
  }
}

function Link(props: { readonly link: IovLink; readonly entity: string }): ReactNode {
  const styles = useStyles();
  const { link, entity } = props;
  return (
    <li className={styles.link}>
      <span className={mergeClasses(styles.icon, styles[link.state])}>{icons[link.state]}</span>
      <span className={mergeClasses(styles.text, styles.layer)} title={iov.layers[link.layer]}>
        {iov.layers[link.layer]}
      </span>
      <span className={styles.text}>{iov.linkStates[link.state]}</span>
      <span className={mergeClasses(styles.text, styles.entity)} title={entity}>
        {entity}
      </span>
    </li>
  );
}

function Reasons(props: { readonly chain: readonly IovLink[] }): ReactNode {
  const styles = useStyles();
  const reasons = props.chain.flatMap((link) =>
    link.reasons.map((reason) => ({ layer: link.layer, reason })),
  );
  if (reasons.length === 0) return null;
  return (
    <ul className={styles.reasons}>
      {reasons.map(({ layer, reason }) => {
        const { text, cure } = reasonText(reason);
        return (
          <li key={reason} className={mergeClasses(styles.reason)}>
            <span className={styles.fails}>{icons.fails}</span>
            <div className={styles.words}>
              <div>
                <span className={styles.layer}>{iov.layers[layer]}:</span> {text}
              </div>
              <div className={styles.cure}>{iov.cure(cure)}</div>
            </div>
          </li>
        );
      })}
    </ul>
  );
}

/** The VF that the adapter owns or is getting, as one line. */
function vfText(world: WorldView, adapter: Adapter): string {
  const vf = adapter.assignment === null ? undefined : world.vf.get(adapter.assignment.vfId);
  if (vf === undefined) return adapter.waitingForVf ? iov.waiting : iov.noVf;
  const port = vf.vPortId === null ? iov.noVPort : iov.vPort(vf.vPortId);
  const parts = [iov.vfAt(vf.index, formatRoutingId(vf.routingId)), port];
  if (vf.queuePairs > 0) parts.push(iov.queuePairs(vf.queuePairs, adapter.iovQueuePairsRequested));
  if (vf.serial !== null) parts.push(iov.serial(vf.serial));
  return parts.join(', ');
}

function Assignment(props: { readonly world: WorldView; readonly adapter: Adapter }): ReactNode {
  const styles = useStyles();
  const { world, adapter } = props;
  const { dataPath, assignment, switching } = adapter;
  const netvsc = netvscState(adapter);
  return (
    <dl className={styles.facts}>
      <div className={styles.fact}>
        <dt className={styles.caption}>{iov.path}</dt>
        <dd className={styles.value}>
          {dataPath !== 'none' && (
            <span className={styles.path} style={{ backgroundColor: pathColors[dataPath] }} />
          )}
          {iov.paths[dataPath]}
        </dd>
      </div>
      <div className={styles.fact}>
        <dt className={styles.caption}>{iov.vf}:</dt>
        <dd className={styles.value}>{vfText(world, adapter)}</dd>
      </div>
      {assignment !== null && (
        <div className={styles.fact}>
          <dt className={styles.caption}>{iov.step}</dt>
          <dd className={styles.value}>
            {assignment.stalled ? iov.stalled(iov.steps[assignment.step]) : iov.steps[assignment.step]}
          </dd>
        </div>
      )}
      {netvsc !== null && (
        <div className={styles.fact}>
          <dt className={styles.caption}>{iov.netvsc}</dt>
          <dd className={styles.value}>{iov.netvscStates[netvsc]}</dd>
        </div>
      )}
      {switching.lastAt !== null && (
        <div className={styles.fact}>
          <dt className={styles.caption}>{iov.switching}</dt>
          <dd className={styles.value}>{iov.switched(switching)}</dd>
        </div>
      )}
      {switching.interruptedSince !== null && (
        <div className={styles.fact}>
          <dt className={styles.caption}>{iov.interrupted}</dt>
          <dd className={styles.value}>{formatDateTime(switching.interruptedSince)}</dd>
        </div>
      )}
    </dl>
  );
}

/** The chain of one adapter, link by link, from the host to the guest. */
export function IovPanel(props: { readonly world: WorldView; readonly adapter: Adapter }): ReactNode {
  const styles = useStyles();
  const { world, adapter } = props;
  const chain = iovChain(world, adapter);
  return (
    <section aria-label={iov.region} className={styles.panel}>
      <div className={styles.heading}>
        <h3 className={styles.name}>{iov.of(adapter.name)}</h3>
        <SimulatorMark what={iov.hint} />
      </div>
      <ol aria-label={iov.chain} className={styles.chain}>
        {chain.map((link) => (
          <Link key={link.layer} link={link} entity={entityOf(world, adapter, link.layer)} />
        ))}
      </ol>
      <Assignment world={world} adapter={adapter} />
      <Reasons chain={chain} />
    </section>
  );
}
