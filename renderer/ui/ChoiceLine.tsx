import { ListBoxItem } from 'react-aria-components'
import type { Choice } from './Choices'

/** One line of a list that opens under a field. */
export const ChoiceLine = ({ choice: { id, label, hint } }: { choice: Choice }) => (
  <ListBoxItem id={id} textValue={label} className="item">
    {label}
    {hint !== undefined && <span className="hint">{hint}</span>}
  </ListBoxItem>
)
