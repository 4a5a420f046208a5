import type { CSSProperties, ReactNode } from 'react'
import type { Sentence } from '../../../shared/sentences/words'
import { useWorkspace } from '../../api/useWorkspace'
import { useKnownOn } from '../../state/knownOn'
import { useText } from '../../text/useText'

/** What a slide says; the drawing has the logical width of `CHART` and grows with the slide. */
export interface SlideContent {
  id: string
  title: string
  sentence: Pick<Sentence, 'answer' | 'caution'> | null
  drawing: ReactNode
  /** the one number to remember, and what it is */
  big?: { value: string; caption: string }
  /** what the trainer asks the room */
  ask?: string
  note: string
  /** what the trainer may want to say of the measure; never on the slide itself */
  notes?: string
  /** there is nothing to draw: the sentence says why */
  isEmpty?: boolean
  /** px of the drawing at a slide 1,000 px wide, where it is not that of `CHART` */
  drawingWidth?: number
  /** the drawing takes the whole width */
  wide?: boolean
}

/** px at a slide 1,000 px wide */
export const CHART = { width: 520, height: 330 }

interface Props {
  slide: SlideContent
  number: number
  count: number
  purpose: string
  watermark: string | null
}

/** One slide: question, finding, drawing, number, question to the room; where the figures come from at its foot. */
export function Slide({ slide, number, count, purpose, watermark }: Props) {
  const { t, f } = useText()
  const knownOn = useKnownOn()
  const { archived_before: archived } = useWorkspace()
  const { title, sentence, drawing, big, ask, note, wide = false, isEmpty = false, drawingWidth } = slide
  const style = drawingWidth && ({ '--drawing': drawingWidth } as CSSProperties)
  return (
    <section className="slide" aria-roledescription={t('present.slide')} aria-label={title}>
      {watermark !== null && <p className="slide-mark" aria-hidden="true" data-word={watermark} />}
      <header>
        <h1>{title}</h1>
        {sentence && (
          <p>
            {sentence.answer} {sentence.caution}
          </p>
        )}
      </header>
      <div className={wide || isEmpty ? 'slide-body wide' : 'slide-body'} {...(style && { style })}>
        {isEmpty ? (
          <p className="slide-empty">{t('present.nothing')}</p>
        ) : (
          <div className="slide-drawing">{drawing}</div>
        )}
        {!isEmpty && (big || ask) && (
          <div>
            {big && <p className="slide-big">{big.value}</p>}
            {big && <p className="slide-caption">{big.caption}</p>}
            {ask && <p className="slide-ask">{ask}</p>}
          </div>
        )}
      </div>
      <footer>
        <span>
          {knownOn !== undefined && <b>{t('known.banner', { day: f.day(knownOn) })} </b>}
          {archived !== null && <b>{t('years.banner', { year: archived.slice(0, 4) })} </b>}
          {`${purpose}. ${note}`}
        </span>
        <span>{t('present.number', { n: f.count(number), total: f.count(count) })}</span>
      </footer>
    </section>
  )
}
