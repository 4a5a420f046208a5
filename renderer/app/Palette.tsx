import { useState } from 'react'
import {
  Collection,
  Dialog as AriaDialog,
  Header,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  Modal,
  ModalOverlay,
} from 'react-aria-components'
import { useText } from '../text/useText'
import { CloseOnEscape } from '../ui/CloseOnEscape'
import { SearchList } from '../ui/SearchList'
import { usePaletteEntries } from './usePaletteEntries'
import type { Commands } from './useCommands'

function PaletteList({ commands, onDone }: { commands: Commands; onDone: () => void }) {
  const { t } = useText()
  const [search, setSearch] = useState('')
  const groups = usePaletteEntries(search, commands)
  const entries = groups.flatMap((group) => group.entries)
  return (
    <SearchList label={t('palette.title')} search={search} onSearch={setSearch}>
      <ListBox
        aria-label={t('palette.title')}
        className="items tall"
        onAction={(key) => {
          onDone()
          entries.find((entry) => entry.id === key)?.run()
        }}
        renderEmptyState={() => <p className="pad mut">{t('palette.none')}</p>}
      >
        {groups.map((group) => (
          <ListBoxSection key={group.id} id={group.id} aria-label={group.label}>
            <Header className="head-item">{group.label}</Header>
            <Collection items={group.entries}>
              {(entry) => (
                <ListBoxItem id={entry.id} textValue={entry.label} className="item">
                  <span>{entry.label}</span>
                  {entry.hint !== undefined && <span className="hint">{entry.hint}</span>}
                </ListBoxItem>
              )}
            </Collection>
          </ListBoxSection>
        ))}
      </ListBox>
    </SearchList>
  )
}

/** Ctrl K: type, choose with the arrows, Enter. */
export function Palette({ commands }: { commands: Commands }) {
  const { t } = useText()
  const close = () => commands.setOverlay(null)
  return (
    <ModalOverlay
      className="veil"
      isDismissable
      isOpen={commands.overlay === 'palette'}
      onOpenChange={(open) => !open && close()}
    >
      <Modal className="dialog palette">
        <AriaDialog aria-label={t('palette.title')}>
          <CloseOnEscape onClose={close}>
            <PaletteList commands={commands} onDone={close} />
          </CloseOnEscape>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
