import { useState } from 'react'
import { useSettings } from '../../state/settings'
import { useRoute } from '../../state/useRoute'
import { useText } from '../../text/useText'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { TextField } from '../../ui/Field'
import { Menu } from '../../ui/Menu'
import { MOST_VIEWS, placeOfList, withView } from './savedViews'

/** Filters under a name: go to one, keep what is shown, forget the one that is shown. */
export function SavedViews() {
  const { t } = useText()
  const { filter, params } = useRoute()
  const [{ caseViews }, update] = useSettings()
  const [name, setName] = useState<string | null>(null)
  const place = placeOfList({ filter, params })
  const current = caseViews.find((view) => view.place === place)
  const wanted = name?.trim() ?? ''
  const replaces = caseViews.some((view) => view.name === wanted)
  const mayKeep = wanted !== '' && (replaces || caseViews.length < MOST_VIEWS)
  const keep = () => {
    update({ caseViews: withView(caseViews, { name: wanted, place }) })
    setName(null)
  }
  const act = (id: string) => {
    if (id === 'keep') return setName(current?.name ?? '')
    if (id === 'forget') return update({ caseViews: caseViews.filter((view) => view !== current) })
    const view = caseViews[Number(id)]
    if (view) window.location.assign(view.place)
  }
  return (
    <>
      <Menu
        label={t('cases.views')}
        trigger={<Button>{current ? current.name : t('cases.views')}</Button>}
        items={[
          ...caseViews.map((view, at) => ({ id: String(at), label: view.name })),
          { id: 'keep', label: t('cases.views.keep') },
          ...(current ? [{ id: 'forget', label: t('cases.views.forget', { name: current.name }) }] : []),
        ]}
        onAction={act}
      />
      <Dialog
        title={t('cases.views.keepTitle')}
        isOpen={name !== null}
        onClose={() => setName(null)}
        footer={
          <>
            <Button kind="primary" onPress={keep} isDisabled={!mayKeep}>
              {t('cases.views.save')}
            </Button>
            <Button onPress={() => setName(null)}>{t('ui.cancel')}</Button>
          </>
        }
      >
        <TextField
          label={t('cases.views.name')}
          value={name ?? ''}
          onChange={setName}
          maxLength={60}
          autoFocus
          help={
            replaces
              ? t('cases.views.replaces')
              : caseViews.length < MOST_VIEWS
                ? t('cases.views.help')
                : t('cases.views.full')
          }
        />
      </Dialog>
    </>
  )
}
