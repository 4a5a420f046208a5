/** What most figures are derived from and no filter changes, in pieces that each take some milliseconds a million cases. */
import { caseMonths } from './caseMonths'
import { order } from './casesOrder'
import { cellsOf } from './cells'
import { ClosingBook } from './closings'
import type { QueryContext } from './context'
import { deadlines, overdueSpans } from './due'
import { factsOf } from './facts'
import { stageHours } from './stageHours'
import { stateAtAsOf } from './stateAtAsOf'

export const warmSteps = (context: QueryContext): readonly (() => unknown)[] => [
  () => cellsOf(context),
  () => caseMonths(context, 'received_at'),
  () => deadlines(context),
  () => factsOf(context),
  () => overdueSpans(context),
  () => stateAtAsOf(context),
  () => caseMonths(context, 'closed_at'),
  () => new ClosingBook(context),
  () => stageHours(context, 'first_response'),
  () => stageHours(context, 'close'),
  () => order(context, 'received_at'),
]
