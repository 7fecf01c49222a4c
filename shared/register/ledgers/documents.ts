import { documentKinds } from '../codes/document-codes.ts';
import { ledger } from './ledger.ts';

/**
 * Papers and photos of households, and of records that are about nobody. What a record says is a ledger like any other, so that log, undo, history, grid and
 * restoring know it; the content itself stands once by its SHA-256 in `documentContent` and never in the log. A record
 * without a content is a paper that lies in the cabinet alone. It may prove one record of another ledger: a measure, a visit.
 */
export const documentLedgers = [
  ledger({
    key: 'document',
    label: '材料',
    about: 'household',
    department: '扶贫办',
    apart: 'everywhere',
    fields: (f) => [
      f('kind', '材料种类', documentKinds, { width: 30 }),
      f('title', '材料名称', 'text', { width: 36 }),
      f('whose', '材料所属人', 'name'),
      f('on', '材料日期', 'date'),
      f('place', '纸质存放处', 'text', { width: 30 }),
      f('remark', '材料备注', 'text', { width: 36 }),
      f('file', '文件名', 'text', { width: 36 }),
      f('bytes', '文件大小（字节）', 'count'),
      f('type', '文件类型', 'text'),
      f('sha', '文件校验码', 'text', { width: 60 }),
      f('of', '所属记录编号', 'text', { width: 36 }),
      f('about', '所属记录', 'text', { width: 44 }),
    ],
    keys: ['kind', 'title', 'whose', 'sha', 'of'],
    needs: ['kind'],
    papers: null,
    made: ['file', 'bytes', 'type', 'sha', 'of', 'about'],
    year: { of: 'on' },
    sheet: null,
  }),
] as const;
