import { Button, Tooltip } from 'antd';
import { useMasked } from '../grid/masked-numbers.ts';

/** 遮住号码, in every table and on the card. */
export function MaskSwitch() {
  const { masked, setMasked } = useMasked();
  return (
    <Tooltip title="证件号码、电话、银行卡号只显示头尾；别人站在旁边时用">
      <Button type="text" aria-pressed={masked} onClick={() => setMasked(!masked)}>{masked ? '☑ 遮住号码' : '☐ 遮住号码'}</Button>
    </Tooltip>
  );
}
