import { useState, type ReactNode } from 'react'
import type { Args, RegistryPreview, TrustOutcome } from '../../../shared/contract/contract'
import type { AppError } from '../../../shared/contract/result'
import { call } from '../../api/client'
import { useText } from '../../text/useText'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { announce } from '../../ui/LiveRegion'
import { ErrorState } from '../../ui/States'
import { RegistryFindings, TrustForm } from './TrustForm'

type Step =
  | { is: 'closed' }
  | { is: 'preview'; preview: RegistryPreview }
  | { is: 'outcome'; outcome: TrustOutcome }
  | { is: 'error'; error: AppError }

interface Props {
  /** a file that was chosen or dropped for an import already; without it the system asks */
  from?: Args<'registry:pick'>['from']
  children: (load: () => void) => ReactNode
}

/** A deed that picks a registry file, shows what is in it, and trusts it after the person has compared the keys. */
export function RegistryLoader({ from, children }: Props) {
  const { t } = useText()
  const [step, setStep] = useState<Step>({ is: 'closed' })
  const [checked, setChecked] = useState<ReadonlySet<string>>(new Set())
  const close = () => setStep({ is: 'closed' })

  const pick = async () => {
    const picked = await call('registry:pick', { from })
    setChecked(new Set())
    if (!picked.ok) setStep({ is: 'error', error: picked.error })
    else if (picked.value) setStep({ is: 'preview', preview: picked.value })
  }
  const trust = async ({ token, first }: RegistryPreview) => {
    const result = await call('registry:trust', { token, thumbprints: first ? [...checked] : [] })
    if (!result.ok) setStep({ is: 'error', error: result.error })
    else if (result.value.outcome === 'accepted') {
      announce(t('trust.accepted', { version: result.value.version ?? '' }))
      close()
    } else setStep({ is: 'outcome', outcome: result.value })
  }

  const preview = step.is === 'preview' ? step.preview : null
  const view = preview?.view
  const refused = preview ? !view || preview.findings.some((finding) => finding.severity === 'reject') : false
  const compared = preview && view && (!preview.first || view.root.every((kid) => checked.has(kid)))
  return (
    <>
      {children(() => void pick())}
      <Dialog
        title={view && !preview.first ? t('trust.titleNew', { version: view.version }) : t('trust.title')}
        isOpen={step.is !== 'closed'}
        onClose={close}
        footer={
          <>
            {preview && !refused && (
              <Button kind="primary" isDisabled={!compared} onPress={() => void trust(preview)}>
                {t('trust.confirm')}
              </Button>
            )}
            <Button onPress={close}>{preview && !refused ? t('ui.cancel') : t('ui.close')}</Button>
          </>
        }
      >
        {preview && (
          <TrustForm
            preview={preview}
            refused={refused}
            checked={checked}
            onCheck={(kid, on) =>
              setChecked((before) => new Set(on ? [...before, kid] : [...before].filter((each) => each !== kid)))
            }
          />
        )}
        {step.is === 'error' && <ErrorState error={step.error} />}
        {step.is === 'outcome' &&
          (step.outcome.outcome === 'duplicate' ? (
            <p>{t('trust.duplicate')}</p>
          ) : (
            <RegistryFindings findings={step.outcome.findings} />
          ))}
      </Dialog>
    </>
  )
}
