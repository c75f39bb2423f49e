/** What shows while the root of the console tree is selected. */
import { makeStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { GroupBox } from '../../forms/group-box';
import { PaneHeader } from '../../frame/pane-header';
import { panes } from '../../text/en/panes';

const useStyles = makeStyles({
  pane: { height: '100%', overflow: 'auto' },
  page: { display: 'flex', flexDirection: 'column', gap: '12px', padding: '12px', maxWidth: '640px' },
  text: { margin: 0 },
  list: { margin: 0, paddingLeft: '18px', display: 'flex', flexDirection: 'column', gap: '4px' },
});

/** Says what the console is for and where to begin. */
export function Introduction(): ReactNode {
  const styles = useStyles();
  const { introduction } = panes;
  return (
    <section aria-labelledby="introduction-heading" data-pane tabIndex={-1} className={styles.pane}>
      <PaneHeader id="introduction-heading">{introduction.title}</PaneHeader>
      <div className={styles.page}>
        <GroupBox caption={introduction.heading}>
          {introduction.paragraphs.map((paragraph) => (
            <p key={paragraph} className={styles.text}>
              {paragraph}
            </p>
          ))}
        </GroupBox>
        <GroupBox caption={introduction.resources}>
          <ul className={styles.list}>
            {introduction.resourceItems.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ul>
        </GroupBox>
      </div>
    </section>
  );
}
