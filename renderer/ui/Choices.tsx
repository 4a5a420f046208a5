import { Collection, Header, ListBox, ListBoxItem, ListBoxSection } from 'react-aria-components'
import { Icon } from './Icon'

export interface Choice {
  id: string
  label: string
  hint?: string
}
export interface ChoiceGroup {
  id: string
  label: string
  items: readonly Choice[]
}

/** One line to choose; with a box where several may be chosen. */
function Line({ choice, boxed }: { choice: Choice; boxed: boolean }) {
  return (
    <ListBoxItem id={choice.id} textValue={choice.label} className="item">
      {boxed && (
        <span className="check">
          <Icon name="check" />
        </span>
      )}
      <span>{choice.label}</span>
      {choice.hint !== undefined && <span className="hint">{choice.hint}</span>}
    </ListBoxItem>
  )
}

interface Props {
  label: string
  groups: readonly ChoiceGroup[]
  selected: ReadonlySet<string>
  onSelect: (selected: ReadonlySet<string>) => void
  multiple?: boolean
  autoFocus?: boolean
}

/** A list to choose one or several from, in groups with their headings; a group without a label has none. */
export function Choices({ label, groups, selected, onSelect, multiple = false, autoFocus = false }: Props) {
  return (
    <ListBox
      aria-label={label}
      className="items"
      autoFocus={autoFocus}
      selectionMode={multiple ? 'multiple' : 'single'}
      disallowEmptySelection={!multiple}
      // Escape closes what the list stands in; it must not take the choice back on its way.
      escapeKeyBehavior="none"
      selectedKeys={selected as Set<string>}
      onSelectionChange={(keys) => {
        if (keys !== 'all') onSelect(new Set([...keys].map(String)))
      }}
    >
      {groups.map((group) => (
        <ListBoxSection key={group.id} id={group.id} aria-label={group.label === '' ? label : group.label}>
          {group.label !== '' && <Header className="head-item">{group.label}</Header>}
          <Collection items={group.items}>{(choice) => <Line choice={choice} boxed={multiple} />}</Collection>
        </ListBoxSection>
      ))}
    </ListBox>
  )
}
