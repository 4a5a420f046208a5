/** The rooms that exist, in the order of the rail, and each room's own parameters in the location. */
export const ROOM_IDS = ['ikhtisar', 'wilayah', 'kanal', 'kasus', 'integritas', 'temuan', 'presentasi', 'data'] as const
export type RoomId = (typeof ROOM_IDS)[number]

/** What a room may keep in the location besides the filter; anything else is dropped. Never a name of the filter. */
export const ROOM_PARAMS: Readonly<Record<RoomId, readonly string[]>> = {
  ikhtisar: ['level', 'penanda'],
  wilayah: ['metric', 'stage', 'names', 'sort', 'desc', 'level', 'lines', 'trend'],
  kanal: ['page', 'kelompok'],
  kasus: ['q', 'sort', 'desc', 'deadline', 'flagged', 'over90', 'case', 'of', 'view'],
  integritas: ['tab', 'open', 'cell', 'change', 'export'],
  temuan: ['id', 'compose', 'tab'],
  presentasi: ['slide', 'names', 'full', 'deck'],
  data: ['tab', 'outcome'],
}
