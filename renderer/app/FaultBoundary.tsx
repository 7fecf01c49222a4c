import { Button } from 'antd';
import { Component, type ErrorInfo, type ReactNode } from 'react';

/** A defect while drawing: says so in a sentence and offers to load the page again. */
export class FaultBoundary extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override componentDidCatch(error: Error, info: ErrorInfo): void {
    // For whoever repairs it: the error's place, never the register's content.
    // oxlint-disable-next-line no-console
    console.error(error.name, info.componentStack);
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return (
      <div className="fault" role="alert">
        <div>
          <h1>明册：这个画面出错了</h1>
          <p>登记册没有损坏，已存的内容都在。请重新载入；如果还出现，请记下刚才的操作告诉维护人员。</p>
          <Button type="primary" onClick={() => location.reload()}>重新载入</Button>
        </div>
      </div>
    );
  }
}
