import { useEffect, useMemo, useState } from 'react'
import '../../charts/charts.css'
import { usePageTitle } from '../../state/usePageTitle'
import { useReady } from '../../state/useReady'
import { useRoute } from '../../state/useRoute'
import { useText } from '../../text/useText'
import { Button } from '../../ui/Button'
import { Checkbox } from '../../ui/Field'
import { announce } from '../../ui/LiveRegion'
import { PageHead } from '../../ui/PageHead'
import { ErrorState, Loading } from '../../ui/States'
import { deckSlides } from './deck'
import './presentasi.css'
import { Slide } from './Slide'
import { Stage } from './Stage'
import { useDeck } from './useDeck'
import { usePresenting } from './usePresenting'

/** Slides of the filter in force: in the room to look through, full screen to present. */
export default function Presentasi() {
  const text = useText()
  const { t, f } = text
  const { params, go, setParams } = useRoute()
  const full = params['full'] === '1'
  const anonymous = params['names'] === 'hidden'
  const { data, error, retry } = useDeck(anonymous)
  const slides = useMemo(() => (data ? deckSlides(data, text) : []), [data, text])
  const at = Math.min(Math.max(0, slides.length - 1), Math.max(0, Number(params['slide'] ?? 1) - 1 || 0))
  const slide = slides[at]
  useReady('presentasi', data !== null || error !== null)
  usePageTitle(slide ? `${t('room.presentasi')}, ${slide.title}` : t('room.presentasi'))

  const [black, setBlack] = useState(false)
  const [notes, setNotes] = useState(false)
  const begin = () => go('presentasi', { params: { ...params, slide: String(at + 1), full: '1' } })
  const show = (next: number) => {
    setBlack(false)
    setParams({ slide: String(next + 1) }, { replace: true })
  }
  const hideNames = (hidden: boolean) => setParams({ names: hidden ? 'hidden' : undefined }, { replace: true })
  usePresenting({
    full,
    at,
    count: slides.length,
    onSlide: show,
    onHideNames: () => hideNames(!anonymous),
    onBlackout: () => setBlack(!black),
    onNotes: () => setNotes(!notes),
    onBegin: begin,
    onLeave: () => {
      setBlack(false)
      setParams({ full: undefined }, { replace: true })
    },
  })
  const said = slide
    ? `${t('present.number', { n: f.count(at + 1), total: f.count(slides.length) })}. ${slide.title}`
    : ''
  useEffect(() => {
    if (said !== '') announce(said)
  }, [said])

  const purpose = data && t(`report.purpose.${data.coverage.purpose}`)
  const marked = data && data.coverage.purpose !== 'production' ? t(`report.watermark.${data.coverage.purpose}`) : null
  const stage = slide && (
    <Stage full={full}>
      <Slide
        slide={slide}
        number={at + 1}
        count={slides.length}
        purpose={anonymous ? t('present.anonymous', { purpose: purpose ?? '' }) : (purpose ?? '')}
        watermark={marked}
      />
    </Stage>
  )
  const state = error ? <ErrorState error={error} onRetry={retry} /> : !data && <Loading />
  const spoken = slide?.notes && (
    <aside className={full ? 'present-notes over' : 'present-notes'} aria-label={t('present.notes')}>
      <b>{t('present.notes')}</b> {slide.notes}
    </aside>
  )
  if (full)
    return (
      <>
        {stage ?? state}
        {notes && spoken}
        {black && <div className="blackout" role="status" aria-label={t('present.black')} />}
      </>
    )
  const actions = (
    <>
      <Checkbox isSelected={anonymous} onChange={hideNames}>
        {t('present.hideNames')}
      </Checkbox>
      <Button kind="primary" onPress={begin}>
        {t('present.begin')}
      </Button>
    </>
  )
  return (
    <>
      <PageHead
        title={t('room.presentasi')}
        lead={t('present.lead', { n: f.count(slides.length) })}
        actions={actions}
      />
      {state}
      {slide && (
        <div className="present">
          <ol className="present-list" aria-label={t('present.slides')}>
            {slides.map((item, index) => (
              <li key={item.id}>
                <button type="button" {...(index === at && { 'aria-current': 'true' })} onClick={() => show(index)}>
                  <span className="mut">{f.count(index + 1)}</span> {item.title}
                </button>
              </li>
            ))}
          </ol>
          {stage}
          {spoken}
        </div>
      )}
    </>
  )
}
