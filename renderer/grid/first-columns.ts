import type { Field } from '../../shared/register/field.ts';
import type { LedgerSubject } from '../../shared/register/ledgers/ledger.ts';
import type { RecordSubject } from '../../shared/sheets/subject.ts';
import type { Table } from '../../shared/sheets/table.ts';

/** What a new user sees, in order; the rest is one click away under 列. */
interface Look {
  /** Stay at the left, under a head of their own. */
  readonly frozen: readonly string[];
  readonly frozenHead: string;
  readonly first: readonly string[];
}

const ofRecords: Readonly<Record<RecordSubject, Look>> = {
  people: {
    frozen: ['householdNo', 'name'],
    frozenHead: '人',
    first: [
      'relation', 'sex', 'birthDate', 'identityNo', 'memberPhone', 'disabilityKind',
      'town', 'village', 'group',
      'education', 'schooling', 'health',
      'labour', 'workArea', 'workMonths',
      'dibao', 'tekun', 'residentMedical', 'seriousIllness', 'residentPension',
      'householdSize', 'liftState', 'householdKind', 'mainCause',
      'perCapitaIncome', 'householdPhone',
    ],
  },
  households: {
    frozen: ['householdNo', 'headName'],
    frozenHead: '户',
    first: [
      'town', 'village', 'group',
      'householdPhone', 'standard', 'liftYear',
      'householdSize', 'liftState', 'householdKind', 'mainCause', 'secondCause',
      'wageIncome', 'businessIncome', 'propertyIncome', 'transferIncome', 'businessCost', 'totalIncome', 'netIncome', 'perCapitaIncome',
      'dangerousHouse', 'houseLevel', 'safeWater', 'toilet',
      'helpKind', 'helpMeasures',
    ],
  },
};

/** Whom a record is about stands before its year and its own fields. */
const ofLedgers: Readonly<Record<LedgerSubject, Look>> = {
  member: { frozen: ['householdNo', 'name'], frozenHead: '人', first: ['identityNo', 'headName', 'village'] },
  household: { frozen: ['householdNo', 'headName'], frozenHead: '户', first: ['village'] },
  nobody: { frozen: [], frozenHead: '', first: [] },
};

const isShelved = ({ own }: Field): boolean => own?.state === 'shelved';

export function lookOf({ subject, title, ledger, named, fields }: Table): Look {
  if (subject === 'helpers') return { frozen: ['householdNo', 'headName'], frozenHead: '户', first: ['helperName', 'helperUnit', 'helperPost', 'helperPhone', 'helpFrom', 'helpUntil', 'stationed'] };
  if (!ledger) {
    const look = subject === 'people' ? ofRecords.people : ofRecords.households;
    const own = fields.filter((field) => field.own && !isShelved(field)).map(({ key }) => key);
    return { ...look, first: [...look.first, ...own] };
  }
  const { frozen, frozenHead, first } = ofLedgers[ledger.about];
  return {
    frozen: ledger.about === 'nobody' ? named.slice(0, 1) : frozen,
    frozenHead: frozenHead || title,
    first: [...first, ...(ledger.year === 'none' ? [] : ['year']), ...ledger.fields.filter((field) => !isShelved(field)).map(({ key }) => key)],
  };
}

/** Where the cursor goes when a row is shown and nobody has chosen a column: on its name. */
export const nameColumn = (table: Table): string => lookOf(table).frozen.at(-1) ?? table.fields[0]?.key ?? '';
