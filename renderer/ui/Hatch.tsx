/**
 * The page's hatch, `url(#hx)`: the sign of "not reported" in marks, strips and charts. `url(#hx-part)` lets a figure
 * shine through where only some have reported.
 */
export function HatchDefs() {
  return (
    <svg width="0" height="0" className="hidden-text pinned" aria-hidden="true">
      <defs>
        <pattern id="hx" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="5" height="5" fill="var(--hatch-bg)" />
          <path d="M0 0V5" stroke="var(--hatch)" strokeWidth="1.7" />
        </pattern>
        <pattern id="hx-part" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <path d="M0 0V5" stroke="var(--paper)" strokeWidth="2.4" />
        </pattern>
      </defs>
    </svg>
  )
}
