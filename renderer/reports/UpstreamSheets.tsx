import { Button, Checkbox, Select } from 'antd';
import { useState } from 'react';
import type { RecordSubject } from '../../shared/sheets/subject.ts';
import { useClient, useRegister, useYear } from '../app/session.tsx';
import { download } from '../ui/download.ts';
import { askLeave } from '../ui/leave-gate.ts';
import { useNotices } from '../ui/messages.tsx';
import { Screen } from '../ui/Screen.tsx';
import { createWork } from '../ui/work.ts';
import { WorkBar } from '../ui/WorkBar.tsx';

const useExportWork = createWork();

const sheets: readonly { readonly subject: RecordSubject; readonly title: string; readonly note: string }[] = [
  { subject: 'people', title: '人员表', note: '一人一行：个人、教育健康、务工就业、保障各项' },
  { subject: 'households', title: '户表', note: '一户一行：基本情况、收入、住房饮水、帮扶责任人各项' },
];

/** The two sheets in the provincial order of heads. */
export function UpstreamSheets() {
  const client = useClient();
  const register = useRegister();
  const notices = useNotices();
  const work = useExportWork();
  const usual = useYear();
  const [year, setYear] = useState(usual);
  const [withOwn, setWithOwn] = useState(false);
  const own = register.own.filter(({ state }) => state !== 'retired').length;

  const exportSheet = async (subject: RecordSubject, title: string): Promise<void> => {
    const leaving = await askLeave(title, 'full');
    if (!leaving) return;
    try {
      const file = await work.run(client, (job) => client.papers.exportSheet({ subject, year, ...leaving, job, own: withOwn }));
      download(file, file.name);
      notices.done(`已导出${title}：${file.name}`);
    } catch (error) {
      notices.refused(error, `导出${title}`);
    }
  };

  return (
    <div className="report-main">
      <Screen
        title="人员表、户表"
        narrow
        actions={
          <label className="report-year">
            年度
            <Select aria-label="报表年度" value={year} onChange={setYear} options={register.years.map((each) => ({ value: each, label: `${each} 年` }))} style={{ width: 104 }} />
          </label>
        }
      >
        <ul className="report-list">
          {sheets.map(({ subject, title, note }) => (
            <li key={subject}>
              <div>
                <h2>{title}</h2>
                <p className="quiet">{note}</p>
              </div>
              <span className="amount nowrap">{subject === 'people' ? `${register.people} 人` : `${register.households} 户`}</span>
              <Button disabled={work.running} onClick={() => void exportSheet(subject, title)}>导出{title}</Button>
            </li>
          ))}
        </ul>
        {own > 0 && <p className="report-own"><Checkbox checked={withOwn} onChange={({ target }) => setWithOwn(target.checked)}>后面带上自设的列（{own} 列）；上报时不带</Checkbox></p>}
        <WorkBar work={work} what="正在导出" />
        <p className="quiet">按省级表头顺序导出为 Excel（.xlsx）。证件号码、户编号、电话、银行卡号都是文本，不会丢数字；上级退回后可以原样再导入，没改的行会显示“相同”。选“全部内容”时表里有完整的证件号码和银行卡号，请按保密要求保管。</p>
      </Screen>
    </div>
  );
}
