/** The page `New virtual network switch`: choose a type, then get a page for the new switch. */
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useId, useState } from 'react';
import type { ReactNode } from 'react';
import type { SwitchType } from '../../../shared/model/switch';
import { switchManager as text } from '../../text/en/switch-manager';

const types: readonly SwitchType[] = ['External', 'Internal', 'Private'];

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', gap: '8px' },
  list: {
    padding: '4px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    font: 'inherit',
    overflow: 'hidden',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
    '& option': { padding: '4px 8px', borderRadius: tokens.borderRadiusMedium },
    // The browser paints a chosen option of its own; only a picture goes over that colour.
    '& option:checked': {
      color: tokens.colorNeutralForeground1,
      backgroundImage: `linear-gradient(${tokens.colorSubtleBackgroundSelected}, ${tokens.colorSubtleBackgroundSelected})`,
    },
  },
  button: { alignSelf: 'end' },
  description: { minHeight: '64px' },
});

/** Creates nothing on the host: `onCreate` adds a page to the draft. */
export function NewSwitchPage(props: { readonly onCreate: (type: SwitchType) => void }): ReactNode {
  const styles = useStyles();
  const id = useId();
  const [type, setType] = useState<SwitchType>('External');
  function create(): void {
    props.onCreate(type);
  }
  return (
    <div className={styles.page}>
      <label htmlFor={id}>{text.whatType}</label>
      <select
        id={id}
        className={styles.list}
        size={types.length}
        value={type}
        aria-describedby={`${id}-description`}
        onChange={(event) => {
          setType(types[event.target.selectedIndex] ?? 'External');
        }}
        onDoubleClick={create}
        onKeyDown={(event) => {
          if (event.key === 'Enter') create();
        }}
      >
        {types.map((each) => (
          <option key={each} value={each}>
            {each}
          </option>
        ))}
      </select>
      <Button className={styles.button} size="small" onClick={create}>
        {text.create}
      </Button>
      <div id={`${id}-description`} className={styles.description}>
        {text.typeDescriptions[type]}
      </div>
    </div>
  );
}
