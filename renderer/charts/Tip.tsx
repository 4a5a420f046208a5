/** What the mouse is over. Never the only place of a number: the table view has them all. */
export function Tip({ lines }: { lines: readonly (string | false | null | undefined)[] }) {
  const said = lines.filter((line): line is string => Boolean(line))
  return (
    <div className="tip">
      {said.map((line) => (
        <div key={line}>{line}</div>
      ))}
    </div>
  )
}
