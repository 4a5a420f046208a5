/**
 * The word that marks invented data, across the page. Drawn as strokes and not as text: text would be read into the lines
 * of the tables that it crosses, by programs and by people who copy them.
 */

/** Strokes of a letter in a box 40 wide and 60 high. */
const STROKES: Readonly<Record<string, string>> = {
  A: 'M0 60L20 0L40 60M7 40H33',
  D: 'M4 0V60H16A22 30 0 0 0 16 0Z',
  E: 'M38 0H6V60H38M6 29H32',
  G: 'M37 12A20 30 0 1 0 38 46V32H24',
  H: 'M4 0V60M36 0V60M4 29H36',
  I: 'M20 0V60',
  L: 'M6 0V60H38',
  M: 'M2 60V0L20 40L38 0V60',
  N: 'M4 60V0L36 60V0',
  O: 'M20 0A20 30 0 0 1 20 60A20 30 0 0 1 20 0Z',
  R: 'M6 60V0H22A15 15 0 0 1 22 31H6M20 31L38 60',
  T: 'M0 0H40M20 0V60',
}
const STEP = 56

export const canBeDrawn = (word: string): boolean => word.split('').every((letter) => letter in STROKES)

export function Watermark({ word }: { word: string }) {
  const letters = word.split('')
  const width = letters.length * STEP
  return (
    <svg className="watermark" viewBox={`0 0 ${width} 60`} aria-hidden="true">
      {letters.map((letter, at) => (
        // The same letter may come twice, so its place is part of its key.
        // oxlint-disable-next-line react/no-array-index-key
        <path key={`${letter} ${at}`} transform={`translate(${at * STEP + 8} 0)`} d={STROKES[letter]} />
      ))}
    </svg>
  )
}
