/** `What Is Real Here?`: the whole table of fidelity, to be searched. */
import { Button, makeStyles } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import type { Mark } from '../../fidelity/model';
import { search, sectionsOf } from '../../fidelity/sections';
import type { Search } from '../../fidelity/sections';
import { DialogFrame } from '../../forms/dialog-frame';
import { SelectField } from '../../forms/select-field';
import { TextField } from '../../forms/text-field';
import { absent } from '../../text/en/fidelity/absent';
import { notYetThere } from '../../text/en/fidelity/not-yet-there';
import { windows } from '../../text/en/fidelity/table';
import { forms } from '../../text/en/forms';
import { help as text } from '../../text/en/help';
import type { DialogProps } from '../dialog-request';
import { FidelityTable } from './fidelity-table';

const useStyles = makeStyles({
  page: {
    display: 'flex',
    flexDirection: 'column',
    gap: '8px',
    flexGrow: 1,
    minHeight: 0,
    padding: '4px 12px 12px',
  },
  fields: { display: 'grid', gridTemplateColumns: '1fr 210px 290px', gap: '16px' },
  button: { minWidth: '80px' },
});

const sections = sectionsOf(Object.values(windows));
const missing = [...notYetThere, ...absent];
const everything: Search = { text: '', mark: 'all', window: 'all' };
const allCount = search(sections, missing, everything).count;

const marks: readonly Mark[] = ['asInWindows', 'simplified', 'simulatorOnly'];
const markChoices = [
  { value: 'all' as const, label: text.all },
  ...[...marks, 'absent' as const].map((mark) => ({ value: mark, label: text.marks[mark] })),
];
const windowChoices = [
  { value: 'all', label: text.allWindows },
  ...Object.values(windows).map(({ title }) => ({ value: title, label: title })),
];

function Fields(props: { readonly wanted: Search; readonly onChange: (wanted: Search) => void }): ReactNode {
  const styles = useStyles();
  const { wanted, onChange } = props;
  return (
    <div className={styles.fields} role="search">
      <TextField
        label={text.find}
        value={wanted.text}
        placeholder={text.findHint}
        autoFocus
        onChange={(value) => {
          onChange({ ...wanted, text: value });
        }}
      />
      <SelectField
        label={text.mark}
        value={wanted.mark}
        choices={markChoices}
        onChange={(mark) => {
          onChange({ ...wanted, mark });
        }}
      />
      <SelectField
        label={text.window}
        value={wanted.window}
        choices={windowChoices}
        onChange={(window) => {
          onChange({ ...wanted, window });
        }}
      />
    </div>
  );
}

export default function FidelityView({ request, close }: DialogProps<'fidelity'>): ReactNode {
  const styles = useStyles();
  const [wanted, setWanted] = useState<Search>({
    ...{ text: request.text, mark: 'all', window: request.window },
  });
  const found = useMemo(() => search(sections, missing, wanted), [wanted]);
  return (
    <DialogFrame
      title={text.menu}
      width={900}
      height={660}
      onCancel={close}
      footer={
        <Button size="small" appearance="primary" type="submit" className={styles.button} onClick={close}>
          {forms.close}
        </Button>
      }
    >
      <div className={styles.page}>
        <Fields wanted={wanted} onChange={setWanted} />
        <div role="status">{found.count === 0 ? text.nothing : text.count(found.count, allCount)}</div>
        <FidelityTable found={found} />
      </div>
    </DialogFrame>
  );
}
