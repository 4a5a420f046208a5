/** Failures of this computer (disk full, no permission) as data; everything else that is thrown is a bug and stays thrown. */
import { fail, type Result } from '../../shared/contract/result'

/** DISK-FULL or WORKSPACE-UNUSABLE for an error of the file system; null for any other. */
export function environmentFailure(error: unknown): ReturnType<typeof fail> | null {
  const { code, syscall } = error as NodeJS.ErrnoException
  if (code === undefined || syscall === undefined) return null
  return code === 'ENOSPC' || code === 'EDQUOT'
    ? fail('DISK-FULL', 'environment', {}, true)
    : fail('WORKSPACE-UNUSABLE', 'environment', { reason: code })
}

export async function guarded<T>(work: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await work()
  } catch (error) {
    const failure = environmentFailure(error)
    if (!failure) throw error
    return failure
  }
}
