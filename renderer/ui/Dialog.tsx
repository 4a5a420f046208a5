import type { ReactNode } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { useText } from '../text/useText'
import { IconButton } from './Button'

interface DialogProps {
  title: string
  isOpen: boolean
  onClose: () => void
  width?: 'normal' | 'wide'
  /** buttons; the one that does it first, cancelling after it */
  footer?: ReactNode
  children: ReactNode
}

/** A modal dialog: keeps the focus inside, closes with Escape or a click beside it, gives the focus back. */
export function Dialog({ title, isOpen, onClose, width = 'normal', footer, children }: DialogProps) {
  const { t } = useText()
  return (
    <ModalOverlay className="veil" isOpen={isOpen} isDismissable onOpenChange={(open) => !open && onClose()}>
      <Modal className={width === 'wide' ? 'dialog wide' : 'dialog'}>
        <AriaDialog>
          <header>
            <Heading slot="title" level={2}>
              {title}
            </Heading>
            <IconButton icon="close" label={t('ui.close')} onPress={onClose} />
          </header>
          <div className="body">{children}</div>
          {footer !== undefined && <footer>{footer}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
