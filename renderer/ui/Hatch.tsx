/** The page's one hatch pattern, `url(#hx)`: the sign of "not reported" in marks, strips and charts. */
export function HatchDefs() {
  return (
    <svg width="0" height="0" className="hidden-text pinned" aria-hidden="true">
      <defs>
        <pattern id="hx" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="5" height="5" fill="var(--hatch-bg)" />
          <path d="M0 0V5" stroke="var(--hatch)" strokeWidth="1.7" />
        </pattern>
      </defs>
    </svg>
  )
}
