import { Slider, SliderFill, SliderThumb, SliderTrack } from 'react-aria-components'

export type Range = readonly [number, number]
interface Props {
  label: string
  min: number
  max: number
  step?: number
  value: Range
  onChange: (value: Range) => void
  /** names of the two ends, spoken */
  ends: readonly [string, string]
  /** an end in words, beside the track and spoken */
  format: (value: number) => string
}

/** A part of an axis between two ends: dragged, or moved with the arrows. */
export function RangeSlider({ label, min, max, step = 1, value, onChange, ends, format }: Props) {
  return (
    <Slider
      className="range"
      aria-label={label}
      minValue={min}
      maxValue={max}
      step={step}
      value={[...value]}
      onChange={(next) => {
        const [low = min, high = max] = next
        // Two ends at one place would show nothing.
        if (high - low >= step) onChange([low, high])
      }}
    >
      <span className="range-end">{format(value[0])}</span>
      <SliderTrack className="range-track">
        <SliderFill className="range-fill" />
        {ends.map((name, index) => (
          <SliderThumb
            key={name}
            index={index}
            aria-label={name}
            aria-valuetext={format(value[index] ?? 0)}
            className="range-thumb"
          />
        ))}
      </SliderTrack>
      <span className="range-end">{format(value[1])}</span>
    </Slider>
  )
}
