import {
  Button,
  ComboBox as AriaComboBox,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  ListLayout,
  Popover,
  Virtualizer,
} from 'react-aria-components'
import type { Choice } from './Choices'
import { Icon } from './Icon'

interface Props {
  label: string
  items: readonly Choice[]
  selected: string | null
  onSelect: (id: string | null) => void
  placeholder?: string
  isDisabled?: boolean
}

/** One of many choices, found by typing. Draws only what is in sight, so thousands are fine. */
export function ComboBox({ label, items, selected, onSelect, placeholder = '', isDisabled = false }: Props) {
  return (
    <AriaComboBox
      className="field"
      defaultItems={items}
      value={selected}
      onChange={(key) => onSelect(key === null ? null : String(key))}
      isDisabled={isDisabled}
      menuTrigger="focus"
    >
      <Label>{label}</Label>
      <div className="combo">
        <Input className="input" placeholder={placeholder} />
        <Button className="iconbtn">
          <Icon name="chevron" />
        </Button>
      </div>
      <Popover className="pop" offset={4}>
        <Virtualizer layout={ListLayout} layoutOptions={{ rowHeight: 30 }}>
          <ListBox<Choice> className="items">
            {(item) => (
              <ListBoxItem id={item.id} textValue={item.label} className="item">
                {item.label}
                {item.hint !== undefined && <span className="hint">{item.hint}</span>}
              </ListBoxItem>
            )}
          </ListBox>
        </Virtualizer>
      </Popover>
    </AriaComboBox>
  )
}
