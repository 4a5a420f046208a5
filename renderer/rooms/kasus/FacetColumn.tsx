import { useState } from 'react'
import { useText } from '../../text/useText'
import type { Facet, FacetItem, FacetName } from './facets'

interface ItemProps {
  item: FacetItem
  onToggle: () => void
}

/** One part: its name, how many, and a bar against the facet's largest part. Pressed = asked for. */
function Item({ item, onToggle }: ItemProps) {
  const { f } = useText()
  const inside = (
    <>
      <span>{item.label}</span>
      <span className="r">{f.count(item.count)}</span>
      <svg viewBox="0 0 100 3" preserveAspectRatio="none" aria-hidden="true">
        <rect width={Math.max(item.count > 0 ? 0.8 : 0, item.part * 100)} height="3" />
      </svg>
    </>
  )
  if (!item.selectable) return <div className="part">{inside}</div>
  return (
    <button type="button" className="part" aria-pressed={item.selected} onClick={onToggle}>
      {inside}
    </button>
  )
}

interface Props {
  facets: readonly Facet[]
  onChange: (name: FacetName, code: string | null) => void
}

/** A longer facet folds to its first parts; what is asked for always stands in sight. */
const FOLD = 7

function Parts({ facet, onChange }: { facet: Facet; onChange: Props['onChange'] }) {
  const { t, f } = useText()
  const [unfolded, setUnfolded] = useState(false)
  const { items } = facet
  const folds = items.length > FOLD + 1
  const shown = folds && !unfolded ? items.filter(({ selected }, at) => at < FOLD || selected) : items
  return (
    <>
      {shown.map((item) => (
        <Item key={item.code} item={item} onToggle={() => onChange(facet.name, item.code)} />
      ))}
      {folds && (
        <button type="button" className="link" aria-expanded={unfolded} onClick={() => setUnfolded(!unfolded)}>
          {unfolded ? t('cases.facet.fewer') : t('cases.facet.more', { n: f.count(items.length - shown.length) })}
        </button>
      )}
    </>
  )
}

/** What the cases that match divide into; a click narrows down, a second click takes it back. */
export function FacetColumn({ facets, onChange }: Props) {
  const { t } = useText()
  return (
    <aside className="facets" aria-label={t('cases.facets')}>
      {facets.map((facet) => (
        <section key={facet.name} aria-label={facet.title}>
          <header>
            <h2>{facet.title}</h2>
            {facet.selected && (
              <button
                type="button"
                className="link"
                aria-label={t('cases.facet.clearNamed', { name: facet.title })}
                onClick={() => onChange(facet.name, null)}
              >
                {t('cases.facet.clear')}
              </button>
            )}
          </header>
          <Parts facet={facet} onChange={onChange} />
        </section>
      ))}
    </aside>
  )
}
