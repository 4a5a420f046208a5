import { outsideWarning } from '../../shared/sentences/outside'
import { useText } from '../text/useText'
import { TextField } from './Field'

interface Props {
  label: string
  help: string
  value: string
  onChange: (value: string) => void
}

/** The reason of a decision. It goes into the audit log for good, so that what looks like a person's data is warned of. */
export function ReasonField({ value, ...rest }: Props) {
  const warning = outsideWarning(value, null, useText())
  return <TextField {...rest} value={value} warning={warning} rows={3} maxLength={1000} autoFocus />
}
