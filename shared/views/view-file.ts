import { z } from 'zod';
import { Refusal } from '../contract/errors.ts';
import { subject } from '../contract/tables.ts';
import type { Subject } from '../sheets/subject.ts';
import { tableOf } from '../sheets/table.ts';
import { viewBody, type ViewBody } from './view.ts';

const kind = 'mingce-views';
const version = 1;

const fileSchema = z.object({
  kind: z.literal(kind),
  version: z.int(),
  views: z.array(z.object({ subject: z.string().max(200), name: z.string().trim().min(1).max(40), body: z.unknown() })).max(200),
});

export interface NamedView {
  readonly subject: Subject;
  readonly name: string;
  readonly body: ViewBody;
}

/** Views as a file for a colleague: names of columns and conditions, no rows. */
export const viewFile = (views: readonly NamedView[]): string => JSON.stringify({ kind, version, views: views.map(({ subject: of, name, body }) => ({ subject: of, name, body })) }, null, 1);

export interface FittedView {
  readonly body: ViewBody;
  /** What was left out, in the clerk's words. */
  readonly left: readonly string[];
}

/** A view as this register can show it: what names a column that there is not is left out and told. */
export function fitView(of: Subject, body: ViewBody): FittedView {
  const known = new Map(tableOf(of).fields.map(({ key, label }) => [key, label]));
  const left = new Set<string>();
  const has = (what: string) => ({ field }: { readonly field: string }): boolean => {
    if (field === '' || known.has(field)) return true;
    left.add(`${what}“${field}”：这里没有这一列`);
    return false;
  };
  // A list of names is of the register that froze it.
  const own = (filter: ViewBody['filters'][number]): boolean => has('条件')(filter);
  return {
    body: {
      ...body,
      columns: body.columns?.filter(has('列')) ?? null,
      filters: body.filters.filter(own),
      sorts: body.sorts.filter(has('排序')),
      formats: body.formats.filter(({ when }) => when.field !== '' && has('格式')(when)),
    },
    left: [...left],
  };
}

/** Reads a file of views. A file that is none of ours is refused; of a view that cannot be read at all the name is told. */
export function readViewFile(text: string, file: string): { readonly views: readonly NamedView[]; readonly left: readonly string[] } {
  const refuse = (what: string, remedy: string): Refusal => new Refusal('NOT_ALLOWED', what, { where: file, remedy });
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw refuse('这个文件不是视图文件', '请选“导出视图”存成的 .json 文件');
  }
  const read = fileSchema.safeParse(json);
  if (!read.success) throw refuse('这个文件不是视图文件', '请选“导出视图”存成的 .json 文件');
  if (read.data.version > version) throw refuse('这个视图文件是更新版本的明册导出的', '请安装新版明册，或者请同事用同一版本导出');
  const left: string[] = [];
  const views = read.data.views.flatMap(({ subject: named, name, body }): NamedView[] => {
    const of = subject.safeParse(named);
    const taken = viewBody.safeParse(body);
    if (!of.success || !taken.success) {
      left.push(`视图“${name}”：${of.success ? '内容读不懂' : '这里没有这张表'}，整个没有收`);
      return [];
    }
    const ofLists = taken.data.filters.filter((filter) => filter.test === 'group' && filter.group === 'frozenList');
    const fitted = fitView(of.data, { ...taken.data, filters: taken.data.filters.filter((filter) => !ofLists.includes(filter)) });
    left.push(...[...fitted.left, ...(ofLists.length > 0 ? ['条件“在名单里”：冻结名单不随视图走'] : [])].map((what) => `视图“${name}”的${what}，没有收`));
    return [{ subject: of.data, name, body: fitted.body }];
  });
  return { views, left };
}
