import { SUBJECTS, type Channel } from '../../../shared/export/enums'
import { useRoute } from '../../state/useRoute'
import { OPEN_FILTER } from './context'

/** Links to the cases of channels, of one subject or of all; none for a subject that the filter cannot name. */
export function useCasesHref(channels: readonly Channel[]): (subject?: string) => string | undefined {
  const { href } = useRoute()
  return (subject) => {
    const known = SUBJECTS.find((code) => code === subject)
    if (subject !== undefined && known === undefined) return undefined
    return href('kasus', { filter: { ...OPEN_FILTER, channels: [...channels], ...(known && { subjects: [known] }) } })
  }
}
