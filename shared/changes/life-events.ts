import { headReasons, joinReasons, leaveReasons } from '../register/ledgers/movements.ts';
import type { EventKind } from './plan-types.ts';

/** The reason whose day is the person's own. */
export const birth = '出生';

/** The reasons that an event may have, as the import offers them and the card. */
export const eventReasons: Readonly<Record<EventKind, readonly string[]>> = {
  join: joinReasons,
  leave: leaveReasons,
  move: ['婚嫁', '投靠亲属', '分户', '并户', '原登记有误', '其他'],
  split: ['分户', '婚嫁', '其他'],
  merge: ['并户', '投靠亲属', '其他'],
  head: headReasons,
  status: [],
};

/** A household that is entered because it was identified anew; its status line begins with it. */
export const identifiedAnew = '新识别';
/** Why a whole household comes into the register. */
export const householdArrivals = [identifiedAnew, '户籍迁入', '漏登补录', '其他'] as const;

/** How a movement is called in the ledger. */
export const movementKinds: Readonly<Record<Exclude<EventKind, 'status'>, string>> = { join: '增加', leave: '减少', move: '转户', split: '分户', merge: '并户', head: '变更户主' };

const movedOut = new Set(['户籍迁出', '婚出', '分户', '并户']);

/** The state that somebody gets who goes for a reason. */
export const stateAfter = (reason: string): string => (reason === '死亡' ? '死亡' : reason === '清退' ? '清退' : movedOut.has(reason) ? '转出' : '减少');

/** What happens to a household's status, and which of its own fields tell it then. */
export interface StatusChange {
  readonly kind: string;
  /** What the detail says, and the field that it is a value of; null: a free word. */
  readonly detail: string | null;
  /** Fields of the household that get the month (or, with a year's kind, its year) and fields that get a fixed word. */
  readonly dated: readonly string[];
  readonly says: Readonly<Record<string, string>>;
  readonly note: string;
}

/** The status line of a household: each step with what it writes besides its record. */
export const statusChanges: readonly StatusChange[] = [
  { kind: '识别', detail: 'householdKind', dated: ['firstIdentified'], says: { liftState: '未脱贫' }, note: '纳入建档立卡；写明户属性' },
  { kind: '脱贫', detail: 'liftState', dated: ['liftYear'], says: {}, note: '达到退出标准；写明是否继续享受政策' },
  { kind: '返贫', detail: 'relapseCause', dated: [], says: { liftState: '返贫' }, note: '脱贫后又返贫；写明返贫原因' },
  { kind: '纳入监测', detail: 'monitoredKind', dated: ['riskIdentified'], says: { riskCleared: '否' }, note: '纳入监测对象；写明类别' },
  { kind: '风险消除', detail: null, dated: ['riskClearedOn'], says: { riskCleared: '是' }, note: '监测对象风险已消除' },
  { kind: '清退', detail: null, dated: [], says: {}, note: '不符合条件，整户退出；成员都记为清退' },
];
