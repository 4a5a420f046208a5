/** Bahasa Indonesia: the source catalogue. One file an area; a key stands once. */
import { desktop } from './id/desktop'
import { cases } from './id/cases'
import { domain } from './id/domain'
import { data } from './id/data'
import { cli } from './id/cli'
import { consolePapers } from './id/console'
import { errors } from './id/errors'
import { integrity } from './id/integrity'
import { findingCodes } from './id/findingCodes'
import { app } from './id/app'
import { ui } from './id/ui'
import { charts } from './id/charts'
import { channels } from './id/kanal'
import { channelPages } from './id/kanalPages'
import { overview } from './id/overview'
import { findings } from './id/findings'
import { present } from './id/present'
import { report } from './id/report'
import { region } from './id/region'
import { definitions } from './id/definitions'
import { places } from './id/places'
import { sentences } from './id/sentences'
import { signals } from './id/signals'
import { years } from './id/years'

export const id = {
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
} as const
