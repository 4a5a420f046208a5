/** Which stage of a case's way the curve shows. Pure. */
import { DURATION_STAGES } from '../../../shared/contract/queryCodes'

/** The stage as it stands in the location; anything unknown is the first answer. */
export const stageOf = (params: Readonly<Record<string, string | undefined>>): (typeof DURATION_STAGES)[number] =>
  DURATION_STAGES.find((stage) => stage === params['stage']) ?? 'first_response'
