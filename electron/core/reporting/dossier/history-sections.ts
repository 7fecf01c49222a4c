import type { Block } from '../../../../shared/papers/paper.ts';
import type { RecordFacts } from '../../../../shared/register/facts.ts';
import { ledgerOf, ledgers } from '../../../../shared/register/ledgers/index.ts';
import { amongOthers, type Ledger } from '../../../../shared/register/ledgers/ledger.ts';
import { statusLine } from '../../../../shared/register/ledgers/status-line.ts';
import { storedFields } from '../../../../shared/register/vocabulary.ts';
import { column, pairsOf, said, tableOf, type DossierGround } from './dossier-section.ts';

/** Ledgers whose records a dossier holds. */
export const dossierLedgers: readonly string[] = ledgers.filter(({ about, place }) => about !== 'nobody' && place === 'ledgers').map(({ key }) => key);

/** How its status went and who came and went, each with its paper. */
export function storyBlocks(ground: DossierGround): Block[] {
  const { values, records } = ground.household;
  const line = statusLine(values, records['status'] ?? []).map((step) => [step.on || '日期未记', step.what, step.detail, step.paper]);
  const moves = ground.movements.map(({ name, values: told }) => [said(ground, told, 'movement.on') || '日期未记', name, ...['kind', 'reason', 'paper'].map((key) => said(ground, told, `movement.${key}`))]);
  return [
    ...tableOf('户状态', [column('时间', 16), column('变动', 18), column('内容', 33, 'left'), column('依据材料', 33, 'left')], line),
    ...tableOf('人口变动', [column('日期', 17), column('姓名', 15), column('变动', 15), column('原因', 23, 'left'), column('依据材料', 30, 'left')], moves),
  ];
}

/** A record in words: every value that it holds, under its label. */
const inWords = (ground: DossierGround, ledger: Ledger, { values }: RecordFacts): string => pairsOf(ground, ledger.fields, values).map(({ label, value }) => `${label} ${value}`).join('；');

function recordsTable(ground: DossierGround, ledger: Ledger): Block[] {
  const rows = (ground.household.records[ledger.key] ?? []).map((record) => {
    const member = ground.household.members.find(({ id }) => id === record.memberId);
    return [record.year === null ? '' : String(record.year), member ? said(ground, member.values, 'name') : '', inWords(ground, ledger, record)];
  });
  return tableOf(`${ledger.label}（${rows.length}条）`, [column('年度', 10), column('姓名', 13), column('内容', 77, 'left')], rows);
}

const helperColumns = [['helperName', '姓名', 15], ['helperUnit', '单位', 26], ['helperPost', '职务', 14], ['helperPhone', '手机号', 17], ['helpFrom', '开始', 14], ['helpUntil', '终止', 14]] as const;

/** Who helps, since when, and what is done for the household. */
export function helpBlocks(ground: DossierGround): Block[] {
  const { helpers, values } = ground.household;
  const pairs = pairsOf(ground, storedFields('householdYear').filter(({ group }) => group === '帮扶'), values);
  return [
    ...tableOf('帮扶责任人', helperColumns.map(([, head, share]) => column(head, share)), helpers.map(({ values: told }) => helperColumns.map(([key]) => said(ground, told, key)))),
    ...(pairs.length === 0 ? [] : [{ kind: 'facts', heading: `${ground.household.year}年的帮扶`, across: 1, pairs } as const]),
    ...recordsTable(ground, ledgerOf('measure')),
  ];
}

/** Whatever else the ledgers hold of the household and its people, ledger by ledger. */
export const ledgerBlocks = (ground: DossierGround): Block[] => ledgers.filter((each) => dossierLedgers.includes(each.key) && amongOthers(each, 'dossier')).flatMap((ledger) => recordsTable(ground, ledger));
