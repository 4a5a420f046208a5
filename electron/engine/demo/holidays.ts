/**
 * Calendar of the demo nation: holidays and cuti bersama of 2024 to 2026 after the joint decrees of the three
 * ministers (SKB 3 Menteri); for later years only the days whose date never moves, marked as such.
 */
import type { Holiday } from '../../../shared/export/registry'

const NATIONAL: Readonly<Record<string, string>> = {
  '2024-01-01': 'Tahun Baru',
  '2024-02-08': 'Isra Mikraj',
  '2024-02-10': 'Imlek',
  '2024-03-11': 'Nyepi',
  '2024-03-29': 'Wafat Yesus Kristus',
  '2024-03-31': 'Paskah',
  '2024-04-10': 'Idulfitri',
  '2024-04-11': 'Idulfitri',
  '2024-05-01': 'Hari Buruh',
  '2024-05-09': 'Kenaikan Yesus Kristus',
  '2024-05-23': 'Waisak',
  '2024-06-01': 'Hari Lahir Pancasila',
  '2024-06-17': 'Iduladha',
  '2024-07-07': 'Tahun Baru Islam',
  '2024-08-17': 'Proklamasi',
  '2024-09-16': 'Maulid Nabi',
  '2024-12-25': 'Natal',
  '2025-01-01': 'Tahun Baru',
  '2025-01-27': 'Isra Mikraj',
  '2025-01-29': 'Imlek',
  '2025-03-29': 'Nyepi',
  '2025-03-31': 'Idulfitri',
  '2025-04-01': 'Idulfitri',
  '2025-04-18': 'Wafat Yesus Kristus',
  '2025-04-20': 'Paskah',
  '2025-05-01': 'Hari Buruh',
  '2025-05-12': 'Waisak',
  '2025-05-29': 'Kenaikan Yesus Kristus',
  '2025-06-01': 'Hari Lahir Pancasila',
  '2025-06-06': 'Iduladha',
  '2025-06-27': 'Tahun Baru Islam',
  '2025-08-17': 'Proklamasi',
  '2025-09-05': 'Maulid Nabi',
  '2025-12-25': 'Natal',
  '2026-01-01': 'Tahun Baru',
  '2026-01-16': 'Isra Mikraj',
  '2026-02-17': 'Imlek',
  '2026-03-19': 'Nyepi',
  '2026-03-21': 'Idulfitri',
  '2026-03-22': 'Idulfitri',
  '2026-04-03': 'Wafat Yesus Kristus',
  '2026-04-05': 'Paskah',
  '2026-05-01': 'Hari Buruh',
  '2026-05-14': 'Kenaikan Yesus Kristus',
  '2026-05-27': 'Iduladha',
  '2026-05-31': 'Waisak',
  '2026-06-01': 'Hari Lahir Pancasila',
  '2026-06-16': 'Tahun Baru Islam',
  '2026-08-17': 'Proklamasi',
  '2026-08-25': 'Maulid Nabi',
  '2026-12-25': 'Natal',
}
const JOINT_LEAVE = [
  '2024-02-09',
  '2024-03-12',
  '2024-04-08',
  '2024-04-09',
  '2024-04-12',
  '2024-04-15',
  '2024-05-10',
  '2024-05-24',
  '2024-06-18',
  '2024-12-26',
  '2025-01-28',
  '2025-03-28',
  '2025-04-02',
  '2025-04-03',
  '2025-04-04',
  '2025-04-07',
  '2025-05-13',
  '2025-05-30',
  '2025-06-09',
  '2025-08-18',
  '2025-12-26',
  '2026-02-16',
  '2026-03-18',
  '2026-03-20',
  '2026-03-23',
  '2026-03-24',
  '2026-05-15',
  '2026-05-28',
  '2026-12-24',
]
const FIXED: Readonly<Record<string, string>> = {
  '01-01': 'Tahun Baru',
  '05-01': 'Hari Buruh',
  '06-01': 'Hari Lahir Pancasila',
  '08-17': 'Proklamasi',
  '12-25': 'Natal',
}
const DECREED_TO = 2026

/** Holidays from 2024 to `lastYear`, sorted by date. */
export function demoHolidays(lastYear: number): Holiday[] {
  const decreed = Object.entries(NATIONAL).map(([date, name]): Holiday => ({
    date,
    name,
    kind: 'national_holiday',
    basis: 'SKB 3 Menteri',
  }))
  const leave = JOINT_LEAVE.map((date): Holiday => ({
    date,
    name: 'Cuti bersama',
    kind: 'cuti_bersama',
    basis: 'SKB 3 Menteri',
  }))
  const later: Holiday[] = []
  for (let year = DECREED_TO + 1; year <= lastYear; year++)
    for (const [day, name] of Object.entries(FIXED))
      later.push({ date: `${year}-${day}`, name, kind: 'national_holiday', basis: 'Hari tetap; kalender demo' })
  return [...decreed, ...leave, ...later].toSorted((a, b) => (a.date < b.date ? -1 : 1))
}
