/** Tells screen readers what virtual machines have become, once and without interrupting. */
import { makeStyles } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import type { Vm, VmState } from '../../shared/model/vm';
import { hostStore } from '../host/store';
import { frame } from '../text/en/frame';

/** States that last. The ones between them come and go too quickly to be read out. */
const settled: ReadonlySet<VmState> = new Set(['Off', 'Running', 'Saved', 'Paused']);
/** Changes within this many milliseconds are told together. */
const GATHER_MS = 700;
const MANY = 3;

/** The VMs that arrived in a lasting state between two worlds. VMs that are new do not count. */
export function settledVms(before: ReadonlyMap<string, Vm>, after: ReadonlyMap<string, Vm>): readonly Vm[] {
  if (before === after) return [];
  return [...after.values()].filter((vm) => {
    const was = before.get(vm.id);
    return was !== undefined && was !== vm && was.state !== vm.state && settled.has(vm.state);
  });
}

/** One sentence per VM, or per state where there are many. */
export function announcement(vms: readonly Vm[]): string {
  if (vms.length <= MANY) return vms.map((vm) => frame.isNow(vm.name, vm.state)).join(' ');
  const counts = new Map<string, number>();
  for (const vm of vms) counts.set(vm.state, (counts.get(vm.state) ?? 0) + 1);
  return [...counts].map(([state, count]) => frame.manyAreNow(count, state)).join(' ');
}

const useStyles = makeStyles({
  hidden: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
});

/** The live region; seen by nobody. */
export function Announcer(): ReactNode {
  const styles = useStyles();
  const [text, setText] = useState('');
  useEffect(() => {
    const waiting = new Map<string, Vm>();
    let timer: ReturnType<typeof setTimeout> | undefined;
    function tell(): void {
      timer = undefined;
      setText(announcement([...waiting.values()]));
      waiting.clear();
    }
    const unsubscribe = hostStore.subscribe((state, before) => {
      if (!before.ready) return;
      for (const vm of settledVms(before.world.vm, state.world.vm)) waiting.set(vm.id, vm);
      if (waiting.size > 0) timer ??= setTimeout(tell, GATHER_MS);
    });
    return () => {
      unsubscribe();
      clearTimeout(timer);
    };
  }, []);
  return (
    <div aria-live="polite" className={styles.hidden}>
      {text}
    </div>
  );
}
