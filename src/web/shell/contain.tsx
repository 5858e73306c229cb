import { Component, type ReactNode } from 'react'
import { words } from '../words/words.ts'

/** Keeps a fault in one part of a page from taking the rest with it. A class, for React has no other way to catch. */
export class Contain extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false }
  static getDerivedStateFromError() {
    return { failed: true }
  }
  override render() {
    return this.state.failed ? <p role="alert">{words.shell.wrongPart}</p> : this.props.children
  }
}
