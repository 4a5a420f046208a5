import { useText } from '../../../text/useText'
import { IconButton } from '../../../ui/Button'
import { copyText } from '../../../ui/copyText'

/** A long code, letter by letter, with a button that copies it whole; `shown` may be its ends only. */
export function Copyable({ text, name, shown = text }: { text: string; name: string; shown?: string }) {
  const { t } = useText()
  const copy = () => void copyText(text, t, t('case.copied'))
  return (
    <span className="copyable">
      <span className="code" {...(shown !== text && { title: text })}>
        {shown}
      </span>
      <IconButton icon="copy" label={t('case.copy', { name })} onPress={copy} />
    </span>
  )
}

/** First and last letters of a hash: enough to compare by eye. */
export const ends = (hash: string): string => (hash.length > 24 ? `${hash.slice(0, 8)} … ${hash.slice(-8)}` : hash)
