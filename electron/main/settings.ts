import { readFileSync } from 'node:fs'
import { DEFAULT_SETTINGS } from '../../shared/contract/choices'
import { settingsSchema, type Settings } from '../../shared/contract/contract'
import { writeFileAtomic } from './atomicFile'

/** The person's settings, in one small file. A file that cannot be read, or a value out of bounds, gives the default. */
export class SettingsStore {
  readonly #file: string
  #settings: Settings

  constructor(file: string) {
    this.#file = file
    this.#settings = { ...DEFAULT_SETTINGS, ...read(file) }
  }

  get current(): Settings {
    return this.#settings
  }

  /** Changes the values that are given, and keeps the others. Rejects when the file cannot be written. */
  async change(part: { [K in keyof Settings]?: Settings[K] | undefined }): Promise<Settings> {
    const given = Object.entries(part).filter(([, value]) => value !== undefined)
    this.#settings = settingsSchema.parse({ ...this.#settings, ...Object.fromEntries(given) })
    await writeFileAtomic(this.#file, `${JSON.stringify(this.#settings, null, 2)}\n`)
    return this.#settings
  }
}

function read(file: string): Partial<Settings> {
  try {
    const parsed: unknown = JSON.parse(readFileSync(file, 'utf8'))
    if (typeof parsed !== 'object' || parsed === null) return {}
    // one at a time: a value that an older or newer console wrote must not cost the others
    const kept = Object.entries(parsed).filter(
      ([key, value]) => settingsSchema.partial().safeParse({ [key]: value }).success,
    )
    return Object.fromEntries(kept)
  } catch {
    return {}
  }
}
