import { useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { ReportModel } from '../../shared/report/model'
import { TextProvider, textIn } from '../text/useText'
import type { Block } from './block'
import { reportBlocks } from './blocks'
import { BlockView, type Cut } from './BlockView'
import { paginate, type Item, type Piece } from './paginate'
import { Sheet } from './Sheet'
import './print.css'

/** px: A4 at 96 dpi less the margins; the foot of the page lies in the lower one. Kept with print.css. */
export const PAGE_HEIGHT = 980

interface Measured {
  items: Item[]
  /** widths of a table's columns, so that its pieces on all pages agree */
  widths: ReadonlyMap<string, number[]>
}

const heightOf = (element: Element | null | undefined) => element?.getBoundingClientRect().height ?? 0

function measure(column: HTMLElement, blocks: readonly Block[]): Measured {
  const widths = new Map<string, number[]>()
  const items = blocks.map((block): Item => {
    const element = column.querySelector(`[data-block="${CSS.escape(block.key)}"]`)
    const { key, withNext = false, newPage = false } = block
    const item: Item = { key, withNext, newPage, height: heightOf(element) }
    if (block.kind === 'solid' || !element) return item
    const rows = [...element.querySelectorAll('tbody tr')].map(heightOf)
    widths.set(
      key,
      [...element.querySelectorAll('thead tr > *')].map((cell) => cell.getBoundingClientRect().width),
    )
    return { ...item, table: { head: item.height - rows.reduce((sum, height) => sum + height, 0), rows } }
  })
  return { items, widths }
}

interface Props {
  model: ReportModel
  /** on screen: pages are drawn smaller; they are measured as large as on paper */
  zoom?: number
  /** the pages stand as they will be printed */
  onPages?: (count: number) => void
}

/**
 * The report as A4 pages, on screen and on paper alike. Everything is laid out once in a column of the page's width,
 * measured, and put on pages; fonts must stand before, since their widths decide where lines break.
 */
export function Sheets({ model, zoom = 1, onPages }: Props) {
  const words = useMemo(() => textIn(model.language), [model.language])
  const blocks = useMemo(() => reportBlocks(model, words), [model, words])
  const column = useRef<HTMLDivElement>(null)
  const [pages, setPages] = useState<{ of: readonly Block[]; pieces: Piece[][]; measured: Measured } | null>(null)
  const laid = pages?.of === blocks ? pages : null
  useLayoutEffect(() => {
    let stale = false
    void document.fonts.ready.then(() => {
      if (stale || !column.current) return
      const measured = measure(column.current, blocks)
      setPages({ of: blocks, measured, pieces: paginate(measured.items, PAGE_HEIGHT) })
    })
    return () => void (stale = true)
  }, [blocks])
  const count = laid?.pieces.length ?? 0
  useLayoutEffect(() => {
    if (count > 0) onPages?.(count)
  }, [count, onPages])

  const byKey = new Map(blocks.map((block) => [block.key, block]))
  return (
    <TextProvider language={model.language}>
      <div className="sheets" data-theme="light" lang={model.language} style={laid && zoom !== 1 ? { zoom } : {}}>
        {laid === null && (
          <div className="measuring" aria-hidden="true" ref={column}>
            {blocks.map((block) => (
              <BlockView key={block.key} block={block} cut={null} />
            ))}
          </div>
        )}
        {laid?.pieces.map((pieces, index) => (
          <Sheet key={`${pieces[0]?.key} ${pieces[0]?.rows?.[0] ?? 0}`} model={model} page={index + 1} pages={count}>
            {pieces.map((piece) => {
              const block = byKey.get(piece.key)
              const cut: Cut | null = piece.rows && {
                rows: piece.rows,
                widths: laid.measured.widths.get(piece.key) ?? [],
              }
              return block && <BlockView key={`${piece.key} ${piece.rows?.[0] ?? 0}`} block={block} cut={cut} />
            })}
          </Sheet>
        ))}
      </div>
    </TextProvider>
  )
}
