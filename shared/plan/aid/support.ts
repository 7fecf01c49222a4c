import { numberOf, textOf, type MemberFacts } from '../../register/facts.ts';
import { onDibao, onTekun } from '../../register/who.ts';
import { isLow } from '../low-income.ts';
import { ofMember as recordsOfMember, type PlanHome } from '../targets/target.ts';
import { fen, monthsIn, ofHome, ofMember, type AidAt, type AidLine, type Calculator } from './calculator.ts';

const changeDay = (at: AidAt): string => `${at.year}-07-01`;
const dayBefore = (at: AidAt): string => `${at.year}-06-30`;
/** The plan's rise where the office has not written the new standard yet. */
const rise = 1.06;
const tekunTimes = 1.8;
const line = 600_000;

interface Standards {
  readonly old: number;
  readonly fresh: number;
  readonly guessed: boolean;
}

/** The yearly 低保 standard before and after the change, in fen; null while the old one is not written. */
function standards(at: AidAt): Standards | null {
  const old = fen(at, 'dibaoStandard', dayBefore(at));
  if (old === null) return null;
  const written = fen(at, 'dibaoStandard', changeDay(at));
  const guessed = written === null || written === old;
  return { old, fresh: guessed ? Math.round(old * rise) : written, guessed };
}

/** What somebody gets a month, by the newest list of the year that tells it. */
const monthly = (home: PlanHome, member: MemberFacts, at: AidAt, ledger: 'dibaoList' | 'tekunList'): number | null => {
  for (const { values } of recordsOfMember(home, member, ledger, at)) {
    const amount = numberOf(values, `${ledger}.amount`);
    if (amount !== null) return amount;
  }
  return null;
};

interface Rise {
  readonly member: MemberFacts;
  readonly now: number | null;
  readonly later: number | null;
}

/** Month by month: 低保 rises by the twelfth part of the standard's rise; 特困 to at least 1.8 times a twelfth of the new standard. */
function rises(home: PlanHome, at: AidAt): Rise[] {
  const found = standards(at);
  if (!found) return [];
  const step = Math.round((found.fresh - found.old) / 12);
  const written = fen(at, 'tekunStandard', changeDay(at));
  const floor = Math.round(Math.max(written ?? 0, found.fresh * tekunTimes) / 12);
  return home.here.flatMap((member): Rise[] => {
    if (onTekun(member)) {
      const now = monthly(home, member, at, 'tekunList');
      return [{ member, now, later: now === null ? null : Math.max(now, floor) }];
    }
    if (!onDibao(member)) return [];
    const now = monthly(home, member, at, 'dibaoList');
    return [{ member, now, later: now === null ? null : now + step }];
  });
}

export const dibaoTrial: Calculator = {
  key: 'dibao', title: '低保、特困调标试算', heads: ['调标后每月', '现在每月', '每月增加'], ledgers: ['dibaoList', 'tekunList'],
  means: '低保每月增加（新标准－旧标准）÷12；特困不低于新低保标准1.8倍÷12；新标准没有写的按旧标准提高6%试算；现在每月的数来自低保、特困名单',
  lacks: (at) => (standards(at) === null ? '“标准”里还没有填7月1日以前的农村低保标准' : ''),
  lines: (home, at) => rises(home, at).map(({ member, now, later }) => ofMember(home, member, { by: onTekun(member) ? '特困' : '低保', due: later, paid: now, note: now === null ? '名单上没有金额' : standards(at)?.guessed === true ? '新标准按提高6%试算' : '' })),
};

/** What the year's income will be with what is promised: registered, and the rise of 低保 and 特困 from July on. */
export const lineOf6000: Calculator = {
  key: 'line6000', title: '6000元线试算', heads: ['到线差额（户）', '调标今年增加', '还差'], ledgers: ['dibaoList', 'tekunList'],
  means: '现在人均纯收入低于6000元的户：到6000元全户还差多少，7月调标到年底能增加多少，还差多少；正好6000元不算低于',
  lines(home, at) {
    const { values } = home.household;
    const [perHead, size] = [numberOf(values, 'perCapitaIncome'), numberOf(values, 'yearSize') ?? numberOf(values, 'householdSize') ?? home.here.length];
    if (!isLow(home.household) || perHead === null || size === 0) return [];
    const gap = (line - perHead) * size;
    const more = rises(home, at).reduce((sum, { now, later }) => sum + (now === null || later === null ? 0 : later - now), 0) * monthsIn(`${at.year}-07`, `${at.year}-12`);
    const left = Math.max(0, monthsIn(at.day.slice(0, 7), `${at.year}-12`));
    const still = Math.max(0, gap - more);
    return [ofHome(home, { by: `人均 ${(perHead / 100).toFixed(2)} 元，${size} 人`, due: gap, paid: more, owed: still, note: still === 0 ? '调标以后到线' : left === 0 ? '今年没有剩下的月份' : `到年底还有 ${left} 个月，每月要再增加 ${(Math.ceil(still / left) / 100).toFixed(2)} 元` })];
  },
};

export const taper: Calculator = {
  key: 'taper', title: '低保渐退倒计时', heads: ['最长月数', '已渐退月数', '还剩月数'], ledgers: ['dibaoList'],
  means: '低保名单上写了渐退起始月的人，从起始月数起，最长12个月；第10、11、12个月提醒。三个数都是月数',
  lines: (home, at) => home.here.flatMap((member) => recordsOfMember(home, member, 'dibaoList', at).flatMap(({ values }): AidLine[] => {
    const since = textOf(values, 'dibaoList.taperSince');
    const month = at.day.slice(0, 7);
    if (since === '' || since > month) return [];
    const until = textOf(values, 'dibaoList.taperUntil');
    const gone = monthsIn(since, until !== '' && until < month ? until : month);
    return [ofMember(home, member, { by: `从 ${since} 起`, due: 12, paid: gone, note: gone > 12 ? '已超过12个月' : until !== '' && until <= month ? '已结束' : gone >= 10 ? `第 ${gone} 个月，请准备退出` : '' })];
  })),
};
