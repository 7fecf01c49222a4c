import { rmSync } from 'node:fs';
import { Refusal } from '../../shared/contract/errors.ts';
import { speak } from '../../shared/register/own/spoken.ts';
import type { Host } from './host.ts';
import { planStore } from './importing/plan-store.ts';
import { createRegister, type NewRegister } from './registers/open-register.ts';
import { recentRegisters } from './registers/recent-registers.ts';
import { openRegisterFile, type RegisterFile } from './storage/register-file.ts';
import { OrderedIds } from './tables/ordered-ids.ts';

const none: readonly never[] = [];

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

  /** Fields, tables and headers are those of the open register from here on. */
  speak(): void {
    speak(this.#register?.own ?? none);
  }

  #put(register: RegisterFile): RegisterFile {
    this.ordered.clear();
    this.#register = register;
    this.speak();
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
    const register = openRegisterFile(path, this.#host);
    planStore.tidy(register);
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
    this.#register?.close();
    this.#register = null;
    this.speak();
    this.ordered.clear();
  }
}
