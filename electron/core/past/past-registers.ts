import { Refusal } from '../../../shared/contract/errors.ts';
import { dayWords } from '../../../shared/fields/day-words.ts';
import type { Host } from '../host.ts';
import { openCopy } from '../storage/read-only-copy.ts';
import type { RegisterFile } from '../storage/register-file.ts';
import { askedMoment } from './asked-day.ts';
import { endOfDay, findCut, type Cut } from './find-cut.ts';
import { turnBack } from './turn-back.ts';

/** A register as it was at the end of a day. */
export interface Past {
  readonly day: string;
  readonly cut: Cut;
  readonly register: RegisterFile;
}

interface Kept {
  readonly register: RegisterFile;
  readonly size: number;
  users: number;
}

/** Of copies nobody looks at, as many bytes stay in memory; the last one always. */
const mostBytes = 200_000_000;
const mostCopies = 6;

export const onlyForReading = (day: string) => (): Refusal => new Refusal('NOT_ALLOWED', `您正在看 ${dayWords(day)} 的登记册，只能看`, { remedy: '要改，请先回到今天' });

/** Past states of the open register, made when they are asked for; the last few are kept, for what is past stays as it is. */
export class PastRegisters {
  readonly #host: Host;
  /** By the command after which it stands, and the last command that changed what the log does not hold. */
  readonly #kept = new Map<string, Kept>();

  /** Where days end, found once a revision. */
  #cuts = { revision: -1, of: new Map<string, Cut>() };

  constructor(host: Host) {
    this.#host = host;
  }

  /** Works with the register as it was at the end of the day. Where nothing came since, that is the register itself. */
  async with<T>(register: RegisterFile, day: string, work: (past: Past) => Promise<T>): Promise<T> {
    const cut = this.#cut(register, day);
    if (cut.command === register.log.revision) return work({ day, cut, register });
    const kept = this.#of(register, day, cut);
    kept.users++;
    try {
      return await work({ day, cut, register: kept.register });
    } finally {
      kept.users--;
      this.#tidy();
    }
  }

  #cut(register: RegisterFile, day: string): Cut {
    const { revision } = register.log;
    if (this.#cuts.revision !== revision) this.#cuts = { revision, of: new Map() };
    let found = this.#cuts.of.get(day);
    if (!found) this.#cuts.of.set(day, (found = findCut(register, day)));
    return found;
  }

  #of(register: RegisterFile, day: string, { command }: Cut): Kept {
    const settings = register.sql("SELECT max(number) AS number FROM command WHERE kind = 'settings'").get() as { number: number | null };
    const key = `${command} ${settings.number ?? 0}`;
    let found = this.#kept.get(key);
    if (found) this.#kept.delete(key);
    else {
      const bytes = register.bytes();
      const { who } = this.#host;
      const copy = openCopy(bytes, { who, now: () => askedMoment(() => this.#host.now()), original: register, refusal: onlyForReading(day) }, (raw) => turnBack(raw, command, endOfDay(day)));
      found = { register: copy, size: bytes.length, users: 0 };
    }
    this.#kept.set(key, found);
    return found;
  }

  /** Lets go of what was looked at longest ago; a copy that is being read closes when that is over. */
  #tidy(): void {
    let bytes = 0;
    for (const [at, [key, kept]] of [...this.#kept].toReversed().entries()) {
      bytes += kept.size;
      if (at === 0 || (bytes <= mostBytes && at < mostCopies)) continue;
      if (kept.users > 0) continue;
      this.#kept.delete(key);
      kept.register.close();
    }
  }

  /** The register is closed: its past goes with it. */
  clear(): void {
    for (const { register } of this.#kept.values()) register.close();
    this.#kept.clear();
    this.#cuts = { revision: -1, of: new Map() };
  }
}
