/** A page that fails leaves the frame standing and says so with a number; going elsewhere or trying again begins afresh. */
import { Button, Result } from 'antd'
import { Component, type ReactNode } from 'react'
import { problemWords, tryAgain } from '../words/errors.ts'
import { incidentOf } from './problem.ts'

type State = { failed: boolean; incident: string | null }

export class PageGuard extends Component<{ children: ReactNode }, State> {
  override state: State = { failed: false, incident: null }

  static getDerivedStateFromError(): State {
    return { failed: true, incident: null }
  }

  override componentDidCatch(error: unknown): void {
    void incidentOf(error).then((incident) => this.setState({ incident }))
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children
    const words = problemWords(null, this.state.incident ?? '……')
    return (
      <Result
        status="error"
        title={words.title}
        subTitle={words.text}
        extra={<Button onClick={() => this.setState({ failed: false, incident: null })}>{tryAgain}</Button>}
      />
    )
  }
}
