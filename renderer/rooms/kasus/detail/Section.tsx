import { useId, type ReactNode } from 'react'

interface Props {
  title: string
  /** the answer in bold, then the rest */
  answer?: string
  caution?: string
  note?: ReactNode
  className?: string
  children?: ReactNode
}

/** A part of the case's page: a rule, a title, what it says, the material, and a note. */
export function Section({ title, answer, caution, note, className = '', children }: Props) {
  const id = useId()
  return (
    <section className={`fig ${className}`} aria-labelledby={id}>
      <header>
        <h2 id={id}>{title}</h2>
      </header>
      {answer !== undefined && (
        <p className="find">
          <b>{answer}</b> {caution}
        </p>
      )}
      {children}
      {note !== undefined && <p className="note">{note}</p>}
    </section>
  )
}
