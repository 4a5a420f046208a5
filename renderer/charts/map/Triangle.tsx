/** Of units outside the exact 99.8 % limits: up above, down below. */
export function Triangle({ x, y, up, size = 5.5 }: { x: number; y: number; up: boolean; size?: number }) {
  const low = size - 1
  const path = up
    ? `M${x - size} ${y + low}h${2 * size}L${x} ${y - size}z`
    : `M${x - size} ${y - low}h${2 * size}L${x} ${y + size}z`
  return <path d={path} fill="var(--paper)" stroke="var(--ink)" strokeWidth="1.4" pointerEvents="none" />
}
