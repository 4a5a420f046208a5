import { useText } from '../text/useText'
import type { Block } from './block'

export interface Cut {
  rows: readonly [from: number, to: number]
  widths: readonly number[]
}

/** A block, or the rows of its table that stand on one page under a repeated head. */
export function BlockView({ block, cut }: { block: Block; cut: Cut | null }) {
  const { t } = useText()
  if (block.kind === 'solid')
    return (
      <div className="block" data-block={block.key}>
        {block.node}
      </div>
    )
  const [from, to] = cut?.rows ?? [0, block.rows.length]
  return (
    <div className={`block ${block.className ?? ''}`} data-block={block.key}>
      <table className={cut ? 'cut' : ''}>
        <caption>{from === 0 ? block.caption : t('report.continued', { title: block.caption })}</caption>
        {cut && (
          <colgroup>
            {cut.widths.map((width, index) => (
              <col key={block.head[index]?.key} style={{ width }} />
            ))}
          </colgroup>
        )}
        <thead>
          <tr>{block.head}</tr>
        </thead>
        <tbody>{block.rows.slice(from, to)}</tbody>
      </table>
    </div>
  )
}
