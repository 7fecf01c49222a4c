import { Select } from 'antd';
import { importPolicies, type ImportPolicy } from '../../shared/changes/plan-types.ts';
import { useReplan } from './use-replan.ts';

const policies: Record<ImportPolicy, string> = {
  overwrite: '覆盖（表里空的不动）',
  fill: '只填空白',
  replace: '全部覆盖（手工改过的也盖）',
};

/** How the files meet what the register holds; another choice compares them again. */
export function PolicyChoice({ policy, disabled }: { policy: ImportPolicy; disabled: boolean }) {
  const replan = useReplan();
  return (
    <Select<ImportPolicy>
      aria-label="表里和登记册不一样时"
      title="表里和登记册不一样时"
      style={{ width: 252 }}
      disabled={disabled}
      value={policy}
      options={importPolicies.map((value) => ({ value, label: policies[value] }))}
      onChange={(next) => void replan({ policy: next })}
    />
  );
}
