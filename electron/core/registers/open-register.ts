import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { Refusal } from '../../../shared/contract/errors.ts';
import type { Area, RegisterInfo } from '../../../shared/contract/registers.ts';
import { inspectionUnderWay } from '../storage/under-inspection.ts';
import { createRegisterFile, type OpenOptions, type RegisterFile } from '../storage/register-file.ts';
import { writeAreas } from './area-store.ts';
import { presetAreas } from './preset-areas.ts';

export interface NewRegister {
  readonly name: string;
  readonly office: string;
  readonly workingYear: number;
  readonly areas?: readonly Area[];
}

export const defaultYear = 2020;
export const defaultOffice = '明山区扶贫办';

/** Makes a register with its settings and area tree; closed again when anything fails. */
export function createRegister(author: OpenOptions, path: string, fresh: NewRegister): RegisterFile {
  try {
    mkdirSync(dirname(path), { recursive: true });
  } catch {
    throw new Refusal('REGISTER_READ_ONLY', '这个文件夹建不了，也写不进去', { where: dirname(path), remedy: '请换一个可以写入的文件夹' });
  }
  const register = createRegisterFile(path, author);
  register.together(() => {
    register.setMeta('name', fresh.name);
    register.setMeta('office', fresh.office);
    register.setMeta('workingYear', String(fresh.workingYear));
    writeAreas(register, fresh.areas ?? presetAreas());
  });
  return register;
}

export const workingYear = (register: RegisterFile): number => Number(register.meta('workingYear') ?? defaultYear);

export function registerInfo(register: RegisterFile, past: RegisterInfo['past'] = null): RegisterInfo {
  const count = (sql: string): number => (register.sql(sql).get() as { n: number }).n;
  const years = register.sql('SELECT DISTINCT year FROM householdYear UNION SELECT DISTINCT year FROM memberYear').all() as { year: number }[];
  const working = workingYear(register);
  return {
    name: register.meta('name') ?? '',
    office: register.meta('office') ?? '',
    file: register.path,
    workingYear: working,
    years: [...new Set([working, ...years.map(({ year }) => year)])].toSorted((a, b) => b - a),
    households: count('SELECT count(*) AS n FROM household'),
    people: count('SELECT count(*) AS n FROM member'),
    revision: register.log.revision,
    own: register.own,
    copiedAt: register.copiedAt,
    inspection: inspectionUnderWay(register),
    past,
  };
}
