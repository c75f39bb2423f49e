/** `Installation Options`, which differ with the generation. */
import { makeStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { NoEffectMark } from '../../forms/no-effect-mark';
import { RadioChoices } from '../../forms/radio-choices';
import type { RadioChoice } from '../../forms/radio-choices';
import { TextField } from '../../forms/text-field';
import { wizard as text } from '../../text/en/wizard';
import type { PageProps } from './wizard-pages';
import type { WizardValue } from './wizard-value';

const useStyles = makeStyles({
  paragraph: { margin: 0 },
  bottom: { marginTop: 'auto' },
});

type Source = WizardValue['installFrom'];

interface FileFieldProps extends PageProps {
  readonly source: Source;
  readonly label: string;
  readonly member: 'imagePath' | 'floppyPath';
}

function FileField({ value, set, errors, source, label, member }: FileFieldProps): ReactNode {
  return (
    <div title={value[member]}>
      <TextField
        label={label}
        labelWidth="136px"
        maxLength={260}
        value={value[member]}
        error={errors[member]}
        disabledReason={value.installFrom === source ? undefined : text.installation.needsChoice}
        onChange={(path) => {
          set({ [member]: path });
        }}
      />
    </div>
  );
}

function choicesFor(props: PageProps): readonly RadioChoice<Source>[] {
  const { generation } = props.value;
  const words = text.installation;
  const image = (
    <FileField {...props} key="image" source="image" label={words.imageFile} member="imagePath" />
  );
  const floppy = (
    <FileField {...props} key="floppy" source="floppy" label={words.floppyFile} member="floppyPath" />
  );
  return [
    { value: 'later', label: words.later },
    { value: 'image', label: words.image[generation], content: image },
    ...(generation === 1 ? [{ value: 'floppy', label: words.floppy, content: floppy } as const] : []),
    { value: 'network', label: words.network, ...(generation === 1 ? { hint: words.networkHint } : {}) },
  ];
}

export function InstallationPage(props: PageProps): ReactNode {
  const styles = useStyles();
  return (
    <>
      <p className={styles.paragraph}>{text.installation.intro}</p>
      <RadioChoices
        label={text.installation.label}
        value={props.value.installFrom}
        choices={choicesFor(props)}
        onChange={(installFrom) => {
          props.set({ installFrom });
        }}
      />
      <div className={styles.bottom}>
        <NoEffectMark what={text.installation.mark}>{text.installation.marked}</NoEffectMark>
      </div>
    </>
  );
}
