import type { ReactNode, Ref } from 'react'
import {
  Checkbox as AriaCheckbox,
  Input,
  Label,
  Radio,
  RadioGroup,
  SearchField,
  Text,
  TextArea as AriaTextArea,
  TextField as AriaTextField,
} from 'react-aria-components'
import type { Choice } from './Choices'
import { Icon } from './Icon'

interface TextFieldProps {
  label: string
  value: string
  onChange: (value: string) => void
  help?: string
  rows?: number
  maxLength?: number
  autoFocus?: boolean
  type?: 'text' | 'number'
  isReadOnly?: boolean
  /** what should be looked at before it leaves; told to the reader when it appears */
  warning?: string | null
}

/** A field with its label above and its help below; more than one row is a text area. */
export function TextField({ label, help, rows = 1, type = 'text', warning = null, ...field }: TextFieldProps) {
  return (
    <AriaTextField className="field" type={type} {...field}>
      <Label>{label}</Label>
      {rows > 1 ? <AriaTextArea className="input" rows={rows} /> : <Input className="input" />}
      {help !== undefined && (
        <Text slot="description" className="help">
          {help}
        </Text>
      )}
      <div role="status" className={warning === null ? '' : 'note-box sm'}>
        {warning}
      </div>
    </AriaTextField>
  )
}

interface SearchBoxProps {
  label: string
  value: string
  onChange: (value: string) => void
  onSubmit?: (value: string) => void
  placeholder?: string
  ref?: Ref<HTMLInputElement>
}

/** A field to search with; Escape empties it. Its label is its placeholder and its name. */
export function SearchBox({ label, placeholder = label, ref, ...field }: SearchBoxProps) {
  return (
    <SearchField aria-label={label} {...field}>
      <Input className="input" placeholder={placeholder} {...(ref !== undefined && { ref })} />
    </SearchField>
  )
}

interface CheckboxProps {
  isSelected: boolean
  /** its name where no words stand beside it */
  label?: string
  onChange: (selected: boolean) => void
  isDisabled?: boolean
  children?: ReactNode
}

export function Checkbox({ children, label, ...props }: CheckboxProps) {
  return (
    <AriaCheckbox className="checkbox" {...props} {...(label !== undefined && { 'aria-label': label })}>
      <span className="check">
        <Icon name="check" />
      </span>
      {children}
    </AriaCheckbox>
  )
}

interface RadiosProps {
  label: string
  items: readonly Choice[]
  selected: string
  onSelect: (id: string) => void
}

/** One of a few choices, all in sight. */
export function Radios({ label, items, selected, onSelect }: RadiosProps) {
  return (
    <RadioGroup className="group" value={selected} onChange={onSelect}>
      <Label className="label">{label}</Label>
      {items.map((item) => (
        <Radio key={item.id} value={item.id} className="radio">
          <span className="check">
            <Icon name="check" />
          </span>
          {item.label}
        </Radio>
      ))}
    </RadioGroup>
  )
}
