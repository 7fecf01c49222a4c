import { Button } from 'antd';
import { useRef } from 'react';
import { useClient } from '../app/session.tsx';
import { Problem } from '../ui/Problem.tsx';
import { Screen } from '../ui/Screen.tsx';
import { WorkBar } from '../ui/WorkBar.tsx';
import { BatchList } from './BatchList.tsx';
import { CompareSheets } from './CompareSheets.tsx';
import { useImportDesk, useImportWork } from './import-desk.ts';
import { LayoutList } from './LayoutList.tsx';
import { MatchList } from './MatchList.tsx';
import { useOfferedFiles } from './offered-files.ts';
import { takenFiles } from './taken-files.ts';

/** Nothing is being looked through: where files come in, and what came in before. */
export function ImportStart() {
  const client = useClient();
  const { stage, trouble, files, plan } = useImportDesk();
  const work = useImportWork();
  const offer = useOfferedFiles((state) => state.offer);
  const chooser = useRef<HTMLInputElement>(null);
  return (
    <Screen title="导入">
      <div className="import-start">
        <section className="drop-place" aria-label="选择要导入的表">
          <div>
            <h2>把表拖到窗口里，可以一次拖几个，也可以拖文件夹</h2>
            <p className="quiet">户表、人员表、收入表、帮扶和项目资金表、民政残联教育等部门的名单都行；xls、xlsx、et、ods、csv 都认。先看会改动什么，再决定导不导入。</p>
          </div>
          <input
            ref={chooser}
            type="file"
            multiple
            hidden
            accept={takenFiles}
            aria-label="要导入的文件"
            onChange={(event) => {
              offer([...(event.target.files ?? [])]);
              event.target.value = '';
            }}
          />
          <Button type="primary" disabled={stage === 'planning'} onClick={() => chooser.current?.click()}>选择文件</Button>
        </section>
        <WorkBar work={work} what="正在读取文件" />
        {trouble && <Problem error={trouble.error} doing={trouble.doing} retry={files.length > 0 ? () => void plan(client, files) : undefined} />}
        <MatchList />
        <CompareSheets />
        <BatchList />
        <LayoutList />
      </div>
    </Screen>
  );
}
