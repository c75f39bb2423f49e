/** What a search has left of the table of fidelity: page by page, then what is not there. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { MarkBadge } from '../../fidelity/mark-badge';
import type { AbsentEntry, Mark } from '../../fidelity/model';
import type { Row } from '../../fidelity/rows';
import { absentCaptions } from '../../fidelity/sections';
import type { Found, Section } from '../../fidelity/sections';
import { help as text } from '../../text/en/help';

const useStyles = makeStyles({
  area: {
    flexGrow: 1,
    minHeight: 0,
    overflow: 'auto',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  table: { width: '100%', borderCollapse: 'collapse', tableLayout: 'fixed', userSelect: 'text' },
  cell: {
    padding: '3px 8px',
    textAlign: 'left',
    verticalAlign: 'top',
    fontWeight: 'inherit',
    overflowWrap: 'anywhere',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  columnHead: {
    position: 'sticky',
    top: 0,
    fontWeight: tokens.fontWeightSemibold,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  whatHead: { width: '34%' },
  markHead: { width: '148px' },
  section: { fontWeight: tokens.fontWeightSemibold, backgroundColor: tokens.colorNeutralBackground3 },
  plain: { fontWeight: tokens.fontWeightRegular },
  control: { paddingLeft: '24px' },
  member: { paddingLeft: '40px' },
  source: { color: tokens.colorNeutralForeground3 },
});

interface LineProps {
  readonly name: string;
  readonly scope: 'row' | 'rowgroup';
  readonly indent: 'control' | 'member' | null;
  readonly mark: Mark | 'absent';
  readonly sentences: readonly string[];
  readonly source: string | null;
}

function Line({ name, scope, indent, mark, sentences, source }: LineProps): ReactNode {
  const styles = useStyles();
  const cell = mergeClasses(styles.cell, scope === 'rowgroup' && styles.section);
  return (
    <tr>
      <th scope={scope} className={mergeClasses(cell, indent !== null && styles[indent])}>
        {name}
      </th>
      <td className={mergeClasses(cell, styles.plain)}>
        <MarkBadge mark={mark} />
      </td>
      <td className={mergeClasses(cell, styles.plain)}>
        {sentences.join(' ')}{' '}
        {source !== null && <span className={styles.source}>{text.source(source)}</span>}
      </td>
    </tr>
  );
}

function sentencesOf({ what, fidelity }: Row): readonly string[] {
  return [...(what === null ? [] : [what]), ...('why' in fidelity ? [fidelity.why] : [])];
}

function sourceOf({ fidelity }: Row): string | null {
  return 'source' in fidelity ? fidelity.source : null;
}

/** Says no more of a control than what is not said above it already. */
function ControlLine({ row, above }: { readonly row: Row; readonly above: Row }): ReactNode {
  const inherits = row.fidelity === above.fidelity;
  return (
    <Line
      name={(row.control ?? '').replaceAll('*', '...')}
      scope="row"
      indent={row.group === null ? 'control' : 'member'}
      mark={row.fidelity.mark}
      sentences={inherits ? [] : sentencesOf(row)}
      source={inherits ? null : sourceOf(row)}
    />
  );
}

function SectionLines({ section }: { readonly section: Section }): ReactNode {
  const { head, controls, window, page } = section;
  const heading = page === null ? window : text.page(window, page.replaceAll('*', '...'));
  const above = (row: Row): Row => controls.find(({ control }) => control === row.group) ?? head;
  return (
    <tbody>
      <Line
        name={heading}
        scope="rowgroup"
        indent={null}
        mark={head.fidelity.mark}
        sentences={sentencesOf(head)}
        source={sourceOf(head)}
      />
      {controls.map((row) => (
        <ControlLine key={`${row.group ?? ''}/${row.control ?? ''}`} row={row} above={above(row)} />
      ))}
    </tbody>
  );
}

function AbsentLines({ entry }: { readonly entry: AbsentEntry }): ReactNode {
  const { window, page, reason } = entry;
  return absentCaptions(entry).map((caption) => (
    <Line
      key={caption}
      name={
        caption === (page ?? window)
          ? text.absentOf(window, page)
          : `${text.absentOf(window, page)}: ${caption}`
      }
      scope="row"
      indent={null}
      mark="absent"
      sentences={[reason]}
      source={null}
    />
  ));
}

export function FidelityTable({ found }: { readonly found: Found }): ReactNode {
  const styles = useStyles();
  const head = mergeClasses(styles.cell, styles.columnHead);
  return (
    // It may scroll: the keyboard has to reach it.
    <div className={styles.area} role="region" aria-label={text.table} tabIndex={0}>
      <table className={styles.table} aria-label={text.table}>
        <thead>
          <tr>
            <th scope="col" className={mergeClasses(head, styles.whatHead)}>
              {text.columns.what}
            </th>
            <th scope="col" className={mergeClasses(head, styles.markHead)}>
              {text.columns.mark}
            </th>
            <th scope="col" className={head}>
              {text.columns.why}
            </th>
          </tr>
        </thead>
        {found.sections.map((section) => (
          <SectionLines key={`${section.window}/${section.page ?? ''}`} section={section} />
        ))}
        {found.absent.length > 0 && (
          <tbody>
            {found.absent.map((entry) => (
              <AbsentLines
                key={`${entry.window}/${entry.page ?? ''}/${absentCaptions(entry)[0] ?? ''}`}
                entry={entry}
              />
            ))}
          </tbody>
        )}
      </table>
    </div>
  );
}
