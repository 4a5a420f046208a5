import type { ReportRequest } from '../../../../shared/contract/contract'
import type { AuditFinding } from '../../../../shared/contract/findings'
import { useUnits } from '../../../api/useUnits'
import { useText } from '../../../text/useText'
import { Button } from '../../../ui/Button'
import { Choices } from '../../../ui/Choices'
import { Checkbox } from '../../../ui/Field'
import { Popover } from '../../../ui/Popover'
import { Select } from '../../../ui/Select'

export interface Options {
  kind: ReportRequest['kind']
  language: ReportRequest['language']
  suppress: boolean
  /** findings that were taken out */
  leftOut: readonly string[]
}
interface Props {
  options: Options
  onChange: (patch: Partial<Options>) => void
  offered: readonly AuditFinding[]
  threshold: number
}
const KINDS = ['anev', 'findings'] as const
const LANGUAGES = ['id', 'en'] as const

/** Kind, language, suppression and findings of the report; unit and period are those of the filter bar. */
export function ComposeOptions({ options, onChange, offered, threshold }: Props) {
  const { t, f } = useText()
  const { name } = useUnits()
  const chosen = new Set(offered.filter(({ id }) => !options.leftOut.includes(id)).map(({ id }) => id))
  const label =
    offered.length === 0
      ? t('compose.findingsNone')
      : t('compose.findings', { n: f.count(chosen.size), total: f.count(offered.length) })
  return (
    <div className="compose-options">
      <Select
        label={t('compose.kind')}
        selected={options.kind}
        items={KINDS.map((id) => ({ id, label: t(`compose.kind.${id}`) }))}
        onSelect={(id) => onChange({ kind: KINDS.find((kind) => kind === id) ?? 'anev' })}
      />
      <Select
        label={t('compose.language')}
        selected={options.language}
        items={LANGUAGES.map((id) => ({ id, label: t(`compose.language.${id}`) }))}
        onSelect={(id) => onChange({ language: LANGUAGES.find((language) => language === id) ?? 'id' })}
      />
      <Popover label={label} trigger={<Button isDisabled={offered.length === 0}>{label}</Button>} padded={false}>
        <Choices
          label={label}
          multiple
          groups={[
            {
              id: 'findings',
              label: '',
              items: offered.map(({ id, title, unit }) => ({
                id,
                label: title,
                ...(unit !== null && { hint: name(unit) }),
              })),
            },
          ]}
          selected={chosen}
          onSelect={(kept) => onChange({ leftOut: offered.map(({ id }) => id).filter((id) => !kept.has(id)) })}
        />
      </Popover>
      <Checkbox isSelected={options.suppress} onChange={(suppress) => onChange({ suppress })}>
        {t('compose.suppress', { threshold: f.count(threshold) })}
      </Checkbox>
    </div>
  )
}
