/** CSV by chance, right and wrong, always the same for the same seed. */
import type { Random } from '../../electron/engine/demo/random'

const PIECES = ['a', 'bc', '7', ' ', 'ä', '€', '😀', 'ﷺ', "'", ';', '=1+1', '\\', '\u2028', '\u00a0', 'ÿ']
/** what breaks something somewhere */
const BREAKERS = [
  '"',
  '""',
  ',',
  '\n',
  '\r',
  '\r\n',
  '\0',
  '\t',
  '\u001b',
  '\u007f',
  '\u0085',
  '\u009f',
  '\uFEFF',
  '"\n',
  '",',
  ',"',
  '\n\n',
  '"x',
]
const BAD_BYTES = [
  [0xff],
  [0xc3],
  [0xc3, 0x28],
  [0xed, 0xa0, 0x80],
  [0xc0, 0xaf],
  [0xf0, 0x9f],
  [0xf4, 0x90, 0x80, 0x80],
]

const repeat = (count: number, make: () => string) => Array.from({ length: count }, make)

/** A file with nothing wrong in it, but for what its fields hold. */
function goodFile(random: Random): string {
  const width = random.between(1, 4)
  const end = random.pick(['\n', '\r\n'])
  const field = () => {
    const text = repeat(random.between(0, 4), () => random.pick(PIECES)).join('')
    if (random.chance(0.2)) return `"${text}${random.pick(['""', ',', '', '"",""'])}"`
    return text
  }
  const rows = repeat(random.between(0, 5), () => repeat(width, field).join(','))
  return rows.join(end) + (random.chance(0.8) && rows.length > 0 ? end : '')
}

/** Nothing but what has a meaning in CSV: short files of these are nearly all tried. */
const bareFile = (random: Random) =>
  repeat(random.between(0, 9), () => random.pick(['"', ',', '\n', '\r\n', 'a', '\r'])).join('')

/** A field or a record at its limit, one below or one above. */
function longFile(random: Random, field: number, record: number): string {
  const letter = random.pick(['x', 'ä', '😀'])
  const around = random.between(-1, 1)
  if (random.chance(0.5)) return `a,b\n1,${letter.repeat(field + around)}\n`
  const [whole, rest] = [Math.floor(record / (field + 1)), record % (field + 1)]
  const fields = [...repeat(whole, () => letter.repeat(field)), letter.repeat(Math.max(0, rest + around))]
  const header = repeat(fields.length, () => 'h').join(',')
  return `${header}\n${fields.join(',')}\n`
}

function mutated(random: Random, bytes: Buffer): Buffer {
  const at = random.between(0, bytes.length)
  const [before, after] = [bytes.subarray(0, at), bytes.subarray(at)]
  const kind = random.between(0, 9)
  if (kind < 5) return Buffer.concat([before, Buffer.from(random.pick(BREAKERS)), after])
  if (kind < 6) return Buffer.concat([before, Buffer.from(random.pick(BAD_BYTES)), after])
  if (kind < 7) return Buffer.concat([before, after.subarray(random.between(1, 3))])
  if (kind < 8) return before
  if (kind < 9) return Buffer.concat([before, after, after])
  return Buffer.concat([Buffer.from('\uFEFF'), bytes])
}

/** One input; `field` and `record` are the limits in characters. */
export function csvInput(random: Random, field: number, record: number): Buffer {
  const kind = random.next()
  if (kind < 0.15) return Buffer.from(bareFile(random))
  if (kind < 0.2) return Buffer.from(longFile(random, field, record))
  let bytes: Buffer = Buffer.from(goodFile(random))
  if (kind < 0.75) for (let n = random.between(1, 3); n > 0; n--) bytes = mutated(random, bytes)
  return bytes
}
