import type { Filter } from '../domain/filter'

/** What is counted: complaints when the filter holds nothing else, otherwise cases. */
export const matterOf = ({ subjects }: Filter): 'complaint' | 'case' =>
  subjects?.length === 1 && subjects[0] === 'complaint' ? 'complaint' : 'case'
