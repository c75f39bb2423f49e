/** The New Virtual Machine Wizard. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { DialogFrame } from '../../forms/dialog-frame';
import { ErrorBar } from '../../forms/error-bar';
import { wizard as text } from '../../text/en/wizard';
import type { DialogProps } from '../dialog-request';
import { StepList } from './step-list';
import { DiskPage } from './disk-page';
import { InstallationPage } from './installation-page';
import { SummaryPage } from './summary-page';
import { usePageFocus } from './use-page-focus';
import { useWizard } from './use-wizard';
import { WizardButtons } from './wizard-buttons';
import { BeginPage, GenerationPage, MemoryPage, NamePage, NetworkPage } from './wizard-pages';
import type { HostPageProps } from './wizard-pages';
import { neighbour, steps } from './wizard-steps';
import type { PageId } from './wizard-steps';

const useStyles = makeStyles({
  body: { display: 'flex', flexGrow: 1, minHeight: 0 },
  page: { flexGrow: 1, minWidth: 0, display: 'flex', flexDirection: 'column', overflow: 'auto' },
  heading: {
    margin: 0,
    padding: '12px 16px',
    fontSize: '14px',
    lineHeight: '20px',
    fontWeight: tokens.fontWeightSemibold,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  content: { flexGrow: 1, display: 'flex', flexDirection: 'column', gap: '12px', padding: '16px' },
});

function Page(props: HostPageProps & { readonly page: Exclude<PageId, 'begin'> }): ReactNode {
  switch (props.page) {
    case 'name':
      return <NamePage {...props} />;
    case 'generation':
      return <GenerationPage {...props} />;
    case 'memory':
      return <MemoryPage {...props} />;
    case 'network':
      return <NetworkPage {...props} />;
    case 'disk':
      return <DiskPage {...props} />;
    case 'installation':
      return <InstallationPage {...props} />;
    case 'summary':
      return <SummaryPage {...props} />;
  }
}

/** Asks page by page; Finish creates the VM from any page on which all is well. */
export default function NewVirtualMachine({ close }: DialogProps<'newVirtualMachine'>): ReactNode {
  const styles = useStyles();
  const { value, set, errors, progress, show, finish, obstacle, blocked, unplaced, skip, setSkip, host } =
    useWizard(close);
  const { page } = progress;
  const content = usePageFocus(page);

  function step(by: -1 | 1): (() => void) | undefined {
    const target = neighbour(page, by, value);
    if (target === undefined) return undefined;
    return () => {
      show(target);
    };
  }

  return (
    <DialogFrame
      title={text.title}
      width={720}
      height={540}
      onCancel={close}
      footer={
        <WizardButtons
          previous={step(-1)}
          next={step(1)}
          blocked={blocked}
          finish={finish}
          cancel={close}
          obstacle={obstacle}
        />
      }
    >
      <div className={styles.body}>
        <StepList steps={steps(progress, errors, value)} onGo={show} />
        <div className={styles.page}>
          <h3 className={styles.heading}>{page === 'summary' ? text.summary.heading : text.pages[page]}</h3>
          <div ref={content} className={styles.content} key={page}>
            {page === 'begin' ? (
              <BeginPage skip={skip} onSkip={setSkip} />
            ) : (
              <Page page={page} value={value} set={set} errors={errors} host={host} />
            )}
            <ErrorBar error={unplaced} />
          </div>
        </div>
      </div>
    </DialogFrame>
  );
}
