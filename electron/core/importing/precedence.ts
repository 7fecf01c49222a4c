import { type Precedence, usualPrecedence } from '../../../shared/register/departments.ts';
import type { RegisterFile } from '../storage/register-file.ts';

const key = 'precedence';

/** Which department decides which field: the usual order, as this office changed it. */
export function precedenceOf(register: RegisterFile): Precedence {
  const own = register.meta(key);
  return own === null ? usualPrecedence : { ...usualPrecedence, ...(JSON.parse(own) as Precedence) };
}

/** Puts down an office's own order for a field; null for the usual one. */
export function setPrecedence(register: RegisterFile, field: string, departments: readonly string[] | null): Precedence {
  const own = JSON.parse(register.meta(key) ?? '{}') as Record<string, readonly string[]>;
  const { [field]: _before, ...others } = own;
  register.setMeta(key, JSON.stringify(departments === null ? others : { ...others, [field]: departments }));
  return precedenceOf(register);
}
