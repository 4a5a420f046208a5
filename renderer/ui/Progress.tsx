import { useText } from '../text/useText'

/** A bar for long work. `share` 0 to 1; null while the end is not known. */
export function ProgressBar({ share, label }: { share: number | null; label: string }) {
  const { f } = useText()
  const done = share === null ? 0 : Math.min(1, Math.max(0, share))
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      {...(share !== null && { 'aria-valuenow': Math.round(done * 100), 'aria-valuetext': f.share(done, 0) })}
    >
      <svg className="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
        <rect width="100" height="10" fill="var(--c-band)" />
        <rect width={done * 100} height="10" fill="var(--c1)" />
      </svg>
    </div>
  )
}
