/** Dense menus: 24 pixel rows. */
import { makeStyles, tokens } from '@fluentui/react-components';

/** Classes of a menu's pop-up and list. */
export const useMenuStyles = makeStyles({
  popover: {
    minWidth: '160px',
    maxWidth: '420px',
    padding: '4px',
    borderRadius: tokens.borderRadiusMedium,
    '& .fui-MenuList': { gap: 0 },
    '& .fui-MenuItem, & .fui-MenuItemRadio': {
      minHeight: '24px',
      maxWidth: 'none',
      padding: '2px 6px',
      alignItems: 'center',
      fontSize: '12px',
      lineHeight: '16px',
    },
    '& .fui-MenuItem__content, & .fui-MenuItemRadio__content': { fontSize: '12px', lineHeight: '16px' },
    '& .fui-MenuItem__secondaryContent': { fontSize: '12px', lineHeight: '16px', paddingLeft: '24px' },
    '& .fui-MenuItem__icon, & .fui-MenuItem__icon svg': { width: '16px', height: '16px', fontSize: '16px' },
    '& .fui-MenuGroupHeader': { minHeight: '20px', height: '20px', lineHeight: '20px', fontSize: '11px' },
  },
});
