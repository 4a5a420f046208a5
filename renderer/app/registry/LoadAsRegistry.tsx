import { useImportJob } from '../../state/importJob'
import { useText } from '../../text/useText'
import { Button } from '../../ui/Button'
import { RegistryLoader } from './RegistryLoader'

/** For a file of the last import that turned out to be a registry package: the same file, at the right door. */
function LoadAsRegistry({ file }: { file: string }) {
  const { t } = useText()
  const { token } = useImportJob()
  return (
    <RegistryLoader from={token === null ? undefined : { token, file }}>
      {(load) => (
        <Button kind="primary" onPress={load}>
          {t('import.asRegistry')}
        </Button>
      )}
    </RegistryLoader>
  )
}

export const loadAsRegistry = (file: string) => <LoadAsRegistry file={file} />
