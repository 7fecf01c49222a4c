import { Button } from 'antd';
import { useRef } from 'react';
import { Screen } from '../../ui/Screen.tsx';
import { useFormDesk } from './form-desk.ts';
import { FormDesk } from './FormDesk.tsx';
import { FormList } from './FormList.tsx';
import './forms.css';

/** Blank forms of others: dropped, looked at, filled, saved. */
export function FormsView() {
  const { chosen, take } = useFormDesk();
  const chooser = useRef<HTMLInputElement>(null);
  if (chosen) return <FormDesk key={chosen.key} chosen={chosen} />;
  return (
    <div className="report-main">
      <Screen title="填上级的空表">
        <div className="forms-start">
          <section className="drop-place" aria-label="选择空表">
            <div>
              <h2>把上级发来的空表拖到窗口里</h2>
              <p className="quiet">.xlsx 或 .docx。名单照表头填，一户一张的照“户主姓名：”这样的标签填，也认“{'{户主姓名}'}”这样的记号；格式、合并、公式、分页、印章都照原样。</p>
            </div>
            <input
              ref={chooser}
              type="file"
              hidden
              accept=".xlsx,.xlsm,.docx"
              aria-label="空表"
              onChange={(event) => {
                const [file] = event.target.files ?? [];
                if (file) take(file);
                event.target.value = '';
              }}
            />
            <Button type="primary" onClick={() => chooser.current?.click()}>选择空表</Button>
          </section>
          <FormList />
        </div>
      </Screen>
    </div>
  );
}
