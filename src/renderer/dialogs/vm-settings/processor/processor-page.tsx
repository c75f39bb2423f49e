/** The page `Processor`: how many virtual processors there are, and how much of the host's the VM gets. */
import { makeStyles } from '@fluentui/react-components';
import { DeveloperBoard16Regular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import type { Vm } from '../../../../shared/model/vm';
import type { WorldView } from '../../../../shared/model/world-view';
import { GroupBox } from '../../../forms/group-box';
import { NumberField } from '../../../forms/number-field';
import { processorPage as text } from '../../../text/en/vm-pages';
import { vmSettings } from '../../../text/en/vm-settings';
import type { SettingsDraft } from '../settings-draft';
import { errorOf } from '../settings-page';
import type { PageView, SettingsPage } from '../settings-page';
import { valueOfVm, withVmEdit } from '../vm-value';
import { compatibilityPage } from './compatibility-page';
import { numaPage } from './numa-page';
import { controlRanges, mostFor, processorPageId, shareOfSystem } from './processor-draft';
import type { Control } from './processor-draft';

const captionWidth = '220px';
const boxWidth = '96px';

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', gap: '8px' },
  // As far in as the group's fields stand, so that all figures are in one column.
  number: { padding: '0 13px' },
  share: { display: 'flex', gap: '8px' },
  shareCaption: { width: captionWidth, flexShrink: 0 },
  shareFigure: { fontVariantNumeric: 'tabular-nums', userSelect: 'text', paddingLeft: '7px' },
});

interface ProcessorPageProps extends PageView {
  readonly world: WorldView;
  readonly vm: Vm;
  readonly draft: SettingsDraft;
}

/** What a percentage comes to, where the original has a field that cannot be typed into. */
function SystemShare(props: { readonly percent: number | null }): ReactNode {
  const styles = useStyles();
  return (
    <div className={styles.share}>
      <span className={styles.shareCaption}>{text.shareOfSystem}</span>
      <output className={styles.shareFigure} aria-label={text.shareOfSystem}>
        {props.percent ?? ''}
      </output>
    </div>
  );
}

/** The controls can be changed while the VM runs, the number cannot. */
function ProcessorPage({ world, vm, draft, problem, change }: ProcessorPageProps): ReactNode {
  const styles = useStyles();
  const value = valueOfVm(vm, draft);
  const shared = { labelWidth: captionWidth, width: boxWidth };
  function control(field: Control): ReactNode {
    const [min, max] = controlRanges[field];
    return (
      <NumberField
        {...shared}
        {...{ min, max }}
        label={text.controls[field]}
        value={value[field]}
        error={errorOf(problem, field)}
        onChange={(figure) => {
          change(withVmEdit(draft, { [field]: figure }));
        }}
      />
    );
  }
  return (
    <div className={styles.page}>
      <div>{text.intro}</div>
      <div className={styles.number}>
        <NumberField
          {...shared}
          label={text.number}
          min={1}
          max={mostFor(world, vm)}
          value={value.processors}
          error={errorOf(problem, 'processors')}
          disabledReason={vm.state === 'Off' ? undefined : vmSettings.needsOff}
          onChange={(processors) => {
            change(withVmEdit(draft, { processors }));
          }}
        />
      </div>
      <GroupBox caption={text.resourceControl}>
        <div>{text.resourceControlIntro}</div>
        {control('processorReserve')}
        <SystemShare percent={shareOfSystem(world, value.processors, value.processorReserve)} />
        {control('processorLimit')}
        <SystemShare percent={shareOfSystem(world, value.processors, value.processorLimit)} />
        {control('processorWeight')}
      </GroupBox>
    </div>
  );
}

export function processorPage(world: WorldView, vm: Vm, draft: SettingsDraft): SettingsPage {
  return {
    id: processorPageId,
    label: text.title,
    detail: text.count(valueOfVm(vm, draft).processors),
    icon: <DeveloperBoard16Regular />,
    draw: (view) => <ProcessorPage world={world} vm={vm} draft={draft} {...view} />,
    children: [compatibilityPage(vm, draft), numaPage(world, vm, draft)],
  };
}
