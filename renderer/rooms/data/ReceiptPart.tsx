import type { ExportLine } from '../../../shared/contract/results/data'
import type { Receipt, Signed } from '../../../shared/contract/results/console'
import { shortReceipt } from '../../../shared/sentences/papers'
import { useCall } from '../../api/useCall'
import { useText } from '../../text/useText'
import { Button } from '../../ui/Button'
import { CopyButton } from '../../ui/CopyButton'
import { ErrorState } from '../../ui/States'
import { SaveButton } from './SaveButton'

/** The short form as it is printed, with ways to copy it and to save it or the signed file. */
export function ReceiptText({ receipt }: { receipt: Signed<Receipt> }) {
  const words = useText()
  const { t } = words
  const text = shortReceipt(receipt, words).join('\n')
  return (
    <>
      <pre className="receipt">{text}</pre>
      <div className="rowline">
        <CopyButton text={text} label={t('receipt.copy')} />
        <SaveButton label={t('receipt.saveText')} name={receipt.name} kind="txt" text={`${text}\n`} />
        <SaveButton label={t('receipt.saveFile')} name={receipt.name} kind="json" text={receipt.file} />
      </div>
    </>
  )
}

/** The receipt of one export, made when it is asked for. */
export function ReceiptPart({ line }: { line: ExportLine }) {
  const { t } = useText()
  const { run, data, error, pending } = useCall('receipt:make')
  const { unit, sequence, descriptor_sha256 } = line
  if (data) return <ReceiptText receipt={data} />
  return (
    <>
      {error && <ErrorState error={error} />}
      <div className="rowline">
        <Button isDisabled={pending} onPress={() => void run({ unit, sequence, descriptor_sha256 })}>
          {t('receipt.make')}
        </Button>
      </div>
    </>
  )
}
