import '@mantine/core/styles/Paper.layer.css'
import '@mantine/core/styles/ScrollArea.layer.css'
import '@mantine/core/styles/Overlay.layer.css'
import '@mantine/core/styles/ModalBase.layer.css'
import '@mantine/core/styles/Modal.layer.css'
import { Modal } from '@mantine/core'
import type { ReactNode } from 'react'
import { t } from '@/lib/text'
import classes from './dialog.module.css'

interface DialogProps {
  title: string
  opened: boolean
  onClose: () => void
  size?: number
  /** Where a click beside it would lose work. */
  closeOnClickOutside?: boolean
  children: ReactNode
}

/** Asks for something before the page goes on. Load it lazily: most pages are left without having opened one. */
export function Dialog({
  title,
  opened,
  onClose,
  size = 520,
  closeOnClickOutside = true,
  children,
}: DialogProps) {
  return (
    <Modal.Root
      opened={opened}
      onClose={onClose}
      size={size}
      closeOnClickOutside={closeOnClickOutside}
      centered
      transitionProps={{ duration: 0 }}
    >
      <Modal.Overlay />
      <Modal.Content>
        <div className={classes['head']}>
          <Modal.Title>{title}</Modal.Title>
          <Modal.CloseButton size={28} aria-label={t('dialog.close')} />
        </div>
        <Modal.Body>{children}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  )
}
