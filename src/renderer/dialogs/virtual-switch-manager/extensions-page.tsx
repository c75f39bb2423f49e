/** The page `Extensions` of one virtual switch: what looks at, filters or forwards its packets. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { switchExtensions } from '../../../shared/model/switch-extensions';
import type { ExtensionSetting } from '../../../shared/model/switch-extensions';
import { CheckField } from '../../forms/check-field';
import { GroupBox } from '../../forms/group-box';
import { NoEffectMark } from '../../forms/no-effect-mark';
import { ReasonedButton } from '../../forms/reasoned-button';
import { SimulatorMark } from '../../forms/simulator-mark';
import { switchManager as text } from '../../text/en/switch-manager';
import type { Problem, SwitchPage, SwitchValue } from './switch-draft';

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', gap: '8px' },
  list: {
    margin: 0,
    padding: '4px',
    listStyle: 'none',
    minHeight: '116px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  row: { padding: '0 4px', borderRadius: tokens.borderRadiusMedium },
  selected: { backgroundColor: tokens.colorSubtleBackgroundSelected },
  buttons: { display: 'flex', gap: '8px', justifyContent: 'end' },
  facts: { display: 'grid', gridTemplateColumns: 'max-content 1fr', gap: '4px 12px', margin: 0 },
  value: { margin: 0 },
  mark: { display: 'flex' },
});

export interface ExtensionsPageProps {
  readonly page: SwitchPage;
  /** What is wrong on this page; null if nothing is. */
  readonly problem: Problem | null;
  readonly onEdit: (patch: Partial<SwitchValue>) => void;
}

function Details({ setting }: { readonly setting: ExtensionSetting }): ReactNode {
  const styles = useStyles();
  const extension = switchExtensions.find((each) => each.setting === setting);
  if (extension === undefined) return null;
  const facts = [
    [text.company, text.microsoft],
    [text.version, text.extensionVersion],
    [text.extensionType, text.extensionTypes[extension.type]],
  ];
  return (
    <GroupBox caption={text.extensionDetails}>
      <dl className={styles.facts}>
        {facts.map(([name, value]) => [
          <dt key={`${name} name`}>{name}</dt>,
          <dd key={name} className={styles.value}>
            {value}
          </dd>,
        ])}
      </dl>
      {setting === 'forwardingExtension' ? (
        <div className={styles.mark}>
          <SimulatorMark what={text.forwardingMark}>{text.removesVfs}</SimulatorMark>
        </div>
      ) : (
        <NoEffectMark what={text.extensionMark} />
      )}
    </GroupBox>
  );
}

/** The extension whose box was last focused or clicked is the selected one. */
export function ExtensionsPage({ page, problem, onEdit }: ExtensionsPageProps): ReactNode {
  const styles = useStyles();
  const [selected, setSelected] = useState<ExtensionSetting>('captureExtension');
  return (
    <div className={styles.page}>
      <div>{text.extensionsIntro}</div>
      <ul className={styles.list} aria-label={text.extensionsList}>
        {switchExtensions.map(({ setting }) => (
          <li
            key={setting}
            className={mergeClasses(styles.row, setting === selected && styles.selected)}
            onFocus={() => {
              setSelected(setting);
            }}
          >
            <CheckField
              label={text.extensionNames[setting]}
              value={page.value[setting]}
              error={problem?.field === setting ? problem.message : undefined}
              onChange={(ticked) => {
                onEdit({ [setting]: ticked });
              }}
            />
          </li>
        ))}
      </ul>
      <div className={styles.buttons}>
        {[text.moveUp, text.moveDown].map((caption) => (
          <ReasonedButton key={caption} reason={text.onlyOneOfItsType} onPress={() => undefined}>
            {caption}
          </ReasonedButton>
        ))}
      </div>
      <Details setting={selected} />
    </div>
  );
}
