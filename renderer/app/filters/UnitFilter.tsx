import { useState } from 'react'
import { ListBox, ListBoxItem, ListLayout, Virtualizer } from 'react-aria-components'
import { useUnits } from '../../api/useUnits'
import { useFilter } from '../../state/useFilter'
import { useText } from '../../text/useText'
import { CloseOnEscape } from '../../ui/CloseOnEscape'
import { SearchList } from '../../ui/SearchList'
import { FilterButton } from './FilterButton'
import { openedTree, searchUnits } from './unitSearch'

const NATION = 'NASIONAL'
const MOST = 300

/** The nation, a Polda, a Polres or a Polsek: the tree opened along the present way, or a search over all. */
function UnitPicker({ onChoose, onClose }: { onChoose: (code: string | undefined) => void; onClose: () => void }) {
  const { t, f } = useText()
  const units = useUnits()
  const [{ unit: chosen }] = useFilter()
  const [search, setSearch] = useState('')
  const found = search.trim() === '' ? null : searchUnits(units.tree, search)
  const lines = found
    ? found.slice(0, MOST).map((unit) => ({
        id: unit.code,
        label: unit.name,
        depth: 0,
        hint: units.byCode.get(unit.parent)?.name ?? unit.code,
      }))
    : [
        { id: NATION, label: t('level.nation'), depth: 0, hint: '' },
        ...openedTree(units, chosen).map(({ unit, depth }) => ({
          id: unit.code,
          label: unit.name,
          depth: depth + 1,
          hint: unit.code,
        })),
      ]
  return (
    <CloseOnEscape className="unit-picker" onClose={onClose}>
      <SearchList label={t('filter.unitSearch')} search={search} onSearch={setSearch}>
        <Virtualizer layout={ListLayout} layoutOptions={{ rowHeight: 28 }}>
          <ListBox
            aria-label={t('filter.unit')}
            className="items tall"
            items={lines}
            selectionMode="single"
            selectedKeys={[chosen ?? NATION]}
            onSelectionChange={(keys) => {
              const [key] = keys
              if (key !== undefined) onChoose(key === NATION ? undefined : String(key))
            }}
            renderEmptyState={() => <p className="pad mut">{t('filter.unitNone')}</p>}
          >
            {(line) => (
              <ListBoxItem id={line.id} textValue={line.label} className="item">
                <span style={{ paddingInlineStart: line.depth * 14 }}>{line.label}</span>
                <span className="hint">{line.hint}</span>
              </ListBoxItem>
            )}
          </ListBox>
        </Virtualizer>
      </SearchList>
      {found && found.length > MOST && (
        <p className="pad sm mut">{t('filter.unitMore', { n: f.count(found.length - MOST) })}</p>
      )}
    </CloseOnEscape>
  )
}

export function UnitFilter({ words }: { words: string }) {
  const { t } = useText()
  const [{ unit }, setFilter] = useFilter()
  return (
    <FilterButton label={t('filter.unit')} words={words} isOn={unit !== undefined}>
      {(close) => (
        <UnitPicker
          onClose={close}
          onChoose={(code) => {
            setFilter({ unit: code })
            close()
          }}
        />
      )}
    </FilterButton>
  )
}
