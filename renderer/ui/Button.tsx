import { createContext, useContext, type ReactNode, type Ref } from 'react'
import { Button as AriaButton } from 'react-aria-components'
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
  /** the name, spoken and shown by `IconNames` */
  label: string
  onPress?: () => void
  isDisabled?: boolean
  isPressed?: boolean
}

/** Around a button that opens something: it is given handlers that only react-aria's button takes. */
export const TriggerContext = createContext(false)

/** A small square with an icon. There are dozens on a screen, so that one that opens nothing is a button and no more. */
export function IconButton({ icon, label, isPressed, onPress, isDisabled }: IconButtonProps) {
  const opens = useContext(TriggerContext)
  const drawn = {
    className: 'iconbtn',
    'aria-label': label,
    ...(isPressed !== undefined && { 'aria-pressed': isPressed }),
    children: <Icon name={icon} />,
  }
  if (opens) return <AriaButton {...drawn} {...(isDisabled && { isDisabled })} {...(onPress && { onPress })} />
  return <button type="button" {...drawn} disabled={isDisabled} onClick={onPress} />
}
