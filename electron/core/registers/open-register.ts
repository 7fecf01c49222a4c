import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { Refusal } from '../../../shared/contract/errors.ts';
import type { Area, RegisterInfo } from '../../../shared/contract/registers.ts';
import type { Host } from '../host.ts';
import { planStore } from '../importing/plan-store.ts';
import { createRegisterFile, openRegisterFile, type RegisterFile } from '../storage/register-file.ts';
import { OrderedIds } from '../tables/ordered-ids.ts';
import { writeAreas } from './area-store.ts';
import { presetAreas } from './preset-areas.ts';
import { recentRegisters } from './recent-registers.ts';

export interface NewRegister {
  readonly name: string;
  readonly office: string;
  readonly workingYear: number;
  readonly areas?: readonly Area[];
}

export const defaultYear = 2020;
export const defaultOffice = '明山区扶贫办';

/** Makes a register with its settings and area tree; closed again when anything fails. */
export function createRegister(host: Host, path: string, fresh: NewRegister): RegisterFile {
  try {
    mkdirSync(dirname(path), { recursive: true });
  } catch {
    throw new Refusal('REGISTER_READ_ONLY', '这个文件夹建不了，也写不进去', { where: dirname(path), remedy: '请换一个可以写入的文件夹' });
  }
  const register = createRegisterFile(path, host);
  register.together(() => {
    register.setMeta('name', fresh.name);
    register.setMeta('office', fresh.office);
    register.setMeta('workingYear', String(fresh.workingYear));
    writeAreas(register, fresh.areas ?? presetAreas());
  });
  return register;
}

export function openRegister(host: Host, path: string): RegisterFile {
  const register = openRegisterFile(path, host);
  planStore.tidy(register);
  return register;
}

export const workingYear = (register: RegisterFile): number => Number(register.meta('workingYear') ?? defaultYear);

export function registerInfo(register: RegisterFile): RegisterInfo {
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
  };
}

/** The one register that a core has open, and what is kept in memory about it. */
export class Desk {
  readonly #host: Host;
  #register: RegisterFile | null = null;
  readonly ordered = new OrderedIds();

  constructor(host: Host) {
    this.#host = host;
  }

  get current(): RegisterFile | null {
    return this.#register;
  }

  /** The open register; refuses where none is. */
  get register(): RegisterFile {
    if (!this.#register) throw new Refusal('NO_REGISTER_OPEN', '还没有打开登记册', { remedy: '请先新建或打开一个登记册' });
    return this.#register;
  }

  #put(register: RegisterFile): RegisterFile {
    this.ordered.clear();
    this.#register = register;
    recentRegisters.note(this.#host, register.path, register.meta('name') ?? '');
    return register;
  }

  create(path: string, fresh: NewRegister): RegisterFile {
    const register = createRegister(this.#host, path, fresh);
    this.close();
    return this.#put(register);
  }

  open(path: string): RegisterFile {
    // The same file is closed first, or its own lock would refuse it.
    if (this.#register?.path === path) this.close();
    const register = openRegister(this.#host, path);
    this.close();
    return this.#put(register);
  }

  close(): void {
    this.#register?.close();
    this.#register = null;
    this.ordered.clear();
  }
}
