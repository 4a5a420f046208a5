import { useState } from 'react'
import { Input, Label, Text, TextField } from 'react-aria-components'
import { useText } from '../text/useText'
import { dayOfText, localDay } from './localDay'

interface Props {
  label: string
  /** yyyy-mm-dd; '' for none */
  value: string
  /** the day that was typed, '' as long as it is none */
  onChange: (day: string) => void
  /** below the field while there is no day; the day itself stands there in words */
  empty?: string
}

/** A day to type, dd/mm/yyyy: a system's own field would follow the order of the system, which may be another. */
export function DayField({ label, value, onChange, empty = '' }: Props) {
  const { t, f } = useText()
  const [typed, setTyped] = useState(localDay(value))
  const text = value === '' || dayOfText(typed) === value ? typed : localDay(value)
  const isWrong = text !== '' && dayOfText(text) === ''
  return (
    <TextField
      className="field day"
      value={text}
      isInvalid={isWrong}
      onChange={(next) => {
        setTyped(next)
        onChange(dayOfText(next))
      }}
    >
      <Label>{label}</Label>
      <Input className="input" placeholder={t('ui.dayPattern')} inputMode="numeric" maxLength={10} />
      <Text slot="description" className="help">
        {value !== '' ? f.day(value) : isWrong ? t('ui.notADay', { pattern: t('ui.dayPattern') }) : empty}
      </Text>
    </TextField>
  )
}
