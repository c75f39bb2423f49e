/** Shows and hides the bars and panes of the main window, at once as in MMC. Of MMC's items those that this window has. */
import { Button, makeStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { CheckField } from '../../forms/check-field';
import { DialogFrame } from '../../forms/dialog-frame';
import { GroupBox } from '../../forms/group-box';
import { setPreferences, usePreferences } from '../../frame/preferences';
import { customizeView as text } from '../../text/en/customize-view';
import { forms } from '../../text/en/forms';
import type { DialogProps } from '../dialog-request';

const useStyles = makeStyles({
  body: { display: 'flex', flexDirection: 'column', gap: '8px', padding: '4px 12px 12px' },
  boxes: { display: 'flex', flexDirection: 'column' },
  button: { minWidth: '80px' },
});

const items = ['showTree', 'showToolbar', 'showStatusBar', 'showActions'] as const;

function ItemBox({ item }: { readonly item: (typeof items)[number] }): ReactNode {
  const shown = usePreferences((preferences) => preferences[item]);
  return (
    <CheckField
      label={text.boxes[item]}
      value={shown}
      onChange={(show) => {
        setPreferences({ [item]: show });
      }}
    />
  );
}

export default function CustomizeView({ close }: DialogProps<'customizeView'>): ReactNode {
  const styles = useStyles();
  return (
    <DialogFrame
      title={text.title}
      width={400}
      onCancel={close}
      footer={
        <Button size="small" className={styles.button} appearance="primary" type="submit" onClick={close}>
          {forms.ok}
        </Button>
      }
    >
      <div className={styles.body}>
        <div>{text.intro}</div>
        <GroupBox caption={text.group}>
          <div className={styles.boxes}>
            {items.map((item) => (
              <ItemBox key={item} item={item} />
            ))}
          </div>
        </GroupBox>
      </div>
    </DialogFrame>
  );
}
