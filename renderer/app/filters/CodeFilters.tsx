import { ASKED_ADDRESSEES } from '../../../shared/domain/filterCodes'
import { STATUSES, SUBJECTS } from '../../../shared/export/enums'
import { categoriesFor, type FilterWords } from '../../../shared/messages/filterWords'
import type { FilterPatch } from '../../state/route'
import { useFilter } from '../../state/useFilter'
import { useText } from '../../text/useText'
import { TextButton } from '../../ui/Button'
import { Choices } from '../../ui/Choices'
import { FilterButton } from './FilterButton'

interface Props<C extends string> {
  label: string
  words: string
  codes: readonly C[]
  name: (code: C) => string
  /** undefined: all */
  chosen: readonly C[] | undefined
  onChange: (codes: C[] | undefined) => void
  isNarrow?: boolean
}

/** Several of a list of codes; none chosen means all. */
function CodeFilter<C extends string>({ label, words, codes, name, chosen, onChange, isNarrow = false }: Props<C>) {
  const { t } = useText()
  return (
    <FilterButton
      label={label}
      words={words}
      isNarrow={isNarrow}
      isOn={chosen !== undefined && chosen.length < codes.length && label !== t('filter.subjects')}
    >
      {() => (
        <>
          <Choices
            label={label}
            multiple
            selected={new Set<string>(chosen ?? codes)}
            onSelect={(keys) => {
              const known = codes.filter((code) => keys.has(code))
              onChange(known.length === 0 || known.length === codes.length ? undefined : known)
            }}
            groups={[{ id: 'codes', label: '', items: codes.map((code) => ({ id: code, label: name(code) })) }]}
          />
          <div className="pad under">
            <TextButton onPress={() => onChange(undefined)}>{t('filter.selectAll')}</TextButton>
          </div>
        </>
      )}
    </FilterButton>
  )
}

/**
 * Subject, category and status; addressee and programme, which few channels have, where they are asked for. A choice of subject that leaves no chosen category takes the categories off.
 */
export function CodeFilters({ words }: { words: FilterWords }) {
  const { t } = useText()
  const [{ subjects, categories, statuses, addressees, programmes }, setFilter] = useFilter()
  return (
    <>
      <CodeFilter
        label={t('filter.subjects')}
        words={words.subjects}
        codes={SUBJECTS}
        name={(code) => t(`subject.${code}`)}
        chosen={subjects}
        onChange={(next) => {
          const possible: readonly string[] = categoriesFor(next)
          const patch: FilterPatch = { subjects: next }
          if (categories && !categories.every((code) => possible.includes(code))) patch.categories = undefined
          setFilter(patch)
        }}
      />
      <CodeFilter
        label={t('filter.categories')}
        words={words.categories}
        codes={categoriesFor(subjects)}
        name={(code) => t(`category.${code}`)}
        chosen={categories}
        onChange={(next) => setFilter({ categories: next })}
      />
      <CodeFilter
        label={t('filter.statuses')}
        words={words.statuses}
        codes={STATUSES}
        name={(code) => t(`status.${code}`)}
        chosen={statuses}
        onChange={(next) => setFilter({ statuses: next })}
      />
      {addressees && (
        <CodeFilter
          isNarrow
          label={t('caseField.addressee')}
          words={words.addressees}
          codes={ASKED_ADDRESSEES}
          name={(code) => t(`addressee.${code}`)}
          chosen={addressees}
          onChange={(next) => setFilter({ addressees: next })}
        />
      )}
      {programmes && (
        <FilterButton label={t('caseField.programme')} words={words.programmes} isOn isNarrow>
          {() => (
            <div className="pad">
              <p>{words.programmes}</p>
              <TextButton onPress={() => setFilter({ programmes: undefined })}>{t('filter.selectAll')}</TextButton>
            </div>
          )}
        </FilterButton>
      )}
    </>
  )
}
