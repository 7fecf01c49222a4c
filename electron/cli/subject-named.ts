import { recordSubjects, ledgerSubject, helperSubject, type Subject } from '../../shared/sheets/subject.ts';
import { findLedger, ledgers } from '../../shared/register/ledgers/index.ts';
import type { Ledger } from '../../shared/register/ledgers/ledger.ts';
import { WrongUsage } from './command.ts';

/** A ledger by key or name. */
export function ledgerNamed(name: string): Ledger {
  const found = findLedger(name) ?? ledgers.find(({ label }) => label === name);
  if (!found) throw new WrongUsage(`没有“${name}”这本台账`);
  return found;
}

const named: readonly Subject[] = [...recordSubjects, helperSubject];

/** households, people, helpers, or a ledger by key or name. */
export const subjectNamed = (name: string): Subject => named.find((each) => each === name) ?? ledgerSubject(ledgerNamed(name).key);
