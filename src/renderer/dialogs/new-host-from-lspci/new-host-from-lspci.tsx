/** New Host from lspci: a simulated host with the PCI Express topology of a real computer. */
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useId, useRef } from 'react';
import type { ReactNode, RefObject } from 'react';
import { DialogFrame } from '../../forms/dialog-frame';
import { ReasonedButton } from '../../forms/reasoned-button';
import { SimulatorMark } from '../../forms/simulator-mark';
import { useWorld } from '../../host/store';
import { lspci as text } from '../../text/en/lspci';
import type { DialogProps } from '../dialog-request';
import { obstacle, replaced } from './lspci-reading';
import type { RefusedLine } from './lspci-reading';
import { ReadingView } from './reading-view';
import { useLspciText } from './use-lspci-text';
import type { LspciText } from './use-lspci-text';

const useStyles = makeStyles({
  page: {
    display: 'flex',
    flexDirection: 'column',
    gap: '8px',
    flexGrow: 1,
    minHeight: 0,
    padding: '4px 12px 12px',
  },
  intro: { margin: 0 },
  command: { fontFamily: tokens.fontFamilyMonospace, userSelect: 'text', whiteSpace: 'nowrap' },
  area: {
    flexShrink: 0,
    height: '208px',
    boxSizing: 'border-box',
    padding: '8px',
    resize: 'none',
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: '11px',
    lineHeight: '15px',
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-1px' },
  },
  file: { display: 'flex', gap: '12px', alignItems: 'center' },
  long: { minWidth: 0, overflowWrap: 'anywhere', color: tokens.colorNeutralForeground2 },
  reading: {
    flexGrow: 1,
    minHeight: 0,
    overflow: 'auto',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  replaces: { margin: 0, flexShrink: 0, color: tokens.colorNeutralForeground2 },
});

interface FooterProps {
  /** Why no host can be created; undefined when one can. */
  readonly obstacle: string | undefined;
  readonly busy: boolean;
  readonly onCreate: () => void;
  readonly onCancel: () => void;
}

function Footer(props: FooterProps): ReactNode {
  const { obstacle: reason } = props;
  return (
    <>
      <ReasonedButton primary reason={reason} busy={props.busy} onPress={props.onCreate}>
        {text.create}
      </ReasonedButton>
      <Button size="small" onClick={props.onCancel}>
        {text.cancel}
      </Button>
    </>
  );
}

/** Selects the line in the box and scrolls to it. */
function goTo(area: HTMLTextAreaElement | null, line: RefusedLine): void {
  if (area === null) return;
  area.focus();
  area.setSelectionRange(line.start, line.end);
  const lineHeight = Number.parseFloat(getComputedStyle(area).lineHeight);
  area.scrollTop = Math.max(0, (line.number - 5) * lineHeight);
}

interface BoxProps {
  readonly area: RefObject<HTMLTextAreaElement | null>;
  readonly source: LspciText;
  /** Id of the element that says what the text holds or why it will not do. */
  readonly described: string;
}

function Box({ area, source, described }: BoxProps): ReactNode {
  const styles = useStyles();
  const id = useId();
  return (
    <>
      <label htmlFor={id}>{text.label}</label>
      <textarea
        id={id}
        ref={area}
        className={styles.area}
        wrap="off"
        readOnly={source.longFile !== null}
        spellCheck={false}
        autoComplete="off"
        aria-describedby={described}
        aria-invalid={source.reading.state === 'refused'}
        onInput={source.changed}
        onBlur={source.flush}
      />
      <div className={styles.file}>
        <Button size="small" onClick={() => void source.browse()}>
          {text.browse}
        </Button>
        {source.longFile !== null && (
          <span className={styles.long}>
            {text.longFile(source.longFile.name, source.longFile.text.length)}
          </span>
        )}
      </div>
    </>
  );
}

/** Shows what the text holds before anything happens; `Create Host` replaces the present host. */
export default function NewHostFromLspci({ close }: DialogProps<'newHostFromLspci'>): ReactNode {
  const styles = useStyles();
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const source = useLspciText(area);
  const sentence = replaced(useWorld());
  const reason = obstacle(source.reading);

  async function create(): Promise<void> {
    if (await source.create()) close();
  }
  function ask(): void {
    if (reason !== undefined || source.busy) return;
    void create();
  }

  return (
    <DialogFrame
      title={text.title}
      width={740}
      height={680}
      onCancel={close}
      footer={<Footer obstacle={reason} busy={source.busy} onCreate={ask} onCancel={close} />}
    >
      <div className={styles.page}>
        <p className={styles.intro}>
          {text.introBefore}
          <code className={styles.command}>{text.command}</code>
          {text.introAfter} <SimulatorMark what={text.simulated} />
        </p>
        <Box area={area} source={source} described={id} />
        {/* It may scroll: the keyboard has to reach it. */}
        <div id={id} className={styles.reading} role="region" aria-label={text.result} tabIndex={0}>
          <ReadingView
            reading={source.reading}
            onGoTo={(line) => {
              goTo(area.current, line);
            }}
          />
        </div>
        <p className={styles.replaces}>{sentence}</p>
      </div>
    </DialogFrame>
  );
}
