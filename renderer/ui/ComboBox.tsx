import { memo } from 'react'
import {
  Button,
  ComboBox as AriaComboBox,
  Input,
  Label,
  ListBox,
  ListLayout,
  Popover,
  Virtualizer,
} from 'react-aria-components'
import { ChoiceLine } from './ChoiceLine'
import type { Choice } from './Choices'
import { Icon } from './Icon'

interface Props {
  label: string
  items: readonly Choice[]
  selected: string | null
  onSelect: (id: string | null) => void
  placeholder?: string
  isDisabled?: boolean
  /** shows the label above; otherwise it is only spoken, and stands in the empty field */
  showLabel?: boolean
}

/** One of many choices, found by typing. Draws only what is in sight; asked again only when something of it changed. */
export const ComboBox = memo(function ComboBox({
  label,
  items,
  selected,
  onSelect,
  placeholder = '',
  isDisabled = false,
  showLabel = true,
}: Props) {
  return (
    <AriaComboBox
      className="field"
      defaultItems={items}
      value={selected}
      onChange={(key) => onSelect(key === null ? null : String(key))}
      isDisabled={isDisabled}
      // Among the controls of a figure a list that opens by itself would stand in the way of Tab.
      menuTrigger={showLabel ? 'focus' : 'input'}
      {...(!showLabel && { 'aria-label': label })}
    >
      {showLabel && <Label>{label}</Label>}
      <div className="combo">
        <Input className="input" placeholder={placeholder === '' && !showLabel ? label : placeholder} />
        <Button className="iconbtn">
          <Icon name="chevron" />
        </Button>
      </div>
      <Popover className="pop" offset={4}>
        <Virtualizer layout={ListLayout} layoutOptions={{ rowHeight: 30 }}>
          <ListBox<Choice> className="items">{(item) => <ChoiceLine choice={item} />}</ListBox>
        </Virtualizer>
      </Popover>
    </AriaComboBox>
  )
})
