import { useState } from 'react'
import { useText } from '../text/useText'
import { Button } from './Button'

/** Cancels work that ends a moment later; pressed once, it says that it is being cancelled. */
export function CancelButton({ onCancel }: { onCancel: () => void }) {
  const { t } = useText()
  const [isCancelling, setCancelling] = useState(false)
  const cancel = () => {
    setCancelling(true)
    onCancel()
  }
  return (
    <div className="rowline under-text">
      <Button isDisabled={isCancelling} onPress={cancel}>
        {t(isCancelling ? 'import.cancelling' : 'import.cancel')}
      </Button>
    </div>
  )
}
