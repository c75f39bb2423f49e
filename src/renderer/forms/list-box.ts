/** How a list box looks: a `select` that shows several of its options. */
import { makeStyles, tokens } from '@fluentui/react-components';

/** The class of a list box; height and padding are its dialog's. */
export const useListBoxStyles = makeStyles({
  list: {
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    font: 'inherit',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
    '& option': { padding: '4px 8px', borderRadius: tokens.borderRadiusMedium },
    // The browser insists on its own colours for a chosen option: only a picture goes over the one,
    // only the fill of the letters over the other.
    '& option:checked': {
      WebkitTextFillColor: tokens.colorNeutralForeground1,
      backgroundImage: `linear-gradient(${tokens.colorSubtleBackgroundSelected}, ${tokens.colorSubtleBackgroundSelected})`,
      '@media (forced-colors: active)': { WebkitTextFillColor: 'currentcolor', backgroundImage: 'none' },
    },
  },
});
