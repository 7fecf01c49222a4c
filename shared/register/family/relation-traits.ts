/** What a relation to the head says of somebody: how many generations below the head (above: negative), sex, and how related. */
export interface RelationTraits {
  readonly generation: number;
  readonly sex: '男' | '女' | null;
  /** blood: descends from or is an ancestor of the head; married: came by marriage; beside: brothers, nephews, uncles. */
  readonly way: 'head' | 'spouse' | 'blood' | 'married' | 'beside';
  /** More than one of them cannot be. */
  readonly once: boolean;
}

const traits = (generation: number, sex: RelationTraits['sex'], way: RelationTraits['way'], once = false): RelationTraits => ({ generation, sex, way, once });

/** The dictionary of relations (codes/person-codes.ts) but 其他, of which nothing is known. */
export const relationTraits: Readonly<Record<string, RelationTraits>> = {
  户主: traits(0, null, 'head', true),
  配偶: traits(0, null, 'spouse', true),
  之子: traits(1, '男', 'blood'),
  之女: traits(1, '女', 'blood'),
  之儿媳: traits(1, '女', 'married'),
  之女婿: traits(1, '男', 'married'),
  之孙子: traits(2, '男', 'blood'),
  之孙女: traits(2, '女', 'blood'),
  之外孙子: traits(2, '男', 'blood'),
  之外孙女: traits(2, '女', 'blood'),
  之父: traits(-1, '男', 'blood', true),
  之母: traits(-1, '女', 'blood', true),
  之岳父: traits(-1, '男', 'married', true),
  之岳母: traits(-1, '女', 'married', true),
  之公公: traits(-1, '男', 'married', true),
  之婆婆: traits(-1, '女', 'married', true),
  之祖父: traits(-2, '男', 'blood', true),
  之祖母: traits(-2, '女', 'blood', true),
  之外祖父: traits(-2, '男', 'blood', true),
  之外祖母: traits(-2, '女', 'blood', true),
  之兄弟姐妹: traits(0, null, 'beside'),
  之曾孙子: traits(3, '男', 'blood'),
  之曾孙女: traits(3, '女', 'blood'),
  之侄儿: traits(1, '男', 'beside'),
  之侄女: traits(1, '女', 'beside'),
  之兄弟媳妇: traits(0, '女', 'beside'),
  之叔伯: traits(-1, '男', 'beside'),
};
