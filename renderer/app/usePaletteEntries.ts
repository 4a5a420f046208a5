import { useState } from 'react'
import { THEMES } from '../../shared/contract/choices'
import { useNamedQuery } from '../api/useNamedQuery'
import { useUnits } from '../api/useUnits'
import { pickAndImport } from '../state/importJob'
import { useSettings } from '../state/settings'
import { useRoute } from '../state/useRoute'
import { useText } from '../text/useText'
import { searchUnits } from './filters/unitSearch'
import { monthEnds } from './known/knownDays'
import { ROOMS } from './rooms'
import type { Commands } from './useCommands'

export interface PaletteEntry {
  id: string
  label: string
  hint?: string
  run: () => void
}
export interface PaletteGroup {
  id: string
  label: string
  entries: PaletteEntry[]
}

const MOST_UNITS = 12
const MOST_CASES = 8
/** A case number begins like this; shorter text would match half of the nation. */
const CASE_LIKE = /^[A-Za-z0-9]{3,}[A-Za-z0-9-]*$/

/** What the palette offers for a search: rooms and deeds by their words, units and cases by name or number. */
export function usePaletteEntries(search: string, { present, print, setOverlay }: Commands): PaletteGroup[] {
  const { t, f } = useText()
  const {
    go,
    room,
    filter: { known_on },
  } = useRoute()
  const { tree, name } = useUnits()
  const [settings, update] = useSettings()
  const [now] = useState(() => Date.now())
  const text = search.trim()
  const isCaseLike = CASE_LIKE.test(text) && /\d/.test(text)
  const { data: cases } = useNamedQuery(
    'cases.page',
    { search: text.toUpperCase(), limit: MOST_CASES, ...(known_on !== undefined && { known_on }) },
    { enabled: isCaseLike },
  )
  const matching = (entries: PaletteEntry[]) => {
    const words = text.toLowerCase().split(/\s+/)
    return entries.filter((entry) => words.every((word) => entry.label.toLowerCase().includes(word)))
  }
  const importFrom = (kind: 'files' | 'folder') => () => {
    go('data')
    void pickAndImport(kind)
  }
  const rooms = ROOMS.map((id, index) => ({
    id: `room-${id}`,
    label: t(`room.${id}`),
    hint: `Alt ${index + 1}`,
    run: () => go(id),
  }))
  const actions: PaletteEntry[] = [
    { id: 'import-files', label: t('action.importFiles'), run: importFrom('files') },
    { id: 'import-folder', label: t('action.importFolder'), run: importFrom('folder') },
    { id: 'present', label: t('action.present'), hint: 'F11', run: present },
    { id: 'print', label: t('action.print'), hint: 'Ctrl P', run: print },
    ...(known_on === undefined
      ? monthEnds(now, 3).map((day) => ({
          id: `known-${day}`,
          label: t('action.knownOn', { day: f.day(day) }),
          run: () => go(room, { filter: { known_on: day } }),
        }))
      : [{ id: 'known-now', label: t('known.back'), run: () => go(room, { filter: { known_on: undefined } }) }]),
    {
      id: 'reset',
      label: t('action.resetFilter'),
      run: () => window.location.assign(`#/${room}`),
    },
    {
      id: 'language',
      label: t('action.language'),
      run: () => update({ language: settings.language === 'id' ? 'en' : 'id' }),
    },
    ...THEMES.filter((theme) => theme !== settings.theme).map((theme) => ({
      id: `theme-${theme}`,
      label: t(`action.theme.${theme}`),
      run: () => update({ theme }),
    })),
    { id: 'settings', label: t('action.settings'), run: () => go('data', { params: { tab: 'pengaturan' } }) },
    { id: 'help', label: t('action.help'), hint: '?', run: () => setOverlay('help') },
  ]
  const units = searchUnits(tree, text)
    .slice(0, MOST_UNITS)
    .map((unit) => ({
      id: `unit-${unit.code}`,
      label: unit.name,
      hint: unit.parent === 'MABES' ? unit.code : name(unit.parent),
      run: () => go('wilayah', { filter: { unit: unit.code } }),
    }))
  const found = (isCaseLike ? (cases?.rows ?? []) : []).map((row) => ({
    id: `case-${row.reporting_unit}-${row.case_id}`,
    label: row.case_id,
    hint: row.unit_name,
    run: () => go('kasus', { params: { case: row.case_id, of: row.reporting_unit } }),
  }))
  const views = settings.caseViews.map((view) => ({
    id: `view-${view.name}`,
    label: view.name,
    hint: t('room.kasus'),
    run: () => window.location.assign(view.place),
  }))
  const groups = [
    { id: 'cases', label: t('palette.cases'), entries: found },
    { id: 'rooms', label: t('palette.rooms'), entries: matching(rooms) },
    { id: 'views', label: t('cases.views'), entries: matching(views) },
    { id: 'units', label: t('palette.units'), entries: units },
    { id: 'actions', label: t('palette.actions'), entries: matching(actions) },
  ]
  return groups.filter((group) => group.entries.length > 0)
}
