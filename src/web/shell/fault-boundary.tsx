import { Component, type ReactNode } from 'react';
import { messages } from './messages.js';

interface FaultBoundaryState {
  readonly fault: string | null;
}

/** Says that the screen broke instead of leaving it blank; React offers this to classes only. */
export class FaultBoundary extends Component<{ readonly children: ReactNode }, FaultBoundaryState> {
  override state: FaultBoundaryState = { fault: null };

  static getDerivedStateFromError(error: unknown): FaultBoundaryState {
    return { fault: error instanceof Error ? error.message : String(error) };
  }

  override render(): ReactNode {
    if (this.state.fault === null) return this.props.children;
    return (
      <p className="problem" role="alert">
        {messages.broken} <code>{this.state.fault}</code>
      </p>
    );
  }
}
