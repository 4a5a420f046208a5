import type { ReactNode } from 'react'
import { Dialog, DialogTrigger, Popover as AriaPopover, type PopoverProps } from 'react-aria-components'
import { TriggerContext } from './Button'

interface Props {
  /** a button; pressing it opens the popover */
  trigger: ReactNode
  /** name of what opens */
  label: string
  placement?: PopoverProps['placement']
  isOpen?: boolean
  onOpenChange?: (open: boolean) => void
  padded?: boolean
  children: ReactNode | ((close: () => void) => ReactNode)
}

/** Something small that opens at its button: keyboard, Escape and a click beside it as one expects. */
export function Popover({ trigger, label, placement = 'bottom start', padded = true, children, ...open }: Props) {
  return (
    <DialogTrigger {...open}>
      <TriggerContext.Provider value>{trigger}</TriggerContext.Provider>
      <AriaPopover className="pop" placement={placement} offset={4}>
        <Dialog aria-label={label} className={padded ? 'pad' : ''}>
          {({ close }) => (typeof children === 'function' ? children(close) : children)}
        </Dialog>
      </AriaPopover>
    </DialogTrigger>
  )
}
