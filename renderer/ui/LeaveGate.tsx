import { Input, Modal, Radio } from 'antd';
import { useEffect, useState } from 'react';
import type { Level } from '../../shared/papers/gate.ts';
import { useLeaveGate } from './leave-gate.ts';

const words: Readonly<Record<Level, { readonly title: string; readonly note: string }>> = {
  public: { title: '公开张贴', note: '没有证件号码、电话、银行卡、健康和残疾情况；未成年人不写全名' },
  house: { title: '贴在户内', note: '没有证件号码和银行卡，电话遮住中间' },
  reduced: { title: '内部使用，号码遮住', note: '各项都有，证件号码、电话、银行卡只留头尾' },
  full: { title: '内部使用，全部内容', note: '带完整号码，要写明用途' },
};
const reasons = ['按上级要求报送', '部门比对用', '本办核对用'];

/** The gate, above everything: whoever takes something out says for what. Once in the window. */
export function LeaveGate() {
  const question = useLeaveGate((state) => state.question);
  return question ? <Ask key={question.what} /> : null;
}

function Ask() {
  const question = useLeaveGate((state) => state.question);
  const [level, setLevel] = useState<Level>(question?.usual ?? 'reduced');
  const [reason, setReason] = useState(reasons[0] ?? '');
  const [asker] = useState(() => document.activeElement);
  // The keys go back to what was pressed: the gate is taken away at once, whatever was answered.
  useEffect(() => () => {
    if (document.activeElement === document.body && asker instanceof HTMLElement) asker.focus();
  }, [asker]);
  if (!question) return null;
  const missing = level === 'full' && reason.trim() === '';
  const leave = (): void => {
    if (!missing) question.answer({ level, reason: level === 'full' ? reason.trim() : '' });
  };
  return (
    <Modal open title={`${question.what}：拿出去做什么用？`} okText="导出" cancelText="取消" okButtonProps={{ disabled: missing }} onOk={leave} onCancel={() => question.answer(null)} destroyOnHidden width={520}>
      <Radio.Group aria-label="密级" value={level} onChange={(event) => setLevel(event.target.value as Level)} className="leave-levels">
        {question.choices.map((each) => (
          <Radio key={each} value={each}>
            <strong>{words[each].title}</strong>
            <div className="quiet">{words[each].note}</div>
          </Radio>
        ))}
      </Radio.Group>
      {level === 'full' && (
        <div className="leave-reason">
          <label htmlFor="leave-reason">用途</label>
          <Input id="leave-reason" value={reason} maxLength={200} status={missing ? 'error' : ''} onChange={(event) => setReason(event.target.value)} onPressEnter={leave} />
          <div className="leave-reasons">{reasons.map((each) => <button key={each} type="button" className="link-button" onClick={() => setReason(each)}>{each}</button>)}</div>
        </div>
      )}
      <p className="quiet">谁、什么时候、拿走哪些人的哪些栏，记在“出门记录”里。</p>
    </Modal>
  );
}
