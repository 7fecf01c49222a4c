import type { Step } from '../../../shared/changes/steps.ts';
import { readPlanRow, type StoredPlanRow } from './plan-row.ts';
import { planStore } from './plan-store.ts';
import type { Absence, Absent } from './absence.ts';
import type { BookedEvent, HeadClaim } from './event-book.ts';
import type { Planning } from './planning.ts';

/** How many may be missing for each one named, and the sheet still tell of whole households. */
const wholeLess = 1 / 3;

/** Makes the events of an import whole, once all of its rows are planned, and stores them with the plan. */
export function finishEvents(planning: Planning, batch: number, missing: readonly { readonly absence: Absence; readonly absent: readonly Absent[]; readonly file: string; readonly day: string }[]): number {
  const { register, events } = planning;
  const all: BookedEvent[] = [...splitsAndMerges(planning, events.events)];
  for (const claim of events.heads.values()) all.push(headEvent(planning, batch, claim));
  const moved = new Set(all.flatMap(({ detail }) => detail.memberIds));
  for (const { absence, absent, file, day } of missing) {
    const gone = absent.filter(({ memberId, householdId }) => memberId !== null && absence.names(householdId)).length;
    // Where many of the households that it names are not whole, the sheet does not list everybody: a list of heads, of the sick.
    if (gone > Math.max(1, absence.seen.subjects * wholeLess)) continue;
    for (const { memberId, householdId, name, householdNo } of absent) {
      // A household that is missing as a whole is listed as absent; a member missing from a household that is there may have gone.
      if (memberId === null || moved.has(memberId) || !absence.names(householdId)) continue;
      moved.add(memberId);
      all.push({
        kind: 'leave',
        accepted: false,
        detail: { what: `${name}：户 ${householdNo ?? ''} 的表里没有`, householdId, memberIds: [memberId], reason: '', on: day, paper: '', sheet: null, file, row: null },
      });
    }
  }
  planStore.addEvents(register, batch, all);
  return all.length;
}

/** Several members who go from one household to another are one event: everybody there is 并户, some of them 分户. */
function splitsAndMerges(planning: Planning, events: readonly BookedEvent[]): BookedEvent[] {
  const { register, draft } = planning;
  const moves = Map.groupBy(events.filter(({ kind }) => kind === 'move'), ({ detail }) => `${detail.householdId}|${detail.to}`);
  const others = events.filter(({ kind }) => kind !== 'move');
  const joined = [...moves.values()].flatMap((group): BookedEvent[] => {
    const [first] = group;
    if (!first || first.detail.to === undefined) return [];
    const people = [...new Map(group.map((each) => [each.detail.memberIds[0], each])).values()];
    const { n } = register.sql('SELECT count(*) AS n FROM member WHERE householdId = ?').get(first.detail.householdId) as { n: number };
    const whole = people.length === n;
    if (people.length === 1 && !whole) return people;
    const fresh = draft.isNew(first.detail.to);
    const kind = whole && !fresh ? 'merge' : people.length > 1 ? 'split' : 'move';
    const names = people.map(({ detail }) => detail.what.split('：')[0]).join('、');
    const [from, to] = [first.detail.householdId, first.detail.to].map((id) => String(draft.value('household', id, 'householdNo') ?? ''));
    return [{
      kind,
      accepted: false,
      detail: {
        ...first.detail,
        what: `${kind === 'merge' ? '并户' : kind === 'split' ? '分户' : '转户'}：${names} 从户 ${from} 到户 ${to}`,
        memberIds: people.flatMap(({ detail }) => detail.memberIds),
        relations: Object.assign({}, ...people.map(({ detail }) => detail.relations ?? {})) as Record<string, string>,
        reason: kind === 'merge' ? '并户' : kind === 'split' ? '分户' : '',
      },
    }];
  });
  return [...others, ...joined];
}

/**
 * A change of head. The relations of the others are told relative to the new head: they wait for the event too, so the
 * rows that are stored already are told so.
 */
function headEvent(planning: Planning, batch: number, claim: HeadClaim): BookedEvent {
  const { register } = planning;
  const relations: Record<string, string> = { ...claim.relations };
  const stored = register.sql('SELECT * FROM planRow WHERE batch = ? AND grouping = ?').all(batch, claim.householdId) as Record<string, unknown>[];
  for (const row of stored) withheld(planning, batch, readPlanRow(register, row), relations);
  const memberIds = claim.memberId === undefined ? [] : [claim.memberId];
  return {
    kind: 'head',
    accepted: false,
    detail: {
      what: planning.events.confirmed.has(claim.householdId) ? (claim.both ?? claim.what) : claim.what, householdId: claim.householdId, memberIds, reason: '', on: claim.on, paper: '', sheet: claim.sheet, file: claim.file, row: claim.row, relations,
      ...(claim.fresh && claim.memberId === undefined ? { fresh: claim.fresh } : {}),
    },
  };
}

function withheld(planning: Planning, batch: number, row: StoredPlanRow, relations: Record<string, string>): void {
  let changed = false;
  const steps = row.steps.map((step): Step => {
    if (step[0] !== 'set' || step[1] !== 'member' || step[3] !== 'relation') return step;
    changed = true;
    relations[step[2]] = String(step[5]);
    return ['keep', 'member', step[2], 'relation', step[4], step[5], 'event'];
  });
  if (changed) planStore.rewrite(planning.register, batch, row.position, 'conflict', steps);
}
