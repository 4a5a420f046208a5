import { Button, Label, ListBox, Popover, Select as AriaSelect, SelectValue } from 'react-aria-components'
import { ChoiceLine } from './ChoiceLine'
import type { Choice } from './Choices'
import { Icon } from './Icon'

interface Props {
  label: string
  items: readonly Choice[]
  selected: string
  onSelect: (id: string) => void
  /** shows the label above; otherwise it is only spoken */
  showLabel?: boolean
  isDisabled?: boolean
}

/** One of a few choices. */
export function Select({ label, items, selected, onSelect, showLabel = false, isDisabled = false }: Props) {
  return (
    <AriaSelect
      className="field"
      value={selected}
      onChange={(key) => key !== null && onSelect(String(key))}
      isDisabled={isDisabled}
      {...(!showLabel && { 'aria-label': label })}
    >
      {showLabel && <Label>{label}</Label>}
      <Button className="select">
        <SelectValue />
        <Icon name="chevron" />
      </Button>
      <Popover className="pop" offset={4}>
        <ListBox className="items" items={items}>
          {(item) => <ChoiceLine choice={item} />}
        </ListBox>
      </Popover>
    </AriaSelect>
  )
}
