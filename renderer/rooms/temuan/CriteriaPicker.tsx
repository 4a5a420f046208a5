import type { Filter } from '../../../shared/domain/filter'
import { criterionText } from '../../../shared/report/pinned'
import { useNamedQuery } from '../../api/useNamedQuery'
import { useText } from '../../text/useText'
import { Button } from '../../ui/Button'
import { Menu } from '../../ui/Menu'

/** Rules in force within the finding's filter; choosing one writes its sentence. */
export function CriteriaPicker({ filter, onPick }: { filter: Filter; onPick: (text: string) => void }) {
  const words = useText()
  const { t, language } = words
  const { data } = useNamedQuery('overview.coverage', filter)
  const rules = data?.rules ?? []
  if (rules.length === 0) return <p className="sm mut">{t('findings.noRules')}</p>
  const key = (index: number) => String(index)
  return (
    <Menu
      label={t('findings.rules')}
      items={rules.map((rule, index) => ({ id: key(index), label: rule.title[language], hint: rule.basis }))}
      onAction={(id) => {
        const rule = rules[Number(id)]
        if (rule) onPick(criterionText(rule, language, words))
      }}
      placement="bottom start"
      trigger={<Button>{t('findings.rules')}</Button>}
    />
  )
}
