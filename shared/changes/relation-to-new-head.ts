/** Who the former head is to the new one, by what the new one was to him or her. */
const formerHead: Readonly<Record<string, readonly [ofMan: string, ofWoman: string]>> = {
  配偶: ['配偶', '配偶'],
  之子: ['之父', '之母'],
  之女: ['之父', '之母'],
  之父: ['之子', '之女'],
  之母: ['之子', '之女'],
  之儿媳: ['之公公', '之婆婆'],
  之女婿: ['之岳父', '之岳母'],
  之岳父: ['之女婿', '之儿媳'],
  之岳母: ['之女婿', '之儿媳'],
  之公公: ['之女婿', '之儿媳'],
  之婆婆: ['之女婿', '之儿媳'],
  之孙子: ['之祖父', '之祖母'],
  之孙女: ['之祖父', '之祖母'],
  之外孙子: ['之外祖父', '之外祖母'],
  之外孙女: ['之外祖父', '之外祖母'],
  之兄弟姐妹: ['之兄弟姐妹', '之兄弟姐妹'],
};

/** The others, where the spouse becomes head: children stay children, parents change sides. */
const bySpouse = (woman: boolean): Readonly<Record<string, string>> => ({
  之父: woman ? '之公公' : '之岳父',
  之母: woman ? '之婆婆' : '之岳母',
  之岳父: '之父',
  之岳母: '之母',
  之公公: '之父',
  之婆婆: '之母',
  ...Object.fromEntries(['之子', '之女', '之儿媳', '之女婿', '之孙子', '之孙女', '之外孙子', '之外孙女', '之曾孙子', '之曾孙女'].map((same) => [same, same])),
});

/** The others, where a child becomes head. Whose child or wife a grandchild or daughter-in-law is, nobody has told. */
const byChild = (formerIsWoman: boolean): Readonly<Record<string, string>> => ({
  配偶: formerIsWoman ? '之父' : '之母',
  之子: '之兄弟姐妹',
  之女: '之兄弟姐妹',
  之父: formerIsWoman ? '之外祖父' : '之祖父',
  之母: formerIsWoman ? '之外祖母' : '之祖母',
});

export interface InFamily {
  readonly relation: string;
  readonly sex: string;
}

/**
 * What somebody would be to a new head, as far as it follows from what both were to the former one; '' where it does not
 * follow. A proposal: the clerk confirms it.
 */
export function relationToNewHead(person: InFamily, newHead: InFamily, former: InFamily): string {
  const woman = former.sex === '女';
  if (former.sex !== '男' && !woman) return '';
  if (person.relation === '户主') return formerHead[newHead.relation]?.[woman ? 1 : 0] ?? '';
  if (newHead.relation === '配偶') return (newHead.sex === '男' || newHead.sex === '女' ? bySpouse(newHead.sex === '女')[person.relation] : undefined) ?? '';
  if (newHead.relation === '之子' || newHead.relation === '之女') return byChild(woman)[person.relation] ?? '';
  return '';
}
