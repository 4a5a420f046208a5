import type { ReactNode, Ref } from 'react'
import { Button as AriaButton, Tooltip, TooltipTrigger } from 'react-aria-components'
import { Icon, type IconName } from './Icon'

interface ButtonProps {
  kind?: 'primary' | 'plain'
  onPress?: () => void
  isDisabled?: boolean
  autoFocus?: boolean
  /** for a button whose words alone do not say what it acts upon */
  label?: string
  /** opens something: the trigger of a dialog or popover passes its own handlers */
  slot?: string
  ref?: Ref<HTMLButtonElement>
  children: ReactNode
}

/** A button in words. At most one primary in a group. */
export function Button({ kind = 'plain', label, children, ...rest }: ButtonProps) {
  return (
    <AriaButton
      {...rest}
      {...(label !== undefined && { 'aria-label': label })}
      className={kind === 'primary' ? 'btn p' : 'btn'}
    >
      {children}
    </AriaButton>
  )
}

/** A place to go to, drawn as a button. */
export function LinkButton({
  href,
  kind = 'plain',
  children,
}: {
  href: string
  kind?: 'primary' | 'plain'
  children: ReactNode
}) {
  return (
    <a className={kind === 'primary' ? 'btn p' : 'btn'} href={href}>
      {children}
    </a>
  )
}

/** A deed within a sentence: looks like a link, is a button. */
export function TextButton({ onPress, children, label }: { onPress: () => void; children: ReactNode; label?: string }) {
  return (
    <AriaButton onPress={onPress} className="link" {...(label !== undefined && { 'aria-label': label })}>
      {children}
    </AriaButton>
  )
}

interface IconButtonProps {
  icon: IconName
  /** the name, spoken and shown as a tooltip */
  label: string
  onPress?: () => void
  isDisabled?: boolean
  isPressed?: boolean
  slot?: string
}

/** A small square with an icon; its name is shown when it is hovered or focused. */
export function IconButton({ icon, label, isPressed, ...rest }: IconButtonProps) {
  return (
    <TooltipTrigger delay={500} closeDelay={0}>
      <AriaButton
        {...rest}
        className="iconbtn"
        aria-label={label}
        {...(isPressed !== undefined && { 'aria-pressed': isPressed })}
      >
        <Icon name={icon} />
      </AriaButton>
      <Tooltip className="tooltip" offset={4}>
        {label}
      </Tooltip>
    </TooltipTrigger>
  )
}
