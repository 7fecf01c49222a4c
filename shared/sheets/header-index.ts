import { following } from '../register/own/spoken.ts';
import { vocabulary } from '../register/vocabulary.ts';
import { normalHeader } from './header-text.ts';

/** What a column of a file is: a field of the vocabulary, or one of the columns that are no field of anybody. */
export type Target = string | '#ordinal' | '#year' | '#dataDate' | '#note' | '#leave';

/** The columns that a sheet handed back for mending has at its end; they say nothing when it comes again. */
export const mendingHeaders = ['没收的原因', '怎么改'] as const;
/** The year of the rows handed back, where nothing of their own tells it any more. */
export const mendingYear = '归到年度';
/** The same at the end of a list that was held against the register and goes back to its department. */
export const matchingHeaders = ['比对结果', '比对说明'] as const;

const special: Readonly<Record<string, Target>> = {
  序号: '#ordinal',
  编号: '#ordinal',
  NO: '#ordinal',
  SUOYIN: '#ordinal',
  年度: '#year',
  年份: '#year',
  数据年度: '#year',
  收入年份: '#year',
  归属年度: '#year',
  AAR040: '#year',
  [mendingYear]: '#year',
  数据日期: '#dataDate',
  没收的原因: '#note',
  怎么改: '#note',
  比对结果: '#note',
  比对说明: '#note',
};

const general = following(() => {
  const found = new Map<string, Target>(Object.entries(special));
  // A built-in field stands above an own column that names the same header.
  for (const field of vocabulary().toSorted((a, b) => Number(a.own !== undefined) - Number(b.own !== undefined))) {
    // A ledger's headers mean its fields on its own sheets alone.
    if (field.entity === 'entry') continue;
    for (const header of [field.label, ...field.also]) {
      const normal = normalHeader(header);
      if (!found.has(normal)) found.set(normal, field.key);
    }
  }
  return found;
});

const ours = new Set([...mendingHeaders, mendingYear, ...matchingHeaders].map(normalHeader));
/** Whether a header is one that this program put beside the sheet's own when it handed it back: the layout is the same without it. */
export const isOurs = (header: string): boolean => ours.has(normalHeader(header));

/** The field that a header means where its sheet says nothing else. */
export const targetOf = (header: string): Target | undefined => general().get(normalHeader(header));
