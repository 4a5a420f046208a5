interface Props {
  /** one number a period; null = not reported, drawn as hatch; 0 = a thin base line */
  values: readonly (number | null)[]
  /** in words: the numbers themselves */
  label: string
  width?: number
  height?: number
  /** how many at the end belong to the period asked for; the others are paler */
  current?: number
}

/** Small bars for a table cell. Not reported and zero never look alike. */
export function Sparkbars({ values, label, width = 96, height = 20, current }: Props) {
  const asked = current ?? values.length
  const most = Math.max(1, ...values.map((value) => value ?? 0))
  const step = width / Math.max(1, values.length)
  const thick = Math.max(1, step - 1.5)
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      {values.map((value, index) => {
        const x = index * step
        const key = `${index}-${value}`
        if (value === null) return <rect key={key} x={x} y="2" width={thick} height={height - 2} fill="url(#hx)" />
        if (value === 0) return <rect key={key} x={x} y={height - 1} width={thick} height="1" fill="var(--ink-3)" />
        const tall = Math.max(1.5, (value / most) * (height - 2))
        return (
          <rect
            key={key}
            x={x}
            y={height - tall}
            width={thick}
            height={tall}
            fill={index >= values.length - asked ? 'var(--c1)' : 'var(--c-mute)'}
          />
        )
      })}
    </svg>
  )
}
