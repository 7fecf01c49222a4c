import { Button } from 'antd';
import type { BatchSummary } from '../../shared/changes/plan-types.ts';
import { CodeQuestionRow } from './CodeQuestionRow.tsx';
import { useImportDesk } from './import-desk.ts';
import './questions.css';
import { usePreviewView } from './preview-view.ts';
import { questionKey, usePending } from './sheet-words.ts';
import { useReplan } from './use-replan.ts';

/** Code values that no dictionary has: each is asked once and remembered for its department. */
export function CodeQuestions({ summary }: { summary: BatchSummary }) {
  const replan = useReplan();
  const back = usePreviewView((state) => state.back);
  const busy = useImportDesk((state) => state.stage !== 'preview');
  const { answers, answer } = usePending();
  const { questions } = summary;
  const answered = questions.filter((question) => questionKey(question) in answers).length;
  return (
    <section className="import-part" aria-labelledby="questions-title">
      <header className="part-head">
        <div>
          <h2 id="questions-title">有 {questions.length} 种写法不认识</h2>
          <p className="quiet">每种写法说一次是什么，以后同一个部门再这样写就认得。不答也能导入：这些格不收，别的照收。</p>
        </div>
        <div className="part-actions">
          <Button onClick={back}>回到预览</Button>
          <Button type={answered > 0 ? 'primary' : 'default'} disabled={answered === 0 || busy} onClick={() => void replan()}>按这些重新比对{answered > 0 ? `（${answered} 种）` : ''}</Button>
        </div>
      </header>
      <div className="part-body">
        {questions.length === 0 ? <p className="quiet">都认得了。</p> : (
          <table className="plain-table question-table">
            <thead><tr><th>项目</th><th>表里写的</th><th className="amount">几处</th><th>是不是</th><th>其他值</th><th aria-label="留空" /></tr></thead>
            <tbody>
              {questions.map((question) => <CodeQuestionRow key={questionKey(question)} question={question} given={answers[questionKey(question)]?.value} answer={(value) => answer(question, value)} />)}
            </tbody>
          </table>
        )}
      </div>
    </section>
  );
}
