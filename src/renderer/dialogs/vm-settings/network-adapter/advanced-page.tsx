/** The page `Advanced Features`: the adapter's address, and what its switch port lets pass. */
import { makeStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { CheckField } from '../../../forms/check-field';
import { GroupBox } from '../../../forms/group-box';
import { SelectField } from '../../../forms/select-field';
import { networkAdapter as text } from '../../../text/en/network-adapter';
import { errorOf } from '../settings-page';
import { identityFixedReason } from './adapter-draft';
import type { AdapterPageProps } from './adapter-pages';
import type { AdapterValue } from './adapter-value';
import { MacGroup } from './mac-group';
import { NoEffectMark } from '../../../forms/no-effect-mark';
import type { GroupProps } from './vlan-group';

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', gap: '8px' },
});

/** Members of the value that are one check box each. */
type Box = 'dhcpGuard' | 'routerGuard' | 'protectedNetwork' | 'allowTeaming' | 'deviceNaming';

interface BoxGroupProps extends GroupProps {
  readonly box: Box;
  readonly caption: string;
  /** The sentence above the box. */
  readonly above: string;
  readonly label: string;
  /** The sentence below it. */
  readonly below?: string;
  /** Why it cannot be changed now; undefined when it can. */
  readonly fixed?: string | undefined;
  /** What the simulator does not do with it. */
  readonly mark?: string;
}

function BoxGroup(props: BoxGroupProps): ReactNode {
  const { box } = props;
  return (
    <GroupBox caption={props.caption}>
      <div>{props.above}</div>
      <CheckField
        label={props.label}
        value={props.value[box]}
        error={errorOf(props.problem, box)}
        disabledReason={props.fixed}
        onChange={(ticked) => {
          props.onEdit({ [box]: ticked });
        }}
      />
      {props.below !== undefined && <div>{props.below}</div>}
      {props.mark !== undefined && <NoEffectMark what={props.mark} />}
    </GroupBox>
  );
}

const modes: readonly AdapterValue['portMirroring'][] = ['None', 'Source', 'Destination'];

function MirroringGroup({ value, problem, onEdit }: GroupProps): ReactNode {
  return (
    <GroupBox caption={text.mirroringGroup}>
      <div>{text.mirroringText}</div>
      <SelectField
        label={text.mirroringMode}
        width="160px"
        choices={modes.map((mode) => ({ value: mode, label: text.mirroringModes[mode] }))}
        value={value.portMirroring}
        error={errorOf(problem, 'portMirroring')}
        onChange={(portMirroring) => {
          onEdit({ portMirroring });
        }}
      />
      <NoEffectMark what={text.mirroringMark}>{text.copiesMissing}</NoEffectMark>
    </GroupBox>
  );
}

function GuardGroups(shared: GroupProps): ReactNode {
  return (
    <>
      <BoxGroup
        {...shared}
        box="dhcpGuard"
        caption={text.dhcpGuardGroup}
        above={text.dhcpGuardText}
        label={text.enableDhcpGuard}
      />
      <BoxGroup
        {...shared}
        box="routerGuard"
        caption={text.routerGuardGroup}
        above={text.routerGuardText}
        label={text.enableRouterGuard}
      />
    </>
  );
}

/** What an emulated adapter has of it: its address, both guards and mirroring. */
export function AdvancedPage({ vm, adapter, problem, onEdit }: AdapterPageProps): ReactNode {
  const styles = useStyles();
  const shared = { value: adapter.value, problem, onEdit };
  const fixed = identityFixedReason(vm, adapter);
  const synthetic = adapter.kind === 'synthetic';
  return (
    <div className={styles.page}>
      <MacGroup {...shared} fixed={fixed} />
      <GuardGroups {...shared} />
      {synthetic && (
        <BoxGroup
          {...shared}
          box="protectedNetwork"
          caption={text.protectedGroup}
          above={text.protectedText}
          label={text.protectedNetwork}
          mark={text.protectedMark}
        />
      )}
      <MirroringGroup {...shared} />
      {synthetic && (
        <BoxGroup
          {...shared}
          box="allowTeaming"
          caption={text.teamingGroup}
          above={text.teamingText}
          label={text.allowTeaming}
          below={text.teamingWarning}
          mark={text.teamingMark}
        />
      )}
      {synthetic && vm.generation === 2 && (
        <BoxGroup
          {...shared}
          box="deviceNaming"
          caption={text.namingGroup}
          above={text.namingText}
          label={text.enableNaming}
          fixed={fixed}
          mark={text.namingMark}
        />
      )}
    </div>
  );
}
