import type { Answer, Args } from '../../shared/contract/contract'
import type { Result } from '../../shared/contract/result'
import { call } from './client'

/** Saves the bytes of a figure where the person chooses; null = cancelled. */
export const saveFigure = (file: Args<'figure:save'>): Promise<Result<Answer<'figure:save'>>> =>
  call('figure:save', file)
