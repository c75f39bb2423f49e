/** The page of one network adapter, legacy or not: its virtual switch, VLAN, bandwidth, and the way to get rid of it. */
import { Button, makeStyles } from '@fluentui/react-components';
import { Info16Regular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { Explained } from '../../../forms/field-shell';
import { SelectField } from '../../../forms/select-field';
import { networkAdapter as text } from '../../../text/en/network-adapter';
import { errorOf } from '../settings-page';
import { adaptersFixedReason, withoutAdapter } from './adapter-draft';
import type { AdapterPageProps } from './adapter-pages';
import { BandwidthGroup } from './bandwidth-group';
import { switchChoices } from './switch-choices';
import { VlanGroup } from './vlan-group';

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', gap: '8px' },
  switch: { '& select': { textOverflow: 'ellipsis' } },
  remove: { alignSelf: 'end', minWidth: '80px' },
  hint: { display: 'flex', gap: '8px', marginTop: '8px', '& svg': { flexShrink: 0 } },
});

/** Everything but the removal can be changed in every state of the VM. */
export function AdapterPage(props: AdapterPageProps): ReactNode {
  const styles = useStyles();
  const { world, vm, draft, adapter, problem, onEdit } = props;
  const { kind } = adapter;
  const fixed = adaptersFixedReason(vm, kind);
  const choices = switchChoices(world);
  const value = adapter.value.switchId ?? '';
  const shown = choices.find((choice) => choice.value === value);
  return (
    <div className={styles.page}>
      <div>{text.intro}</div>
      <div className={styles.switch} title={shown?.label}>
        <SelectField
          label={text.virtualSwitch}
          layout="above"
          choices={choices}
          value={value}
          error={errorOf(problem, 'switchId')}
          onChange={(switchId) => {
            onEdit({ switchId: switchId === '' ? null : switchId });
          }}
        />
      </div>
      <VlanGroup value={adapter.value} problem={problem} onEdit={onEdit} />
      <BandwidthGroup value={adapter.value} problem={problem} onEdit={onEdit} />
      <div>{text.removeText}</div>
      <Explained reason={fixed}>
        <Button
          className={styles.remove}
          size="small"
          disabledFocusable={fixed !== undefined}
          onClick={() => {
            props.change(withoutAdapter(draft, adapter));
          }}
        >
          {text.remove}
        </Button>
      </Explained>
      {vm.generation === 1 && kind === 'synthetic' && (
        <div className={styles.hint}>
          <Info16Regular aria-hidden />
          <span>{text.legacyHint}</span>
        </div>
      )}
    </div>
  );
}
