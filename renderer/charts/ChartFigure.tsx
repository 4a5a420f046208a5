import { useContext, useId, useRef, useState, type ReactNode } from 'react'
import type { AppError } from '../../shared/contract/result'
import { joined, plain, type Sentence } from '../../shared/sentences/words'
import { useText } from '../text/useText'
import { IconButton } from '../ui/Button'
import { Menu } from '../ui/Menu'
import { DefinitionButton } from '../ui/DefinitionButton'
import { Stale } from '../ui/Stale'
import { StateMark } from '../ui/StateMark'
import { useStable } from '../ui/useStable'
import { Empty, ErrorState, Loading } from '../ui/States'
import { DataTable } from './DataTable'
import { MarksContext } from './marks'
import { FlagsContext, type FigureFlags } from './flags'
import type { FigureTable } from './table'
import { DEEDS, useFigureExport, type Deed, type SaveFigure } from './useFigureExport'

/** What a figure can be besides ready. */
export type FigureState =
  | { kind: 'ready'; stale?: boolean }
  | { kind: 'loading' }
  | { kind: 'empty'; title?: string; text?: string }
  | { kind: 'error'; error: AppError; onRetry?: () => void }

export interface Definition {
  /** the metric's name */
  name: string
  /** what it is, its denominator and its test */
  text: string
  /** rules in force, each with its kind and its first day */
  rules?: readonly string[]
}
interface Props {
  /** stem of the names of saved files */
  id: string
  /** the question that the figure answers */
  title: string
  sentence: Pick<Sentence, 'answer' | 'caution'>
  /** a link that belongs to the sentence */
  more?: ReactNode
  /** coverage with its last day, and the rule or edition of rules that it is measured by */
  subtitle: string
  /** measure, denominator, interval or test */
  note: string
  table: FigureTable
  definition?: Definition
  onPin?: () => void
  /** rows of a table of which one is chosen to be pinned */
  pins?: readonly { id: string; label: string; hint: string; onPin: () => void }[]
  /** flagged cases of the figure's own scope; without it those of the filter */
  flags?: FigureFlags
  save?: SaveFigure
  state?: FigureState
  className?: string
  legend?: ReactNode
  children: ReactNode
}

/** To the flagged cases of the figure's own scope, or of the filter. */
function FlagMark({ own }: { own: FigureFlags | undefined }) {
  const around = useContext(FlagsContext)
  const flags = own ?? around
  if (!flags) return null
  return (
    <a className="iconbtn" href={flags.href}>
      <StateMark state="flagged" word={flags.words} iconOnly />
    </a>
  )
}

/** What stands in the drawing's place when there is nothing to draw. */
function Instead({ state }: { state: Exclude<FigureState, { kind: 'ready' }> }) {
  const { t } = useText()
  if (state.kind === 'loading') return <Loading label={t('chart.loading')} />
  if (state.kind === 'error')
    return <ErrorState error={state.error} {...(state.onRetry && { onRetry: state.onRetry })} />
  return <Empty title={state.title ?? t('chart.empty')} text={state.text ?? t('chart.emptyHint')} />
}

/**
 * The anatomy of every figure: the question with its deeds, coverage and rule, the finding (answer first, then the
 * caution), the drawing or its table, the note. Knows no queries: it is given what it shows.
 */
export function ChartFigure(props: Props) {
  const {
    id,
    title,
    sentence,
    more,
    subtitle,
    note,
    table,
    definition,
    onPin,
    pins = [],
    save,
    className = '',
    legend,
    children,
  } = props
  const { t } = useText()
  const state = props.state ?? { kind: 'ready' }
  const [asTable, setAsTable] = useState(false)
  const titleId = useId()
  const figure = useRef<HTMLDivElement>(null)
  const marks = useContext(MarksContext)
  const text = { title, subtitle: joined(marks, subtitle), sentence: plain(sentence), note }
  const { run, notice } = useFigureExport({ figure, id, text, table, save })
  const canPin = onPin !== undefined
  const pinIt = useStable(() => onPin?.())
  const ready = state.kind === 'ready'
  return (
    <section className={`fig ${className}`} aria-labelledby={titleId}>
      <header>
        <h2 id={titleId}>{title}</h2>
        {notice !== '' && <span className="sm mut">{notice}</span>}
        <div className="acts">
          {ready && (
            <>
              <IconButton
                icon={asTable ? 'chart' : 'table'}
                label={t(asTable ? 'chart.showDrawing' : 'chart.showTable')}
                isPressed={asTable}
                onPress={() => setAsTable(!asTable)}
              />
              <Menu
                label={t('chart.export')}
                trigger={<IconButton icon="download" label={t('chart.export')} />}
                items={DEEDS.map((deed) => ({ id: deed, label: t(`chart.${deed}`) }))}
                onAction={(deed) => void run(deed as Deed)}
              />
              {canPin && <IconButton icon="pin" label={t('chart.pin')} onPress={pinIt} />}
              {pins.length > 0 && (
                <Menu
                  label={t('chart.pin')}
                  trigger={<IconButton icon="pin" label={t('chart.pin')} />}
                  items={pins}
                  onAction={(id) => pins.find((one) => one.id === id)?.onPin()}
                />
              )}
            </>
          )}
          {ready && <FlagMark own={props.flags} />}
          {definition && (
            <DefinitionButton
              label={t('chart.definition')}
              name={definition.name}
              text={definition.text}
              rules={(definition.rules ?? []).join('\n')}
            />
          )}
        </div>
      </header>
      {subtitle !== '' && <p className="subtitle">{subtitle}</p>}
      {ready ? (
        <>
          <p className="find">
            <b>{sentence.answer}</b> {sentence.caution} {more}
          </p>
          <Stale on={state.stale ?? false}>
            <div ref={figure}>
              {asTable ? <DataTable table={table} /> : children}
              {!asTable && legend}
            </div>
          </Stale>
        </>
      ) : (
        <Instead state={state} />
      )}
      {ready && <p className="note">{note}</p>}
    </section>
  )
}
