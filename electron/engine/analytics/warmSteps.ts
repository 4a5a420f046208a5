/** What most figures are derived from and no filter changes, in pieces that each take some milliseconds a million cases. */
import { receiptMonths } from './caseMonths'
import { caseKeys } from './caseKeys'
import { order } from './casesOrder'
import { cellsOf } from './cells'
import { closingOrder } from './closingOrder'
import type { QueryContext } from './context'
import { deadlineSteps } from './due'
import { factsOf } from './facts'
import { overdue } from './overdue'
import { receiptSlots } from './receipts'
import { monthRuns } from './received'
import { mostHours } from './stageHours'

export const warmSteps = (context: QueryContext): readonly (() => unknown)[] => [
  () => cellsOf(context),
  () => receiptMonths(context),
  () => monthRuns(context),
  () => receiptSlots(context),
  ...deadlineSteps(context),
  () => factsOf(context),
  () => overdue(context),
  () => caseKeys(context),
  () => closingOrder(context),
  () => mostHours(context, 'first_response'),
  () => mostHours(context, 'close'),
  () => order(context, 'received_at'),
]
