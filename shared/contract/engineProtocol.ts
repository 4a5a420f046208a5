/**
 * What main and the engine's process say to each other: requests with a number, answers with the same number, events
 * without one. The engine answers every `engine` call of the contract, and the calls below, in which main gives paths
 * that people chose and the renderer never sees.
 */
import type { Answer, Args, ChannelOf, Events, RegistryPreview, Settings, TrustOutcome } from './contract'
import type { Result } from './result'
import type { HeadsComparison } from './results/console'
import type { ImportSummary } from './results/data'

/** Calls that only main makes. */
interface MainOnlyCalls {
  'import:paths': { args: { paths: string[] }; answer: ImportSummary }
  'heads:compare': { args: { path: string }; answer: HeadsComparison }
  'registry:preview': { args: { path: string }; answer: Omit<RegistryPreview, 'token'> }
  'registry:trust': { args: { path: string; thumbprints: string[] }; answer: TrustOutcome }
  /** the settings that figures depend on, whenever they change */
  'settings:apply': { args: EngineSettings; answer: null }
}
export type EngineSettings = Pick<Settings, 'cutiBersama' | 'suppressionThreshold'>
export type EngineCall = ChannelOf<'engine'> | keyof MainOnlyCalls
export type EngineArgs<C extends EngineCall> = C extends keyof MainOnlyCalls
  ? MainOnlyCalls[C]['args']
  : C extends ChannelOf<'engine'>
    ? Args<C>
    : never
export type EngineAnswer<C extends EngineCall> = C extends keyof MainOnlyCalls
  ? MainOnlyCalls[C]['answer']
  : C extends ChannelOf<'engine'>
    ? Answer<C>
    : never

/** The engine's only program argument, as JSON. */
export interface EngineOptions {
  /** folder of the workspace; made when it does not exist */
  workspace: string
  /** false on a runtime that is too old for production data: registries of that purpose are refused */
  production: boolean
  settings: EngineSettings
}

/** main → engine */
export interface EngineRequest {
  id: number
  call: EngineCall
  args: unknown
}
/**
 * engine → main: `id` answers a request; without it, an event for the windows. A query's result comes as JSON, which is
 * how the page takes it: on the way nobody has to copy it value by value.
 */
export type EngineMessage = EngineReply | EngineEvent
export type EngineReply = { id: number; result: Result<unknown> } | { id: number; text: string }

export const resultOf = (reply: EngineReply): Result<unknown> =>
  'text' in reply ? (JSON.parse(reply.text) as Result<unknown>) : reply.result

export type EngineEvent = {
  [E in EngineEventName]: { event: E; payload: Events[E] }
}[EngineEventName]
type EngineEventName =
  | 'import:progress'
  | 'rebuild:progress'
  | 'known:progress'
  | 'revisions:progress'
  | 'check:progress'
  | 'workspace:changed'
