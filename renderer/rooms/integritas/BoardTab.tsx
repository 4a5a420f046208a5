import { useNamedQuery } from '../../api/useNamedQuery'
import { useUnits } from '../../api/useUnits'
import { useFilter } from '../../state/useFilter'
import { useReady } from '../../state/useReady'
import { useRoute } from '../../state/useRoute'
import { useText } from '../../text/useText'
import { StateMark, stateOfBoard } from '../../ui/StateMark'
import { ErrorState, Loading } from '../../ui/States'
import { BOARD_STATES, boardModel, boardSentence, boardTable } from './board'
import { AbsentPanel } from './AbsentPanel'
import { BoardGrid, type Picked } from './BoardGrid'
import { CellPanel } from './CellPanel'
import { Fig } from './Fig'

const MONTHS = 12
const CELL = /^(.+)@(\d{4}-\d{2})$/

const readCell = (text: string | undefined): Picked | null => {
  const [, unit, month] = CELL.exec(text ?? '') ?? []
  return unit !== undefined && month !== undefined ? { unit, month } : null
}

function Legend() {
  const { t } = useText()
  return (
    <div className="leg board-legend">
      {BOARD_STATES.map((state) => (
        <StateMark key={state} state={stateOfBoard(state)} word={t(`board.${state}`)} />
      ))}
      <span>
        <svg viewBox="0 0 14 14" width="14" height="14" aria-hidden="true">
          <rect y="1" width="14" height="12" fill="var(--q3)" />
          <path d="M5 1h9v9z" fill="var(--flag)" />
        </svg>
        {t('integrity.board.flagCorner')}
      </span>
    </div>
  )
}

/** Who delivered which month; a unit's month leads to its exports. */
export function BoardTab() {
  const words = useText()
  const { t, f } = words
  const [{ from, to, unit }] = useFilter()
  const { params, setParams } = useRoute()
  const units = useUnits()
  const scope = {
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    ...(unit !== undefined && { unit }),
  }
  const board = useNamedQuery('integrity.board', { ...scope, months: MONTHS })
  const coverage = useNamedQuery('overview.coverage', scope)
  const registry = useNamedQuery('registry.current', {})
  useReady('integritas', (board.data !== undefined && !board.isStale && !units.isPending) || board.error !== null)
  if (board.error) return <ErrorState error={board.error} onRetry={board.refetch} />
  if (!board.data || units.isPending) return <Loading />
  const model = boardModel(board.data, units)
  const picked = readCell(params['cell'])
  const only = model.groups.length === 1 ? model.groups[0]?.unit : undefined
  const open = params['open'] ?? only ?? null
  const pick = (cell: Picked) => setParams({ cell: `${cell.unit}@${cell.month}` }, { replace: true })
  const policy = registry.data?.policy
  return (
    <div className="two tab-body">
      <Fig
        id="papan-penyerahan"
        title={t('integrity.board.title')}
        sentence={boardSentence(model, words)}
        note={
          policy
            ? t('integrity.board.note', {
                due: f.count(policy['due_day'] ?? 0),
                grace: f.count(policy['grace_days'] ?? 0),
              })
            : t('integrity.board.noteShort')
        }
        table={boardTable(model, words)}
        definition={{ name: t('integrity.board.title'), text: t('integrity.board.definition') }}
        scope={scope}
        number={
          coverage.data
            ? {
                query: 'overview.coverage',
                params: scope,
                path: 'units_reported',
                label: 'integrity.board.pin',
                value: coverage.data.units_reported,
                format: 'count',
              }
            : null
        }
        state={
          model.groups.length === 0
            ? { kind: 'empty', title: t('integrity.board.nothing') }
            : { kind: 'ready', stale: board.isStale }
        }
      >
        <Legend />
        <BoardGrid
          model={model}
          open={open === '-' ? null : open}
          onToggle={(code) => setParams({ open: code === open ? '-' : code }, { replace: true })}
          picked={picked}
          onPick={pick}
          label={t('integrity.board.grid')}
        />
      </Fig>
      {picked ? (
        <CellPanel
          picked={picked}
          cell={board.data.find((one) => one.unit === picked.unit && one.month === picked.month)}
          onBack={() => setParams({ cell: undefined }, { replace: true })}
        />
      ) : (
        <AbsentPanel model={model} onPick={pick} />
      )}
    </div>
  )
}
