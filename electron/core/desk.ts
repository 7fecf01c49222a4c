import { rmSync } from 'node:fs';
import { Refusal } from '../../shared/contract/errors.ts';
import { speak } from '../../shared/register/own/spoken.ts';
import type { Host } from './host.ts';
import { endPlan } from './importing/end-plan.ts';
import { askedDay, askedMoment } from './past/asked-day.ts';
import { PastRegisters, type Past } from './past/past-registers.ts';
import { createRegister, type NewRegister } from './registers/open-register.ts';
import { recentRegisters } from './registers/recent-registers.ts';
import { openCopyInUse } from './storage/copy-in-use.ts';
import { openRegisterFile, type RegisterFile } from './storage/register-file.ts';
import { OrderedIds } from './tables/answers.ts';

const none: readonly never[] = [];

/** The one register that a core has open, and what is kept in memory about it. Within `atDay` it is the register of that day. */
export class Desk {
  readonly #host: Host;
  readonly #past: PastRegisters;
  #register: RegisterFile | null = null;
  /** The file that was to be opened last, where another program had it. */
  #inUse: string | null = null;
  /** By register and the day of which it is asked: conditions may count by the calendar. */
  #ordered = new WeakMap<RegisterFile, { readonly day: string; readonly ids: OrderedIds }>();

  constructor(host: Host) {
    this.#host = host;
    this.#past = new PastRegisters(host);
  }

  get current(): RegisterFile | null {
    return askedDay.get()?.register ?? this.#register;
  }

  /** The register as it is now, whatever day is asked about: what leaves is noted there. */
  get present(): RegisterFile {
    if (!this.#register) throw new Refusal('NO_REGISTER_OPEN', '还没有打开登记册', { remedy: '请先新建或打开一个登记册' });
    return this.#register;
  }

  /** The open register; refuses where none is. */
  get register(): RegisterFile {
    const register = this.current;
    if (!register) throw new Refusal('NO_REGISTER_OPEN', '还没有打开登记册', { remedy: '请先新建或打开一个登记册' });
    return register;
  }

  /** The order of its rows, kept for the last few questions. */
  get ordered(): OrderedIds {
    const { register } = this;
    const day = askedDay.get()?.day ?? '';
    const found = this.#ordered.get(register);
    if (found?.day === day) return found.ids;
    const ids = new OrderedIds();
    this.#ordered.set(register, { day, ids });
    return ids;
  }

  /** Before something is written. */
  beforeWriting(): void {
    const { current } = this;
    if (current) this.#ordered.get(current)?.ids.ready();
  }

  /** Everything that `work` asks of the desk is told of the register as it was at the end of the day. */
  atDay<T>(day: string, work: () => Promise<T>): Promise<T> {
    return this.#past.with(this.register, day, (past) => askedDay.run(past, work));
  }

  /** Works with the register as it was at the end of a day, beside the one that is asked about. */
  beside<T>(day: string, work: (past: Past) => Promise<T>): Promise<T> {
    return this.#past.with(this.present, day, work);
  }

  /** The clock that a register is opened with counts the month of the day that is asked about. */
  #author(): { readonly who: string; readonly now: () => Date } {
    return { who: this.#host.who, now: () => askedMoment(() => this.#host.now()) };
  }

  /** Fields, tables and headers are those of the open register from here on. */
  speak(): void {
    speak(this.#register?.own ?? none);
  }

  #put(register: RegisterFile): RegisterFile {
    this.#register = register;
    this.speak();
    recentRegisters.note(this.#host, register.path, register.meta('name') ?? '');
    return register;
  }

  create(path: string, fresh: NewRegister): RegisterFile {
    const register = createRegister(this.#author(), path, fresh);
    this.close();
    return this.#put(register);
  }

  open(path: string): RegisterFile {
    this.#inUse = null;
    // The same file is closed first, or its own lock would refuse it.
    if (this.#register?.path === path && this.#register.copiedAt === null) this.close();
    const register = this.#opened(path);
    endPlan.tidy(register);
    this.close();
    return this.#put(register);
  }

  #opened(path: string): RegisterFile {
    try {
      return openRegisterFile(path, this.#author());
    } catch (error) {
      if (error instanceof Refusal && error.code === 'REGISTER_IN_USE') this.#inUse = path;
      throw error;
    }
  }

  /** A copy of the register that could not be opened just now, because another program has it; or of the one of which a copy is open. */
  openCopy(): RegisterFile {
    const path = this.#inUse ?? (this.#register?.copiedAt ? this.#register.path : null);
    if (path === null) throw new Refusal('WRONG_USAGE', '没有要打开副本的登记册', { remedy: '请先打开登记册' });
    const register = openCopyInUse(path, this.#author());
    this.close();
    return this.#put(register);
  }

  /** Closes a register that was made just now and could not be filled, and removes its file. */
  abandon(): void {
    const path = this.#register?.path;
    this.close();
    if (path !== undefined) for (const end of ['', '-wal', '-shm']) rmSync(`${path}${end}`, { force: true });
  }

  close(): void {
    this.#past.clear();
    if (this.#register) this.#ordered.get(this.#register)?.ids.clear();
    this.#register?.close();
    this.#register = null;
    this.speak();
  }
}
