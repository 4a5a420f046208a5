/**
 * The hatch of "not reported" for paper, under the same name as on screen: a repeated gradient with hard edges. A pattern
 * would be written into the PDF as a picture.
 */
export function PrintHatch() {
  return (
    <svg width="0" height="0" style={{ position: 'absolute' }} aria-hidden="true">
      <defs>
        <linearGradient id="hx" gradientUnits="userSpaceOnUse" x1="0" y1="0" x2="3.5" y2="3.5" spreadMethod="repeat">
          <stop offset="0" stopColor="var(--hatch)" />
          <stop offset="0.35" stopColor="var(--hatch)" />
          <stop offset="0.35" stopColor="var(--hatch-bg)" />
          <stop offset="1" stopColor="var(--hatch-bg)" />
        </linearGradient>
        <linearGradient
          id="hx-part"
          gradientUnits="userSpaceOnUse"
          x1="0"
          y1="0"
          x2="3.5"
          y2="3.5"
          spreadMethod="repeat"
        >
          <stop offset="0" stopColor="var(--paper)" />
          <stop offset="0.45" stopColor="var(--paper)" />
          <stop offset="0.45" stopColor="var(--paper)" stopOpacity="0" />
          <stop offset="1" stopColor="var(--paper)" stopOpacity="0" />
        </linearGradient>
      </defs>
    </svg>
  )
}
