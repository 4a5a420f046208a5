import type { ReactNode } from 'react'
import { Autocomplete, Input, TextField } from 'react-aria-components'

interface Props {
  /** name of the field, and its placeholder */
  label: string
  search: string
  onSearch: (search: string) => void
  /** a list box; what it shows is the caller's business */
  children: ReactNode
}

/** A field over a list: type, walk the list with the arrows without leaving the field, Enter takes the line. */
export function SearchList({ label, search, onSearch, children }: Props) {
  return (
    <Autocomplete inputValue={search} onInputChange={onSearch}>
      {/* The library names the list that the field controls. */}
      <TextField aria-label={label} className="pad" autoFocus>
        {/* oxlint-disable-next-line jsx-a11y/role-has-required-aria-props */}
        <Input className="input" placeholder={label} role="combobox" aria-expanded aria-haspopup="listbox" />
      </TextField>
      {children}
    </Autocomplete>
  )
}
