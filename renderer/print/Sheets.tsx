import { useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { ReportModel } from '../../shared/report/model'
import type { Words } from '../../shared/sentences/words'
import { TextProvider, textIn } from '../text/useText'
import type { Block } from './block'
import { allBlocks, reportParts } from './blocks'
import { BlockView, type Cut } from './BlockView'
import { arrange, paginate, type Item, type Piece } from './paginate'
import { Sheet } from './Sheet'
import './print.css'

/** px: A4 at 96 dpi less the margins; the foot of the page lies in the lower one. Kept with print.css. */
const PAGE_HEIGHT = 980

interface Measured {
  items: ReadonlyMap<string, Item>
  /** widths of a table's columns, so that its pieces on all pages agree */
  widths: ReadonlyMap<string, number[]>
}

const heightOf = (element: Element | null | undefined) => element?.getBoundingClientRect().height ?? 0

function measure(column: HTMLElement, blocks: readonly Block[]): Measured {
  const widths = new Map<string, number[]>()
  const itemOf = (block: Block): Item => {
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
  }
  return { items: new Map(blocks.map((block) => [block.key, itemOf(block)])), widths }
}

interface Laid {
  /** what was measured */
  of: readonly Block[]
  blocks: ReadonlyMap<string, Block>
  pieces: Piece[][]
  widths: Measured['widths']
}

/** Figures in the order that fills pages, and numbered so; their numbers change no height. */
function layOut(model: ReportModel, words: Words, of: readonly Block[], { items, widths }: Measured): Laid {
  const itemsOf = (blocks: readonly Block[]) => blocks.flatMap(({ key }) => items.get(key) ?? [])
  const { front, figures } = reportParts(model, words)
  const groups = figures.map(({ blocks }) => itemsOf(blocks))
  const order = arrange(itemsOf(front), groups, PAGE_HEIGHT).flatMap((at) => figures[at]?.id ?? [])
  const blocks = allBlocks(reportParts(model, words, order))
  return {
    of,
    widths,
    blocks: new Map(blocks.map((block) => [block.key, block])),
    pieces: paginate(itemsOf(blocks), PAGE_HEIGHT),
  }
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
  const blocks = useMemo(() => allBlocks(reportParts(model, words)), [model, words])
  const column = useRef<HTMLDivElement>(null)
  const [pages, setPages] = useState<Laid | null>(null)
  const laid = pages?.of === blocks ? pages : null
  useLayoutEffect(() => {
    let stale = false
    void document.fonts.ready.then(() => {
      if (stale || !column.current) return
      setPages(layOut(model, words, blocks, measure(column.current, blocks)))
    })
    return () => void (stale = true)
  }, [model, words, blocks])
  const count = laid?.pieces.length ?? 0
  useLayoutEffect(() => {
    if (count > 0) onPages?.(count)
  }, [count, onPages])

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
              const block = laid.blocks.get(piece.key)
              const cut: Cut | null = piece.rows && {
                rows: piece.rows,
                widths: laid.widths.get(piece.key) ?? [],
              }
              return block && <BlockView key={`${piece.key} ${piece.rows?.[0] ?? 0}`} block={block} cut={cut} />
            })}
          </Sheet>
        ))}
      </div>
    </TextProvider>
  )
}
