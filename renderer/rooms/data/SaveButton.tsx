import { useState } from 'react'
import type { Args } from '../../../shared/contract/contract'
import { saveFigure } from '../../api/saveFigure'
import { useText } from '../../text/useText'
import { Button } from '../../ui/Button'
import { announce } from '../../ui/LiveRegion'
import { ErrorState } from '../../ui/States'
import type { AppError } from '../../../shared/contract/result'

interface Props {
  label: string
  name: string
  kind: Args<'figure:save'>['kind']
  text: string
}

/** Saves a text where the person chooses, and says as what. */
export function SaveButton({ label, name, kind, text }: Props) {
  const { t } = useText()
  const [saved, setSaved] = useState('')
  const [error, setError] = useState<AppError | null>(null)
  const save = async () => {
    const result = await saveFigure({ name, kind, bytes: new TextEncoder().encode(text) })
    setError(result.ok ? null : result.error)
    if (!result.ok || !result.value) return
    setSaved(t('receipt.saved', { name: result.value.name }))
    announce(t('receipt.saved', { name: result.value.name }))
  }
  return (
    <>
      <Button onPress={() => void save()}>{label}</Button>
      {saved !== '' && <span className="sm mut">{saved}</span>}
      {error && <ErrorState error={error} />}
    </>
  )
}
