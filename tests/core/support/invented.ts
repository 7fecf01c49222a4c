import type { Field } from '../../../shared/register/field.ts';
import { identity } from './people.ts';

/** A value of the field as a sheet or a hand would write it; awkward ones where the kind allows. */
export function invented({ kind, label, codes }: Field, at: number): string {
  switch (kind) {
    case 'text': return ['=1+1', `${label}之${at}，“引号”"与,逗号\n换行`, '0012', '-3', '@甲'][at % 5] ?? '';
    case 'name': return ['张试七', '阿依·古丽', '欧阳试八'][at % 3] ?? '';
    case 'digits': return `00${at}0012345678901234`;
    case 'identity': return identity('19700101', at + 20);
    case 'phone': return `1990000${String(at).padStart(4, '0')}`;
    case 'card': return `62170000000000${String(at).padStart(5, '0')}`;
    case 'date': return `2020-0${(at % 9) + 1}-15`;
    case 'month': return `2020-0${(at % 9) + 1}`;
    case 'year': return String(2015 + at);
    case 'money': return ['0.01', '1234567.89', '0', '-12.5'][at % 4] ?? '';
    case 'count': return String(at * 7);
    case 'measure': return ['0.0001', '12.5', '300'][at % 3] ?? '';
    case 'yesNo': return at % 2 === 0 ? '是' : '否';
    case 'code': return codes?.values[at % codes.values.length]?.value ?? '';
  }
}
