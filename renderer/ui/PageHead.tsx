import type { ReactNode } from 'react'

export interface Crumb {
  label: string
  /** without it the crumb is plain text */
  href?: string
}
interface Props {
  crumbs?: readonly Crumb[]
  crumbsLabel?: string
  title: string
  /** the finding in one sentence */
  lead?: ReactNode
  actions?: ReactNode
}

/** The head of every page: breadcrumb, title, the finding in one sentence, what can be done. */
export function PageHead({ crumbs = [], crumbsLabel, title, lead, actions }: Props) {
  return (
    <div className="head">
      <div>
        {crumbs.length > 0 && (
          <nav className="crumb" aria-label={crumbsLabel ?? title}>
            <ol>
              {crumbs.map((crumb) => (
                <li key={crumb.label}>
                  {crumb.href === undefined ? crumb.label : <a href={crumb.href}>{crumb.label}</a>}
                </li>
              ))}
            </ol>
          </nav>
        )}
        <h1>{title}</h1>
        {lead !== undefined && <p className="lead">{lead}</p>}
      </div>
      {actions !== undefined && <div className="acts-page">{actions}</div>}
    </div>
  )
}
