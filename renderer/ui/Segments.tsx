import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import type { Choice } from './Choices'

interface Props {
  label: string
  items: readonly Choice[]
  selected: string
  onSelect: (id: string) => void
}

/** Two or three ways to see the same thing, side by side; exactly one is chosen. */
export function Segments({ label, items, selected, onSelect }: Props) {
  return (
    <ToggleButtonGroup
      className="segments"
      aria-label={label}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[selected]}
      onSelectionChange={(keys) => {
        const [key] = [...keys]
        if (key !== undefined) onSelect(String(key))
      }}
    >
      {items.map(({ id, label: text }) => (
        <ToggleButton key={id} id={id} className="segment">
          {text}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}
