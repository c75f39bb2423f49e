/** The page of one network adapter, legacy or not: its virtual switch, and the way to get rid of it. */
import { Button, makeStyles } from '@fluentui/react-components';
import { Info16Regular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import type { Vm } from '../../../shared/model/vm';
import type { WorldView } from '../../../shared/model/world-view';
import { Explained } from '../../forms/field-shell';
import { SelectField } from '../../forms/select-field';
import { vmSettings as text } from '../../text/en/vm-settings';
import { adaptersFixedReason } from './settings-draft';
import { switchChoices } from './switch-choices';
import type { AdapterPage as Page, AdapterValue, Problem } from './settings-draft';

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', gap: '8px' },
  switch: { '& select': { textOverflow: 'ellipsis' } },
  remove: { alignSelf: 'end', minWidth: '80px' },
  hint: { display: 'flex', gap: '8px', marginTop: '8px', '& svg': { flexShrink: 0 } },
});

export interface AdapterPageProps {
  readonly world: WorldView;
  readonly vm: Vm;
  readonly page: Page;
  /** What is wrong on this page; null if nothing is. */
  readonly problem: Problem | null;
  readonly onEdit: (patch: Partial<AdapterValue>) => void;
  readonly onRemove: () => void;
}

/** The switch can be changed in every state of the VM; removing the adapter cannot. */
export function AdapterPage(props: AdapterPageProps): ReactNode {
  const styles = useStyles();
  const { world, vm, page, problem } = props;
  const fixed = adaptersFixedReason(vm, page.kind);
  const choices = switchChoices(world);
  const value = page.value.switchId ?? '';
  const shown = choices.find((choice) => choice.value === value);
  return (
    <div className={styles.page}>
      <div>{text.adapterIntro}</div>
      <div className={styles.switch} title={shown?.label}>
        <SelectField
          label={text.virtualSwitch}
          layout="above"
          choices={choices}
          value={value}
          error={problem?.field === 'switchId' ? problem.message : undefined}
          onChange={(switchId) => {
            props.onEdit({ switchId: switchId === '' ? null : switchId });
          }}
        />
      </div>
      <div>{text.removeText}</div>
      <Explained reason={fixed}>
        <Button
          className={styles.remove}
          size="small"
          disabledFocusable={fixed !== undefined}
          onClick={props.onRemove}
        >
          {text.remove}
        </Button>
      </Explained>
      {vm.generation === 1 && page.kind === 'synthetic' && (
        <div className={styles.hint}>
          <Info16Regular aria-hidden />
          <span>{text.legacyHint}</span>
        </div>
      )}
    </div>
  );
}
