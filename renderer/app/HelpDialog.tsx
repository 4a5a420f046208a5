import { useText } from '../text/useText'
import { Dialog } from '../ui/Dialog'

/** Every shortcut there is. */
export function HelpDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { t } = useText()
  const lines: [string[], string][] = [
    [['Ctrl K'], t('help.palette')],
    [['Ctrl F'], t('help.find')],
    [['F11', 'P'], t('help.present')],
    [['Ctrl P'], t('help.print')],
    [['Alt 1', 'Alt 2', '…'], t('help.rooms')],
    [['Alt ←', 'Alt →'], t('help.back')],
    [['?'], t('help.help')],
    [['Esc'], t('help.escape')],
  ]
  return (
    <Dialog title={t('help.title')} isOpen={isOpen} onClose={onClose}>
      <dl className="kv keys">
        {lines.map(([keys, text]) => (
          <div key={text}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}
