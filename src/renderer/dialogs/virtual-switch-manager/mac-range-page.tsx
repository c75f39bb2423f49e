/** The page `MAC Address Range`. */
import { makeStyles } from '@fluentui/react-components';
import { Info16Regular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { GroupBox } from '../../forms/group-box';
import { MacField } from '../../forms/mac-field';
import { switchManager as text } from '../../text/en/switch-manager';
import type { MacRange } from './mac-range';
import type { Problem } from './switch-draft';

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', gap: '8px' },
  note: { display: 'flex', gap: '8px', '& svg': { flexShrink: 0 } },
});

export interface MacRangePageProps {
  readonly value: MacRange;
  /** What is wrong on this page; null if nothing is. */
  readonly problem: Problem | null;
  readonly onChange: (range: MacRange) => void;
}

export function MacRangePage({ value, problem, onChange }: MacRangePageProps): ReactNode {
  const styles = useStyles();
  return (
    <div className={styles.page}>
      <div>{text.macIntro}</div>
      <GroupBox caption={text.macGroup}>
        {(['minimum', 'maximum'] as const).map((end) => (
          <MacField
            key={end}
            label={text[end]}
            labelWidth="72px"
            value={value[end]}
            error={problem?.field === end ? problem.message : undefined}
            onChange={(pairs) => {
              onChange({ ...value, [end]: pairs });
            }}
          />
        ))}
      </GroupBox>
      <div className={styles.note}>
        <Info16Regular aria-hidden />
        <span>{text.macNote}</span>
      </div>
    </div>
  );
}
