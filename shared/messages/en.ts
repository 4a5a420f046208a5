/** English: the same keys as Indonesian, with the same holes. */
import type { id } from './id'
import { desktop } from './en/desktop'
import { cases } from './en/cases'
import { domain } from './en/domain'
import { data } from './en/data'
import { cli } from './en/cli'
import { consolePapers } from './en/console'
import { errors } from './en/errors'
import { integrity } from './en/integrity'
import { findingCodes } from './en/findingCodes'
import { app } from './en/app'
import { ui } from './en/ui'
import { charts } from './en/charts'
import { channels } from './en/kanal'
import { channelPages } from './en/kanalPages'
import { overview } from './en/overview'
import { findings } from './en/findings'
import { present } from './en/present'
import { report } from './en/report'
import { region } from './en/region'
import { definitions } from './en/definitions'
import { places } from './en/places'
import { sentences } from './en/sentences'
import { signals } from './en/signals'
import { years } from './en/years'

export const en: Readonly<Record<keyof typeof id, string>> = {
  ...desktop,
  ...domain,
  ...definitions,
  ...data,
  ...cases,
  ...region,
  ...channels,
  ...channelPages,
  ...cli,
  ...consolePapers,
  ...errors,
  ...years,
  ...integrity,
  ...findingCodes,
  ...app,
  ...ui,
  ...charts,
  ...overview,
  ...places,
  ...sentences,
  ...signals,
  ...report,
  ...present,
  ...findings,
}
