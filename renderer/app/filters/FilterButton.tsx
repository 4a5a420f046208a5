import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { Popover } from '../../ui/Popover'

interface Props {
  label: string
  /** what is chosen, in words */
  words: string
  /** differs from "everything" in a way that should catch the eye */
  isOn?: boolean
  /** beside all the others, for what is asked for seldom */
  isNarrow?: boolean
  children: (close: () => void) => ReactNode
}

/** One part of the filter bar: its name, what is chosen, and the popover in which it is changed. */
export function FilterButton({ label, words, isOn = false, isNarrow = false, children }: Props) {
  return (
    <Popover
      label={label}
      padded={false}
      trigger={
        <Button className={`f${isOn ? ' on' : ''}${isNarrow ? ' narrow' : ''}`}>
          <span>{label}</span>
          <b title={words}>{words}</b>
        </Button>
      }
    >
      {children}
    </Popover>
  )
}
