/** A button that says why it cannot be pressed. */
import { Button, Tooltip } from '@fluentui/react-components';
import { useState } from 'react';
import type { ReactElement, ReactNode } from 'react';

export interface ReasonedButtonProps {
  /** Why it cannot be pressed now, in one sentence; undefined while it can. */
  readonly reason: string | undefined;
  readonly children: string;
  readonly onPress: () => void;
  readonly busy?: boolean;
  readonly primary?: boolean;
  readonly type?: 'button' | 'submit';
}

/**
 * Stays in the tab order while it is disabled, so that the reason can be reached. The button is
 * one and the same element with and without a reason: were it made anew, it would lose the focus.
 */
export function ReasonedButton(props: ReasonedButtonProps): ReactNode {
  const { reason } = props;
  const [hovered, setHovered] = useState(false);
  const button: ReactElement = (
    <Button
      size="small"
      type={props.type ?? 'button'}
      appearance={props.primary === true ? 'primary' : 'secondary'}
      disabledFocusable={reason !== undefined || props.busy === true}
      onClick={props.onPress}
    >
      {props.children}
    </Button>
  );
  return (
    <Tooltip
      content={reason ?? ''}
      relationship={reason === undefined ? 'inaccessible' : 'description'}
      positioning="below"
      visible={hovered && reason !== undefined}
      onVisibleChange={(_event, { visible }) => {
        setHovered(visible);
      }}
    >
      {button}
    </Tooltip>
  );
}
