import { Refusal } from '../../../shared/contract/errors.ts';
import type { FormWho } from '../../../shared/contract/templates.ts';
import { levelWords, type Level } from '../../../shared/papers/gate.ts';
import type { FormWord } from '../../../shared/templates/form.ts';
import { targetsOf } from '../../../shared/templates/form.ts';
import { opensTarget, targetLabel } from '../../../shared/templates/form-words.ts';
import { breathe, type Job } from '../jobs.ts';
import { plainFileName } from '../reporting/household-folder.ts';
import { letOut, mayLeave, type OutBook } from '../reporting/outgoing.ts';
import { zipOf, type ZipMember } from '../reporting/zip-writer.ts';
import type { RegisterFile } from '../storage/register-file.ts';
import type { Filling } from './form-value.ts';
import { makeFillings, type Fillings } from './make-fillings.ts';
import { blankOf, fillOne, fillSheets, mustAsk, openForm, type OpenForm } from './open-form.ts';
import { rememberForm } from './template-store.ts';

/** A form is held in memory as a whole; larger lists have their own writer. */
const mostRows = 20_000;

export interface FillAsked {
  readonly blank: File | number;
  readonly word?: FormWord | undefined;
  readonly who: FormWho;
  readonly year: number;
}

export interface Filled {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const fillingsOf = (register: RegisterFile, open: OpenForm, { who, year }: FillAsked, level: Level, today: string, by: string): Fillings =>
  makeFillings(register, { form: open.form, who, year, level, today, by, office: register.meta('office') ?? '' });

/** How much would be filled in. */
export async function countForm(register: RegisterFile, asked: FillAsked, today: string): Promise<{ readonly fillings: number; readonly rows: number }> {
  const open = await openForm(register, await blankOf(register, asked.blank), asked.word);
  const { fillings, rows } = fillingsOf(register, open, asked, 'full', today, '');
  return { fillings: fillings.length, rows };
}

/** Fills a blank form and notes that it left; the form is remembered in the register as it is now, also while a past day is looked at. */
export async function fillForm(register: RegisterFile, book: OutBook, asked: FillAsked & { readonly bundle: 'files' | 'sheets'; readonly level: Level; readonly reason: string }, today: string, job: Job): Promise<Filled> {
  const { level, reason } = asked;
  mayLeave(level, reason);
  const open = await openForm(register, await blankOf(register, asked.blank), asked.word);
  mustAsk(open);
  const found = fillingsOf(register, open, asked, level, today, book.host.who);
  if (found.rows > mostRows) throw new Refusal('FILE_TOO_LARGE', `要填 ${found.rows} 行，一次最多 ${mostRows} 行`, { where: open.blank.name, remedy: '请一个村一个村填，或者用“人员表、户表”导出' });
  const filled = await write(open, found.fillings, asked.bundle, book.host.now(), job);
  const name = level === 'full' ? filled.name : filled.name.replace(/(\.[^.]*)$/, `（${levelWords[level]}）$1`);
  const columns = targetsOf(open.form).filter((target) => opensTarget(target, level)).map(targetLabel);
  letOut(book, { what: `填表 ${open.blank.name}`, purpose: '填上级的表', level, reason, columns, rows: found.rows, households: found.households, members: found.members, file: name, bytes: filled.bytes });
  const { kind, form, fingerprint, blank } = open;
  rememberForm(book.present, { kind, form, fingerprint, file: blank.name, blank: blank.bytes, at: book.host.now().toISOString() });
  return { name, bytes: filled.bytes };
}

async function write(open: OpenForm, fillings: readonly Filling[], bundle: 'files' | 'sheets', at: Date, job: Job): Promise<Filled> {
  const [, base = open.blank.name] = /^(.*?)(?:\.[^.]*)?$/s.exec(open.blank.name) ?? [];
  const ending = /\.xlsm$/i.test(open.blank.name) ? 'xlsm' : open.kind;
  const [only, another] = fillings;
  if (only && !another) {
    job.tell('正在填表', 0, 1);
    await breathe(job);
    return { name: plainFileName(`${base}_${only.called || '已填'}`) + `.${ending}`, bytes: await fillOne(open, only, at) };
  }
  if (bundle === 'sheets' && open.kind === 'xlsx') return { name: `${plainFileName(`${base}_${fillings.length}份`)}.${ending}`, bytes: await fillSheets(open, fillings, at) };
  const members: ZipMember[] = [];
  const taken = new Set<string>();
  for (const [index, filling] of fillings.entries()) {
    job.tell('正在填表', index, fillings.length);
    await breathe(job);
    const wish = plainFileName(`${String(index + 1).padStart(3, '0')}_${filling.called}_${base}`);
    let name = `${wish}.${ending}`;
    for (let times = 2; taken.has(name); times++) name = `${wish}_${times}.${ending}`;
    taken.add(name);
    members.push({ name, bytes: await fillOne(open, filling, at) });
  }
  return { name: `${plainFileName(`${base}_${fillings.length}份`)}.zip`, bytes: zipOf(members, at) };
}
