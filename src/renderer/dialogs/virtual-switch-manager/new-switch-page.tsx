/** The page `New virtual network switch`: choose a type, then get a page for the new switch. */
import { Button, makeStyles, mergeClasses } from '@fluentui/react-components';
import { useId, useState } from 'react';
import type { ReactNode } from 'react';
import type { SwitchType } from '../../../shared/model/switch';
import { useListBoxStyles } from '../../forms/list-box';
import { switchManager as text } from '../../text/en/switch-manager';

const types: readonly SwitchType[] = ['External', 'Internal', 'Private'];

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', gap: '8px' },
  list: { padding: '4px', overflow: 'hidden' },
  button: { alignSelf: 'end' },
  description: { minHeight: '64px' },
});

/** Creates nothing on the host: `onCreate` adds a page to the draft. */
export function NewSwitchPage(props: { readonly onCreate: (type: SwitchType) => void }): ReactNode {
  const styles = useStyles();
  const box = useListBoxStyles();
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
        className={mergeClasses(box.list, styles.list)}
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
            {text.types[each]}
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
