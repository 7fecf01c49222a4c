import type { Subject } from '../../shared/sheets/subject.ts';

/** What a new user sees, in order; the rest of the vocabulary is one click away under 列. The first ones stay frozen. */
export const frozenColumns: Readonly<Record<Subject, readonly string[]>> = {
  people: ['householdNo', 'name'],
  households: ['householdNo', 'headName'],
};

export const firstColumns: Readonly<Record<Subject, readonly string[]>> = {
  people: [
    'relation', 'sex', 'birthDate', 'identityNo', 'memberPhone', 'disabilityKind',
    'town', 'village', 'group',
    'education', 'schooling', 'health',
    'labour', 'workArea', 'workMonths',
    'dibao', 'tekun', 'residentMedical', 'seriousIllness', 'residentPension',
    'householdSize', 'liftState', 'householdKind', 'mainCause',
    'perCapitaIncome', 'householdPhone',
  ],
  households: [
    'town', 'village', 'group',
    'householdPhone', 'standard', 'liftYear',
    'householdSize', 'liftState', 'householdKind', 'mainCause', 'secondCause',
    'wageIncome', 'businessIncome', 'propertyIncome', 'transferIncome', 'businessCost', 'totalIncome', 'netIncome', 'perCapitaIncome',
    'dangerousHouse', 'houseLevel', 'safeWater', 'toilet',
    'helpKind', 'helpMeasures',
  ],
};
