/** What Get-VMHost reports on SR-IOV, now and with the settings as they stand in the dialog. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { CheckmarkCircle16Regular, DismissCircle16Regular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { firmware as text } from '../../text/en/firmware';
import type { IovSupport } from './firmware-facts';

const useStyles = makeStyles({
  report: { display: 'grid', gridTemplateColumns: '132px 1fr', gap: '4px 8px', margin: '4px 0 0' },
  name: { fontFamily: tokens.fontFamilyMonospace },
  value: { margin: 0, display: 'flex', gap: '4px', fontFamily: tokens.fontFamilyMonospace },
  good: { color: tokens.colorPaletteGreenForeground1 },
  bad: { color: tokens.colorPaletteRedForeground1 },
  reasons: { margin: 0, paddingLeft: '16px', display: 'flex', flexDirection: 'column', gap: '4px' },
  list: { margin: 0 },
  heading: { margin: 0, fontSize: '12px', lineHeight: '16px', fontWeight: tokens.fontWeightSemibold },
});

/** One report under its heading. */
export function SupportView(props: { readonly heading: string; readonly support: IovSupport }): ReactNode {
  const styles = useStyles();
  const { supported, reasons } = props.support;
  return (
    <section aria-label={props.heading}>
      <h3 className={styles.heading}>{props.heading}</h3>
      <dl className={styles.report}>
        <dt className={styles.name}>{text.iovSupport}</dt>
        <dd className={styles.value}>
          {supported ? (
            <CheckmarkCircle16Regular className={styles.good} aria-hidden />
          ) : (
            <DismissCircle16Regular className={styles.bad} aria-hidden />
          )}
          {text.supported(supported)}
        </dd>
        {reasons.length > 0 && (
          <>
            <dt className={styles.name}>{text.iovSupportReasons}</dt>
            <dd className={styles.list}>
              <ul className={styles.reasons}>
                {reasons.map((reason) => (
                  <li key={reason}>{reason}</li>
                ))}
              </ul>
            </dd>
          </>
        )}
      </dl>
    </section>
  );
}
