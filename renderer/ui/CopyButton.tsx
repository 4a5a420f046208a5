import { useEffect, useState } from 'react'
import { useText } from '../text/useText'
import { Button } from './Button'
import { Icon } from './Icon'
import { announce } from './LiveRegion'

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
  const [copied, setCopied] = useState(false)
  useEffect(() => {
    if (!copied) return
    const timer = setTimeout(() => setCopied(false), 2500)
    return () => clearTimeout(timer)
  }, [copied])
  const copy = () => {
    void navigator.clipboard.writeText(text).then(() => {
      setCopied(true)
      announce(t('ui.copied'))
    })
  }
  return (
    <Button kind={kind} onPress={copy}>
      <Icon name={copied ? 'check' : 'copy'} />
      {copied ? t('ui.copied') : label}
    </Button>
  )
}
