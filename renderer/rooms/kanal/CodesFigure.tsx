import type { CodeCount } from '../../../shared/contract/results/common'
import type { Sentence } from '../../../shared/sentences/words'
import { Bars } from '../../charts/Bars'
import type { Definition } from '../../charts/ChartFigure'
import { codesTable } from '../../charts/tables/overview'
import { useText } from '../../text/useText'
import { codeRows } from './cells'
import { countPin } from './context'
import { Fig } from './Fig'
import { useNothing } from './useNothing'

interface Props {
  id: string
  title: string
  note: string
  sentence: Sentence
  codes: readonly CodeCount[]
  /** prefix of the codes' names in the catalogue */
  prefix: string
  hrefOf?: (code: string) => string | undefined
  className?: string
  /** what is said where nothing was counted */
  none?: string
  definition: Definition
  /** the count that the sentence rests on: the codes' place in the answer, the code, and what is measured */
  pinAt: { path: string; code: string | undefined; label: string }
}

/** Counts by a code of the field; what is not known is a bar of its own, hatched. */
export function CodesFigure({ codes, prefix, hrefOf, pinAt, none, ...rest }: Props) {
  const words = useText()
  const nothing = useNothing()
  const total = codes.reduce((sum, { count }) => sum + count, 0)
  const one = codes.find(({ code }) => code === pinAt.code)
  return (
    <Fig
      {...rest}
      pinned={one ? countPin(`${pinAt.path}[${one.code}].count`, pinAt.label, one.count) : null}
      table={(caption) => codesTable(codes, prefix, caption, words)}
      empty={nothing.ofCount(total, none)}
    >
      {(label) => <Bars rows={codeRows(codes, prefix, words, hrefOf)} total={total} label={label} />}
    </Fig>
  )
}
