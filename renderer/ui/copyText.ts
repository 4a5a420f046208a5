import type { Translate } from '../../shared/messages/catalogue'
import { announce } from './LiveRegion'

/** Puts a text on the clipboard and says so, or says that the system refused; true when it is there. */
export async function copyText(text: string, t: Translate, said = t('ui.copied')): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
  } catch {
    announce(t('ui.copyFailed'))
    return false
  }
  announce(said)
  return true
}
