/** Where each Polda's tile stands, `[column, row]`, and its short name. All tiles are of one size: places, not areas. */
export const TILES: Readonly<Record<string, { at: readonly [number, number]; short: string }>> = {
  'POLDA-ACEH': { at: [0, 0], short: 'Aceh' },
  'POLDA-SUMUT': { at: [1, 0], short: 'Sumut' },
  'POLDA-SUMBAR': { at: [1, 1], short: 'Sumbar' },
  'POLDA-RIAU': { at: [2, 1], short: 'Riau' },
  'POLDA-KEPRI': { at: [3, 1], short: 'Kepri' },
  'POLDA-BENGKULU': { at: [1, 2], short: 'Bengk.' },
  'POLDA-JAMBI': { at: [2, 2], short: 'Jambi' },
  'POLDA-SUMSEL': { at: [2, 3], short: 'Sumsel' },
  'POLDA-BABEL': { at: [3, 3], short: 'Babel' },
  'POLDA-LAMPUNG': { at: [2, 4], short: 'Lamp.' },
  'POLDA-BANTEN': { at: [3, 5], short: 'Banten' },
  'POLDA-METRO': { at: [4, 4], short: 'Metro' },
  'POLDA-JABAR': { at: [4, 5], short: 'Jabar' },
  'POLDA-JATENG': { at: [5, 5], short: 'Jateng' },
  'POLDA-DIY': { at: [5, 6], short: 'DIY' },
  'POLDA-JATIM': { at: [6, 5], short: 'Jatim' },
  'POLDA-BALI': { at: [7, 5], short: 'Bali' },
  'POLDA-NTB': { at: [8, 5], short: 'NTB' },
  'POLDA-NTT': { at: [9, 5], short: 'NTT' },
  'POLDA-KALBAR': { at: [5, 2], short: 'Kalbar' },
  'POLDA-KALTENG': { at: [6, 2], short: 'Kalteng' },
  'POLDA-KALSEL': { at: [6, 3], short: 'Kalsel' },
  'POLDA-KALTIM': { at: [7, 2], short: 'Kaltim' },
  'POLDA-KALTARA': { at: [7, 1], short: 'Kaltara' },
  'POLDA-SULBAR': { at: [8, 3], short: 'Sulbar' },
  'POLDA-SULTENG': { at: [9, 2], short: 'Sulteng' },
  'POLDA-GORONTALO': { at: [9, 1], short: 'Gtalo' },
  'POLDA-SULUT': { at: [10, 1], short: 'Sulut' },
  'POLDA-SULTRA': { at: [10, 3], short: 'Sultra' },
  'POLDA-SULSEL': { at: [9, 4], short: 'Sulsel' },
  'POLDA-MALUT': { at: [11, 1], short: 'Malut' },
  'POLDA-MALUKU': { at: [11, 3], short: 'Maluku' },
  'POLDA-PAPUABARATDAYA': { at: [12, 1], short: 'PBD' },
  'POLDA-PAPUABARAT': { at: [13, 1], short: 'Pabar' },
  'POLDA-PAPUATENGAH': { at: [13, 2], short: 'Pateng' },
  'POLDA-PAPUA': { at: [14, 2], short: 'Papua' },
}
export const COLUMNS = 15
export const ROWS = 7

/** Whether every unit has a tile of its own: only then a tile map is drawn. */
export const haveTiles = (units: readonly { unit: string }[]): boolean =>
  units.length > 0 && units.every(({ unit }) => Object.hasOwn(TILES, unit))
