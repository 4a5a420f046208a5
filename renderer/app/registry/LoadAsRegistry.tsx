import { useWorkspace } from '../../api/useWorkspace'
import { clearImport, useImportPart } from '../../state/importJob'
import { useText } from '../../text/useText'
import { Button } from '../../ui/Button'
import { ErrorState } from '../../ui/States'
import { RegistryLoader } from './RegistryLoader'

/**
 * For a file of the last import that turned out to be a registry package: the same file, at the right door. Without a
 * name it is the only file of that import; of several the system asks.
 */
function LoadAsRegistry({ file }: { file?: string }) {
  const { t } = useText()
  const token = useImportPart('token')
  return (
    <RegistryLoader from={token === null ? undefined : { token, ...(file !== undefined && { file }) }}>
      {(load) => (
        <Button kind="primary" onPress={load}>
          {t('import.asRegistry')}
        </Button>
      )}
    </RegistryLoader>
  )
}

/** An import that could not begin; where a registry is missing, the way to one stands beside it. */
export function ImportError() {
  const error = useImportPart('error')
  const running = useImportPart('running')
  const { registry } = useWorkspace()
  if (!error || (error.code === 'REGISTRY-MISSING' && registry)) return null
  return (
    <>
      <ErrorState error={error} onRetry={clearImport} />
      {error.code === 'REGISTRY-MISSING' && !running && <LoadAsRegistry />}
    </>
  )
}

export const loadAsRegistry = (file: string) => <LoadAsRegistry file={file} />
