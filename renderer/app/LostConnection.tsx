import { Button } from 'antd';

/** The core ended, or the program that served this page was closed. */
export function LostConnection() {
  return (
    <div className="fault" role="alert">
      <div>
        <h1>明册：和程序断开了</h1>
        <p>已经存上的内容都在登记册里。如果程序还开着，重新连接就能接着做；如果程序已经关了，请先重新打开程序。</p>
        <Button type="primary" onClick={() => location.reload()}>重新连接</Button>
      </div>
    </div>
  );
}
