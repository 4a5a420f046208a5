import { Component, type ReactNode } from 'react'
import { ErrorState } from '../ui/States'

interface Props {
  children: ReactNode
}

/** Keeps a broken room from taking the console with it. */
export class ErrorBoundary extends Component<Props, { error: string | null }> {
  override state = { error: null }

  static getDerivedStateFromError(error: unknown) {
    return { error: error instanceof Error ? error.message : String(error) }
  }

  override render() {
    const { error } = this.state
    if (error === null) return this.props.children
    return (
      <ErrorState
        error={{ code: 'INTERNAL', kind: 'bug', params: { detail: String(error).slice(0, 300) } }}
        onRetry={() => this.setState({ error: null })}
      />
    )
  }
}
