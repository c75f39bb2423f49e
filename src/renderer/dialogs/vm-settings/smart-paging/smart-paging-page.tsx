/** The page `Smart Paging File Location`. */
import { makeStyles } from '@fluentui/react-components';
import { DocumentPageBreak20Regular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import type { Vm } from '../../../../shared/model/vm';
import { NoEffectMark } from '../../../forms/no-effect-mark';
import { TextField } from '../../../forms/text-field';
import { smartPagingPage as text } from '../../../text/en/vm-security';
import { vmSettings } from '../../../text/en/vm-settings';
import type { SettingsDraft } from '../settings-draft';
import { errorOf } from '../settings-page';
import type { PageView, SettingsPage } from '../settings-page';
import { valueOfVm, withVmEdit } from '../vm-value';
import { smartPagingPageId } from './smart-paging-draft';

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', gap: '8px' },
});

interface SmartPagingPageProps extends PageView {
  readonly vm: Vm;
  readonly draft: SettingsDraft;
}

function SmartPagingPage({ vm, draft, problem, change }: SmartPagingPageProps): ReactNode {
  const styles = useStyles();
  const path = valueOfVm(vm, draft).smartPagingFilePath;
  return (
    <div className={styles.page}>
      <div>{text.intro}</div>
      <div title={path}>
        <TextField
          label={text.folder}
          layout="above"
          maxLength={260}
          value={path}
          error={errorOf(problem, 'smartPagingFilePath')}
          disabledReason={vm.state === 'Off' ? undefined : vmSettings.needsOff}
          onChange={(smartPagingFilePath) => {
            change(withVmEdit(draft, { smartPagingFilePath }));
          }}
        />
      </div>
      <NoEffectMark what={text.mark} />
    </div>
  );
}

export function smartPagingPage(vm: Vm, draft: SettingsDraft): SettingsPage {
  const path = valueOfVm(vm, draft).smartPagingFilePath;
  return {
    id: smartPagingPageId,
    label: text.title,
    detail: path.trim() === '' ? text.noFolder : path,
    icon: <DocumentPageBreak20Regular />,
    draw: (view) => <SmartPagingPage vm={vm} draft={draft} {...view} />,
  };
}
