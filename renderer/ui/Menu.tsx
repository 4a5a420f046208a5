import type { ReactNode } from 'react'
import { Menu as AriaMenu, MenuItem, MenuTrigger, Popover, type PopoverProps } from 'react-aria-components'
import { TriggerContext } from './Button'
import { Icon, type IconName } from './Icon'

export interface MenuEntry {
  id: string
  label: string
  icon?: IconName
  hint?: string
  isDisabled?: boolean
}
interface Props {
  label: string
  items: readonly MenuEntry[]
  onAction: (id: string) => void
  /** a button */
  trigger: ReactNode
  placement?: PopoverProps['placement']
}

/** A button that opens a list of deeds. */
export function Menu({ label, items, onAction, trigger, placement = 'bottom end' }: Props) {
  return (
    <MenuTrigger>
      <TriggerContext.Provider value>{trigger}</TriggerContext.Provider>
      <Popover className="pop" placement={placement} offset={4}>
        <AriaMenu aria-label={label} className="items" onAction={(key) => onAction(String(key))}>
          {items.map((item) => (
            <MenuItem
              key={item.id}
              id={item.id}
              textValue={item.label}
              className="item"
              isDisabled={item.isDisabled ?? false}
            >
              {item.icon && <Icon name={item.icon} />}
              {item.label}
              {item.hint !== undefined && <span className="hint">{item.hint}</span>}
            </MenuItem>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  )
}
