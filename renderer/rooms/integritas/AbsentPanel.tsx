import { useText } from '../../text/useText'
import { TextButton } from '../../ui/Button'
import { LongTable } from '../../ui/LongTable'
import { StateMark, stateOfBoard } from '../../ui/StateMark'
import type { Picked } from './BoardGrid'
import { openUnits, type BoardModel, type OpenUnit } from './board'

/** Who has not delivered the last month: each leads to its cell. */
export function AbsentPanel({ model, onPick }: { model: BoardModel; onPick: (picked: Picked) => void }) {
  const { t, f } = useText()
  const month = model.months.at(-1)
  if (month === undefined) return null
  const open = openUnits(model)
  const title = t('integrity.open.title', { month: f.month(month) })
  const cell = ({ unit, name, state, last }: OpenUnit, column: string) => {
    if (column === 'unit') return <TextButton onPress={() => onPick({ unit, month })}>{name}</TextButton>
    if (column === 'state') return <StateMark state={stateOfBoard(state)} word={t(`board.${state}`)} />
    return last === null ? <span className="mut">{t('integrity.open.never')}</span> : f.month(last, true)
  }
  return (
    <section className="fig">
      <header>
        <h2>{title}</h2>
      </header>
      <p className="find">
        <b>{open.length === 0 ? t('integrity.open.none') : t('integrity.open.find', { n: f.count(open.length) })}</b>{' '}
        {t('integrity.open.hint')}
      </p>
      {open.length > 0 && (
        <LongTable
          label={title}
          columns={[
            { id: 'unit', label: t('integrity.open.unit') },
            { id: 'state', label: t('integrity.open.state'), width: '31%' },
            { id: 'last', label: t('integrity.open.last'), width: '24%' },
          ]}
          rows={open}
          rowKey={({ unit }) => unit}
          cell={cell}
          room="max(12rem, calc(100vh - 19rem))"
        />
      )}
    </section>
  )
}
