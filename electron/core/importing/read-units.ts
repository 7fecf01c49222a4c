import type { Field } from '../../../shared/register/field.ts';

type MoneyUnit = '元' | '万元';

/** The one unit of money that a text names. */
function unitIn(text: string): MoneyUnit | null {
  const bare = text.replace(/\s+/g, '');
  const tenThousands = bare.includes('万元');
  const yuan = /[(（/、，,:：]元/.test(bare);
  return tenThousands === yuan ? null : tenThousands ? '万元' : '元';
}

/** In which unit the register holds amounts of the field; null where it is no amount. */
const unitOf = ({ unit, label, also }: Field): MoneyUnit | null => (unit === '元' ? '元' : [label, ...also].some((header) => header.includes('万元')) ? '万元' : null);

/**
 * The unit in which a sheet states a field's amounts where the register holds them in another: by the column's header, else by
 * 单位：… above the table. Taken as they stand they would be ten thousand times too much, or too little.
 */
export function otherUnit(field: Field, header: string, titles: readonly string[]): { readonly stated: MoneyUnit; readonly held: MoneyUnit } | null {
  const held = unitOf(field);
  if (held === null) return null;
  const said = titles.flatMap((title) => title.match(/(?<!填报|报送|主管|责任)单位\s*[:：][^:：]*/g) ?? []).find((unit) => unitIn(unit) !== null);
  const stated = unitIn(header) ?? unitIn(said ?? '');
  return stated === null || stated === held ? null : { stated, held };
}
