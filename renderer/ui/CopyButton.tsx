import { useEffect, useState } from 'react'
import { useText } from '../text/useText'
import { Button } from './Button'
import { copyText } from './copyText'
import { Icon } from './Icon'

/** Copies a text and says so on the button and to the screen reader. */
export function CopyButton({
  text,
  label,
  kind = 'plain',
}: {
  text: string
  label: string
  kind?: 'primary' | 'plain'
}) {
  const { t } = useText()
  const [came, setCame] = useState<'copied' | 'failed' | null>(null)
  useEffect(() => {
    if (came === null) return
    const timer = setTimeout(() => setCame(null), 2500)
    return () => clearTimeout(timer)
  }, [came])
  const copy = () => void copyText(text, t).then((done) => setCame(done ? 'copied' : 'failed'))
  return (
    <Button kind={kind} onPress={copy}>
      <Icon name={came === 'copied' ? 'check' : 'copy'} />
      {came === 'copied' ? t('ui.copied') : came === 'failed' ? t('ui.copyFailed') : label}
    </Button>
  )
}
