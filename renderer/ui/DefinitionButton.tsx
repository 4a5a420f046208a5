import { useText } from '../text/useText'
import { IconButton } from './Button'
import { Popover } from './Popover'

interface Props {
  /** of the button, which says it to who cannot see what it stands beside */
  label: string
  /** what is defined */
  name: string
  text: string
  /** a line each; text, so that the same words are the same thing */
  rules?: string
}

/** What a number or a figure is: opened by an icon beside it. */
export function DefinitionButton({ label, name, text, rules = '' }: Props) {
  const { t } = useText()
  return (
    <Popover label={t('chart.definition')} placement="bottom end" trigger={<IconButton icon="info" label={label} />}>
      <div className="definition">
        <h3>{name}</h3>
        <p>{text}</p>
        {rules !== '' &&
          rules.split('\n').map((rule) => (
            <p key={rule} className="sm mut">
              {rule}
            </p>
          ))}
      </div>
    </Popover>
  )
}
