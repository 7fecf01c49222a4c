import type { IdentityFaultKind } from '../../shared/contract/identities.ts';
import type { Sureness } from '../../shared/fields/identity-candidates.ts';

/** What is wrong, in two to six signs: on the buttons that sift. */
export const faultWords: Readonly<Record<IdentityFaultKind, string>> = {
  lost: '丢了位数',
  length: '位数不对',
  old: '15 位旧号码',
  check: '校验码不对',
  birth: '出生日期不成立',
  certificate: '残疾证号不对',
  missing: '没有号码',
  shared: '重复的号码',
};

/** A sign and a word for how sure a candidate is: never colour alone. */
export const sureWords: Readonly<Record<Sureness, { readonly sign: string; readonly word: string }>> = {
  likely: { sign: '●', word: '很可能' },
  possible: { sign: '◐', word: '可能' },
  weak: { sign: '○', word: '存疑' },
};
