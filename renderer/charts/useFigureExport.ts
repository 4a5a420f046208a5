import { useEffect, useState, type RefObject } from 'react'
import type { Answer, Args } from '../../shared/contract/contract'
import type { Result } from '../../shared/contract/result'
import { useText } from '../text/useText'
import { announce } from '../ui/LiveRegion'
import { useStable } from '../ui/useStable'
import { csvBytes } from './export/csv'
import { embeddedFonts } from './export/fonts'
import { pngOf } from './export/png'
import { figureSvg, svgText, type FigureText } from './export/svg'
import { xlsxBytes } from './export/xlsx'
import type { FigureTable } from './table'

/** Saves bytes where the person chooses; null = they cancelled. */
export type SaveFigure = (file: Args<'figure:save'>) => Promise<Result<Answer<'figure:save'>>>
export const DEEDS = ['copyPng', 'copySvg', 'savePng', 'saveSvg', 'saveCsv', 'saveXlsx'] as const
export type Deed = (typeof DEEDS)[number]

interface Source {
  /** the element that holds the drawing */
  figure: RefObject<HTMLElement | null>
  /** stem of the file's name */
  id: string
  text: FigureText
  table: FigureTable
  save: SaveFigure | undefined
}

const NOTICE_MS = 4000
const utf8 = (text: string) => new TextEncoder().encode(text)

/** Copies or saves a figure; says in words what happened. */
export function useFigureExport({ figure, id, text, table, save }: Source) {
  const words = useText()
  const { t } = words
  const [notice, setNotice] = useState('')
  useEffect(() => {
    if (notice === '') return
    const timer = setTimeout(() => setNotice(''), NOTICE_MS)
    return () => clearTimeout(timer)
  }, [notice])

  const run = useStable(async (deed: Deed) => {
    const say = (message: string) => {
      setNotice(message)
      announce(message)
    }
    const failed = () => say(t('chart.failed', { title: text.title }))
    const store = async (kind: Args<'figure:save'>['kind'], bytes: Uint8Array<ArrayBuffer>) => {
      const answer = await save?.({ name: `pantau-${id}.${kind}`, kind, bytes })
      if (!answer?.ok) failed()
      else if (answer.value) say(t('chart.saved', { name: answer.value.name }))
    }
    const drawing = async () => {
      const fonts = await embeddedFonts()
      return figure.current ? figureSvg({ figure: figure.current, table, words }, text, fonts) : null
    }
    const deeds: Record<Deed, () => Promise<void>> = {
      copyPng: async () => {
        const svg = await drawing()
        const blob = svg && (await pngOf(svg))
        if (!blob) return failed()
        await navigator.clipboard.write([new ClipboardItem({ 'image/png': blob })])
        say(t('chart.copied', { title: text.title }))
      },
      copySvg: async () => {
        const svg = await drawing()
        if (!svg) return failed()
        await navigator.clipboard.writeText(svgText(svg))
        say(t('chart.copied', { title: text.title }))
      },
      savePng: async () => {
        const svg = await drawing()
        const blob = svg && (await pngOf(svg))
        if (!blob) return failed()
        await store('png', new Uint8Array(await blob.arrayBuffer()))
      },
      saveSvg: async () => {
        const svg = await drawing()
        if (!svg) return failed()
        await store('svg', utf8(svgText(svg)))
      },
      saveCsv: () => store('csv', csvBytes(table, words)),
      saveXlsx: async () => store('xlsx', await xlsxBytes(table, text, words)),
    }
    // The clipboard and the packing of a workbook fail by throwing; the person is told and nothing else changes.
    await deeds[deed]().catch(failed)
  })
  return { run, notice }
}
