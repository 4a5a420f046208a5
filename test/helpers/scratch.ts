/** Where tests write: test files share their process and its modules, so no file of them may take away what others use. */
import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { inject } from 'vitest'

/** A new empty folder that is gone after the run. */
export const freshFolder = (name = 'folder'): string => mkdtempSync(join(inject('scratch'), `${name}-`))
