import { Checkbox, InputNumber, Select } from 'antd';
import type { SheetSummary } from '../../shared/changes/plan-types.ts';
import type { SheetWord } from '../../shared/contract/importing.ts';
import { departments } from '../../shared/register/departments.ts';
import { findSheetKind, sheetKinds } from '../../shared/sheets/kinds/index.ts';
import { useImportDesk } from './import-desk.ts';
import { usePreviewView } from './preview-view.ts';
import { type SheetName, usePending } from './sheet-words.ts';
import { pinned } from './understand-sheet.ts';
import { yearSources } from './year-sources.ts';

interface Props {
  readonly name: SheetName;
  readonly sheet: SheetSummary;
  readonly word: SheetWord;
  /** As it is understood with what was said. */
  readonly kind: string | null;
}

const kindOptions = [...Map.groupBy(sheetKinds, ({ department }) => department)].map(([department, kinds]) => ({
  label: department,
  options: kinds.map(({ key, label }) => ({ value: key, label })),
}));

/** What the sheet is as a whole: its kind, whose word it is, its year, and whether it is imported at all. */
export function SheetFacts({ name, sheet, word, kind }: Props) {
  const { say, unsay } = usePending();
  const leaveOut = useImportDesk((state) => state.leaveOut);
  const back = usePreviewView((state) => state.back);
  const skipped = word.skip === true;
  const usual = (kind !== null && kind !== sheet.kind ? findSheetKind(kind)?.department : undefined) ?? sheet.department;
  const skip = (on: boolean): void => {
    // A sheet that is not read anyway needs no comparing to be left out.
    if (sheet.kind === null) {
      leaveOut({ ...name, skip: on });
      unsay(name);
      if (on) back();
    } else say({ ...word, skip: on });
  };
  return (
    <div className="sheet-facts">
      <label>
        <span>这是</span>
        <Select<string>
          aria-label="这是什么表"
          style={{ width: 176 }}
          disabled={skipped}
          placeholder="选这是什么表"
          {...(kind === null ? {} : { value: kind })}
          popupMatchSelectWidth={240}
          listHeight={400}
          showSearch={{ optionFilterProp: 'label' }}
          notFoundContent="没有这样的表"
          options={kindOptions}
          onChange={(next) => say(pinned({ ...word, kind: next }, sheet))}
        />
      </label>
      <label>
        <span>哪个部门的</span>
        <Select<string>
          aria-label="哪个部门的"
          style={{ width: 116 }}
          disabled={skipped}
          value={word.department ?? usual}
          options={departments.map((value) => ({ value, label: value }))}
          onChange={(department) => say({ ...word, department })}
        />
      </label>
      <label>
        <span>数据归到</span>
        <InputNumber controls={false} aria-label="数据归到哪一年" style={{ width: 78 }} disabled={skipped} value={word.year ?? sheet.year} placeholder="年度" min={2010} max={2100} precision={0} onChange={(year) => { if (year !== null) say({ ...word, year }); }} /> 年
        {word.year === undefined && sheet.yearFrom !== null && <span className="quiet">（{yearSources[sheet.yearFrom]}）</span>}
      </label>
      <Checkbox checked={skipped} onChange={({ target }) => skip(target.checked)}>这张表不导入</Checkbox>
    </div>
  );
}
