import { useCallback, useEffect, useState, type ReactNode } from 'react'
import type { AuditFinding, FigureToPin } from '../../shared/contract/findings'
import { ok, type AppError, type Result } from '../../shared/contract/result'
import { pinnedLabel, pinnedValue } from '../../shared/report/pinned'
import { call } from '../api/client'
import { useAnswer } from '../api/useAnswer'
import { useUnits } from '../api/useUnits'
import { PinContext, type Pin } from '../state/pin'
import { useRoute } from '../state/useRoute'
import { useText } from '../text/useText'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { Checkbox, Radios, TextField } from '../ui/Field'
import { announce } from '../ui/LiveRegion'
import { ErrorState } from '../ui/States'
import './pin.css'

const NEW = 'new'
/** ms that the note of success stays */
const NOTE_STAYS = 6000
/** characters that the condition of a finding may have */
const LONGEST = 4000

const sentencesOf = (figures: readonly FigureToPin[]) =>
  [...new Set(figures.map(({ sentence }) => sentence))].filter((sentence) => sentence !== '')

/** Adds figures and their sentences to a finding that exists. */
async function pinTo(finding: AuditFinding, figures: readonly FigureToPin[]): Promise<Result<AuditFinding>> {
  let last: Result<AuditFinding> = ok(finding)
  for (const figure of figures) {
    last = await call('findings:pin', { id: finding.id, figure })
    if (!last.ok) return last
  }
  const news = sentencesOf(figures).filter((sentence) => !finding.condition.includes(sentence))
  if (news.length === 0) return last
  const condition = [finding.condition, ...news].filter((text) => text !== '').join('\n')
  return call('findings:update', { id: finding.id, text: { condition: condition.slice(0, LONGEST) } })
}

/** The figures offered, each to be left out; one alone is only shown. */
function FigureList({
  figures,
  left,
  onChange,
}: {
  figures: readonly FigureToPin[]
  left: ReadonlySet<number>
  onChange: (left: ReadonlySet<number>) => void
}) {
  const words = useText()
  const line = (figure: FigureToPin) => (
    <span>
      <b>{`${pinnedLabel(figure.label, words.t)}: ${pinnedValue(figure.value, figure.format, words)}`}</b>{' '}
      <span className="mut">{figure.sentence}</span>
    </span>
  )
  const [only] = figures
  if (figures.length === 1 && only) return <p className="find">{line(only)}</p>
  return (
    <div className="group">
      {figures.map((figure, index) => (
        <Checkbox
          key={`${figure.query} ${figure.path}`}
          isSelected={!left.has(index)}
          onChange={(taken) => {
            const next = new Set(left)
            if (taken) next.delete(index)
            else next.add(index)
            onChange(next)
          }}
        >
          {line(figure)}
        </Checkbox>
      ))}
    </div>
  )
}

interface DialogProps {
  figures: readonly FigureToPin[]
  /** the finding that was chosen last, so that the next figure goes there with one key */
  preferred: string
  onClose: () => void
  onPinned: (finding: AuditFinding) => void
}

function PinDialog({ figures, preferred, onClose, onPinned }: DialogProps) {
  const { t } = useText()
  const { name } = useUnits()
  const { data: findings = [] } = useAnswer('findings:list', {})
  const [first] = figures
  const label = pinnedLabel(first?.label ?? '', t)
  const suggested = `${label}, ${first?.unit ? name(first.unit) : t('level.nation')}`
  const [chosen, setChosen] = useState(preferred)
  const [title, setTitle] = useState(suggested)
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set())
  const [pending, setPending] = useState(false)
  const [error, setError] = useState<AppError | null>(null)
  const open = findings.filter(({ state }) => state !== 'closed')
  const target = open.find(({ id }) => id === chosen)
  const taken = figures.filter((_, index) => !left.has(index))

  const pin = async () => {
    setPending(true)
    const condition = sentencesOf(taken).join('\n').slice(0, LONGEST)
    const text = { title: title.trim() || suggested, condition }
    const result = await (target ? pinTo(target, taken) : call('findings:create', { text, figures: [...taken] }))
    setPending(false)
    if (result.ok) onPinned(result.value)
    else setError(result.error)
  }
  const footer = (
    <>
      <Button kind="primary" onPress={() => void pin()} isDisabled={pending || taken.length === 0} autoFocus>
        {t('pin.do')}
      </Button>
      <Button onPress={onClose}>{t('ui.cancel')}</Button>
    </>
  )
  const places = open.map((finding) => ({
    id: finding.id,
    label: [finding.title, finding.unit === null ? '' : name(finding.unit)].filter(Boolean).join(' · '),
  }))
  return (
    <Dialog title={t('pin.title')} isOpen onClose={onClose} footer={footer}>
      <FigureList figures={figures} left={left} onChange={setLeft} />
      <Radios
        label={t('pin.to')}
        selected={target ? chosen : NEW}
        onSelect={setChosen}
        items={[{ id: NEW, label: t('pin.newFinding') }, ...places]}
      />
      {!target && <TextField label={t('findings.newTitle')} value={title} onChange={setTitle} maxLength={200} />}
      <p className="sm mut">{t('pin.frozen')}</p>
      {error && <ErrorState error={error} />}
    </Dialog>
  )
}

/** Stands around the rooms: any of them may pin a figure, this dialog asks where to. */
export function PinProvider({ children }: { children: ReactNode }) {
  const { t } = useText()
  const { href } = useRoute()
  const [figures, setFigures] = useState<readonly FigureToPin[] | null>(null)
  const [preferred, setPreferred] = useState(NEW)
  const [pinned, setPinned] = useState<AuditFinding | null>(null)
  useEffect(() => {
    if (!pinned) return
    const timer = setTimeout(() => setPinned(null), NOTE_STAYS)
    return () => clearTimeout(timer)
  }, [pinned])
  const done = (finding: AuditFinding) => {
    setFigures(null)
    setPreferred(finding.id)
    setPinned(finding)
    announce(t('pin.done', { title: finding.title }))
  }
  const pin: Pin = useCallback((next) => setFigures([next].flat() as readonly FigureToPin[]), [])
  return (
    <PinContext.Provider value={pin}>
      {children}
      {figures && (
        <PinDialog figures={figures} preferred={preferred} onClose={() => setFigures(null)} onPinned={done} />
      )}
      {pinned && (
        <aside className="toast" aria-label={t('pin.title')}>
          {t('pin.done', { title: pinned.title })}{' '}
          <a href={href('temuan', { params: { id: pinned.id } })}>{t('pin.open')}</a>
        </aside>
      )}
    </PinContext.Provider>
  )
}
