/**
 * A figure as one SVG that stands alone: title, coverage and rule, finding, drawings as they stand beside each other (or
 * its table), note. Colours are resolved against the light theme, the hatch and the typeface go inside, so that it looks
 * the same anywhere.
 */
import type { Words } from '../../../shared/sentences/words'
import type { FigureTable } from '../table'
import { element, XMLNS, type Body } from './element'
import { tableBody } from './tableBody'

/** What a drawing's looks depend on; everything else of the computed style is the same everywhere. */
const LOOKS = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'opacity',
  'font-size',
  'font-weight',
  'text-anchor',
  'paint-order',
  'vector-effect',
] as const
const PAD = 16
const FAMILY = 'Source Sans 3'

export interface FigureText {
  title: string
  /** coverage and rule; '' where there is none */
  subtitle: string
  sentence: string
  note: string
}

/** Writes each element's computed looks into its own attributes and drops what only the page needs. */
function settle(source: Element): void {
  for (const each of [source, ...source.querySelectorAll('*')]) {
    const style = getComputedStyle(each)
    for (const name of LOOKS) {
      const value = style.getPropertyValue(name)
      const given = each.getAttribute(name) ?? ''
      if (value !== '' && !given.startsWith('url('))
        each.setAttribute(name, value.startsWith('url(') ? 'url(#hx)' : value)
    }
  }
  for (const each of source.querySelectorAll('*')) {
    for (const name of ['class', 'style', 'tabindex', 'role', 'aria-label', 'data-mark', 'href'])
      each.removeAttribute(name)
  }
}

/** Breaks a text into lines of at most `width` px, measured in the bundled typeface. */
function lines(text: string, width: number, font: string): string[] {
  const pen = document.createElement('canvas').getContext('2d')
  if (pen) pen.font = font
  const found: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line !== '' && (pen?.measureText(longer).width ?? 0) > width) {
      found.push(line)
      line = word
    } else line = longer
  }
  return line === '' ? found : [...found, line]
}

/** The page's hatches with fixed colours. */
function hatches(light: Element): SVGElement[] {
  const colour = (name: string) => getComputedStyle(light).getPropertyValue(name).trim()
  const size = { width: 5, height: 5, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' }
  const whole = element('pattern', { id: 'hx', ...size })
  whole.append(
    element('rect', { width: 5, height: 5, fill: colour('--hatch-bg') }),
    element('path', { d: 'M0 0V5', stroke: colour('--hatch'), 'stroke-width': 1.7 }),
  )
  const part = element('pattern', { id: 'hx-part', ...size })
  part.append(element('path', { d: 'M0 0V5', stroke: colour('--paper'), 'stroke-width': 2.4 }))
  return [whole, part]
}

/** Clones of the drawings inside `figure`, at their places, with looks of the light theme; null where it has none. */
function drawings(figure: Element, light: Element): Body | null {
  const sources = [...figure.querySelectorAll<SVGSVGElement>('svg[data-chart], svg.recharts-surface')]
  if (sources.length === 0) return null
  const boxes = sources.map((svg) => svg.getBoundingClientRect())
  const left = Math.min(...boxes.map((box) => box.left))
  const top = Math.min(...boxes.map((box) => box.top))
  const group = element('g')
  sources.forEach((source, at) => {
    const clone = source.cloneNode(true) as SVGSVGElement
    // What only follows the mouse is no part of the figure.
    for (const each of clone.querySelectorAll('.recharts-tooltip-cursor, .recharts-active-dot, .area-over'))
      each.remove()
    light.append(clone)
    settle(clone)
    const box = boxes[at]
    clone.setAttribute('x', String((box?.left ?? 0) - left))
    clone.setAttribute('y', String((box?.top ?? 0) - top))
    clone.setAttribute('overflow', 'visible')
    group.append(clone)
  })
  const width = Math.max(...boxes.map((box) => box.right)) - left
  return { group, width, height: Math.max(...boxes.map((box) => box.bottom)) - top }
}

/** The legend below the drawing: its marks and words in lines of at most `width` px. Null without one. */
function legend(figure: Element, light: Element, width: number): { group: SVGElement; height: number } | null {
  const items = [...figure.querySelectorAll('.leg > span')]
  if (items.length === 0) return null
  const pen = document.createElement('canvas').getContext('2d')
  if (pen) pen.font = `400 12.5px '${FAMILY}'`
  const group = element('g')
  const colour = getComputedStyle(light).getPropertyValue('--ink-2').trim()
  let [x, y] = [0, 0]
  for (const item of items) {
    const mark = item.querySelector('svg')?.cloneNode(true) as SVGSVGElement | undefined
    const indent = mark ? Number(mark.getAttribute('width')) + 6 : 0
    const words = item.textContent ?? ''
    const whole = indent + (pen?.measureText(words).width ?? 0)
    if (x > 0 && x + whole > width) [x, y] = [0, y + 18]
    if (mark) {
      light.append(mark)
      settle(mark)
      mark.setAttribute('x', String(x))
      mark.setAttribute('y', String(y + 9 - Number(mark.getAttribute('height')) / 2))
      group.append(mark)
    }
    group.append(element('text', { x: x + indent, y: y + 13, 'font-size': 12.5, fill: colour }, words))
    x += whole + 16
  }
  return { group, height: y + 18 }
}

export interface FigureParts {
  /** the element that holds the drawing */
  figure: Element
  /** drawn as a picture where what is shown is a table */
  table: FigureTable
  words: Words
}

/** The figure as an SVG element. `fonts` is the CSS that brings the typeface along. */
export function figureSvg({ figure, table, words }: FigureParts, text: FigureText, fonts: string): SVGSVGElement {
  const light = document.createElement('div')
  light.dataset['theme'] = 'light'
  light.className = 'export-ground'
  document.body.append(light)
  try {
    const ink = (name: string) => getComputedStyle(light).getPropertyValue(name).trim()
    const drawn = drawings(figure, light)
    const { group, width, height } = drawn ?? tableBody(table, words, ink)
    const wide = Math.ceil(width) + 2 * PAD
    const svg = element('svg', { xmlns: XMLNS, 'font-family': `'${FAMILY}', sans-serif` }) as SVGSVGElement
    let y = PAD
    const write = (value: string, size: number, leading: number, weight: number, colour: string) => {
      for (const line of lines(value, width, `${weight} ${size}px '${FAMILY}'`)) {
        y += leading
        body.append(
          element(
            'text',
            { x: PAD, y: y - leading * 0.25, 'font-size': size, 'font-weight': weight, fill: colour },
            line,
          ),
        )
      }
    }
    const body = element('g')
    write(text.title, 16, 21, 600, ink('--ink'))
    write(text.subtitle, 12, 16, 400, ink('--ink-3'))
    write(text.sentence, 14, 20, 400, ink('--ink-2'))
    y += 12
    group.setAttribute('transform', `translate(${PAD} ${y})`)
    y += height + 8
    body.append(group)
    const key = drawn && legend(figure, light, width)
    if (key) {
      key.group.setAttribute('transform', `translate(${PAD} ${y})`)
      body.append(key.group)
      y += key.height + 4
    }
    write(text.note, 12, 16, 400, ink('--ink-3'))
    const high = Math.ceil(y) + PAD
    const defs = element('defs')
    defs.append(...hatches(light), ...(fonts === '' ? [] : [element('style', {}, fonts)]))
    svg.append(defs, element('rect', { width: wide, height: high, fill: ink('--paper') }), body)
    for (const [name, value] of Object.entries({ width: wide, height: high, viewBox: `0 0 ${wide} ${high}` })) {
      svg.setAttribute(name, String(value))
    }
    return svg
  } finally {
    light.remove()
  }
}

export const svgText = (svg: SVGSVGElement): string => new XMLSerializer().serializeToString(svg)
