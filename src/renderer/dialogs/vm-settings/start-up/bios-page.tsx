/** The page `BIOS` of generation 1: Num Lock, and what is tried first. */
import { makeStyles, mergeClasses } from '@fluentui/react-components';
import { Power20Regular } from '@fluentui/react-icons';
import { useId, useState } from 'react';
import type { ReactNode } from 'react';
import type { BiosBootDevice } from '../../../../shared/model/storage';
import type { Vm } from '../../../../shared/model/vm';
import { CheckField } from '../../../forms/check-field';
import { useListBoxStyles } from '../../../forms/list-box';
import { NoEffectMark } from '../../../forms/no-effect-mark';
import { biosPage as text } from '../../../text/en/vm-storage';
import { vmSettings } from '../../../text/en/vm-settings';
import type { SettingsDraft } from '../settings-draft';
import type { PageView, SettingsPage } from '../settings-page';
import { MoveButtons, moved } from './order-list';
import { biosPageId } from './start-up-draft';
import { valueOfStartUp, withStartUpEdit } from './start-up-value';

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', gap: '8px' },
  order: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) auto', gap: '8px' },
  list: { height: '116px', padding: '4px' },
});

interface BiosPageProps extends PageView {
  readonly vm: Vm;
  readonly draft: SettingsDraft;
}

function BiosPage({ vm, draft, change }: BiosPageProps): ReactNode {
  const styles = useStyles();
  const box = useListBoxStyles();
  const labelId = useId();
  const { numLock, biosBootOrder: order } = valueOfStartUp(vm, draft);
  const [chosen, setChosen] = useState<BiosBootDevice>(order[0] ?? 'CD');
  const fixed = vm.state === 'Off' ? undefined : vmSettings.needsOff;
  const index = order.indexOf(chosen);
  return (
    <div className={styles.page}>
      <CheckField
        label={text.numLock}
        value={numLock}
        disabledReason={fixed}
        onChange={(next) => {
          change(withStartUpEdit(draft, { numLock: next }));
        }}
      />
      <div>{text.intro}</div>
      <div id={labelId}>{text.startupOrder}</div>
      <div className={styles.order}>
        <select
          className={mergeClasses(box.list, styles.list)}
          aria-labelledby={labelId}
          size={4}
          value={chosen}
          onChange={(event) => {
            setChosen(order[event.target.selectedIndex] ?? chosen);
          }}
        >
          {order.map((device) => (
            <option key={device} value={device}>
              {text.devices[device]}
            </option>
          ))}
        </select>
        <MoveButtons
          index={index}
          count={order.length}
          fixed={fixed}
          onMove={(by) => {
            change(withStartUpEdit(draft, { biosBootOrder: moved(order, index, by) }));
          }}
        />
      </div>
      <NoEffectMark what={text.mark} />
    </div>
  );
}

export function biosPage(vm: Vm, draft: SettingsDraft): SettingsPage {
  const [first = 'CD'] = valueOfStartUp(vm, draft).biosBootOrder;
  return {
    id: biosPageId,
    label: text.title,
    detail: text.detail(first),
    icon: <Power20Regular />,
    draw: (view) => <BiosPage vm={vm} draft={draft} {...view} />,
  };
}
