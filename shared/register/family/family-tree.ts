import { ageOn, birthOf } from '../age.ts';
import { textOf, type Values } from '../facts.ts';
import { goneStates } from '../member-state.ts';
import { relationTraits } from './relation-traits.ts';

export interface FamilyMember {
  readonly id: string;
  readonly values: Values;
}

/** Somebody in the drawing; rows count down from the oldest generation, columns from the left. */
export interface TreePerson {
  readonly id: string;
  readonly name: string;
  readonly relation: string;
  readonly age: number | null;
  /** 死亡, 转出 …; '' for who lives there. */
  readonly gone: string;
  readonly row: number;
  readonly column: number;
  /** What cannot be, or hardly, in the clerk's words. */
  readonly oddities: readonly string[];
}

export interface FamilyTree {
  readonly people: readonly TreePerson[];
  readonly rows: number;
  readonly columns: number;
  /** Pairs who are husband and wife, and lines from a generation to the one below. */
  readonly couples: readonly (readonly [string, string])[];
  readonly descents: readonly (readonly [parent: string, child: string])[];
  /** Oddities of the family as a whole. */
  readonly oddities: readonly string[];
}

/** Nobody has a child below it; the least that a rule book calls impossible between parent and child (R027). */
const leastGeneration = 12;

const others: Readonly<Record<string, string>> = { 之父: '之母', 之岳父: '之岳母', 之公公: '之婆婆', 之祖父: '之祖母', 之外祖父: '之外祖母' };
/** Left to right within a generation: the head's side, the head, by marriage, beside. */
const order = ['之祖父', '之祖母', '之外祖父', '之外祖母', '之叔伯', '之父', '之母', '之岳父', '之岳母', '之公公', '之婆婆', '之兄弟姐妹', '之兄弟媳妇', '户主', '配偶', '之子', '之儿媳', '之女', '之女婿', '之侄儿', '之侄女', '之孙子', '之孙女', '之外孙子', '之外孙女', '之曾孙子', '之曾孙女'];

const isHere = ({ values }: FamilyMember): boolean => !goneStates.has(textOf(values, 'memberState'));

const yearsBetween = (older: string, younger: string): number => Number(younger.slice(0, 4)) - Number(older.slice(0, 4)) - (younger.slice(5) < older.slice(5) ? 1 : 0);

/** What is odd about somebody beside the head of the household. */
function odditiesOf(member: FamilyMember, head: FamilyMember | undefined, day: string): string[] {
  const { values } = member;
  const relation = textOf(values, 'relation');
  const found: string[] = [];
  const birth = birthOf(values);
  const traits = relationTraits[relation];
  if (birth !== '' && birth > day) found.push('出生日期在将来');
  if (birth !== '' && birth <= day && ageOn(values, day) === null) found.push('年龄超过 130 岁');
  // Who died as head is nothing to the next one on any sheet.
  if (relation === '' && isHere(member)) found.push('没有写与户主关系');
  if (!traits) return found;
  const sex = textOf(values, 'sex');
  if (traits.sex !== null && (sex === '男' || sex === '女') && sex !== traits.sex) found.push(`关系是“${relation}”，性别是${sex}`);
  if (!head || traits.way === 'head') return found;
  if (relation === '配偶') {
    if (sex !== '' && sex === textOf(head.values, 'sex')) found.push('与户主性别相同');
    const age = ageOn(values, day);
    if (age !== null && age < 16) found.push(`${age} 岁，是户主的配偶`);
    return found;
  }
  const headBirth = birthOf(head.values);
  if (birth === '' || headBirth === '' || traits.way === 'beside' || traits.generation === 0) return found;
  const down = traits.generation > 0;
  const gap = down ? yearsBetween(headBirth, birth) : yearsBetween(birth, headBirth);
  const least = leastGeneration * Math.abs(traits.generation);
  if (gap < 0) found.push(down ? '比户主年长' : '比户主年轻');
  else if (gap < least) found.push(`与户主只差 ${gap} 岁`);
  return found;
}

function odditiesOfFamily(members: readonly FamilyMember[]): string[] {
  const here = members.filter(isHere);
  const counts = new Map<string, number>();
  for (const { values } of here) counts.set(textOf(values, 'relation'), (counts.get(textOf(values, 'relation')) ?? 0) + 1);
  const twice = [...counts].filter(([relation, count]) => count > 1 && relationTraits[relation]?.once).map(([relation, count]) => `有 ${count} 个“${relation}”`);
  return here.length > 0 && !counts.has('户主') ? ['在世的成员里没有户主', ...twice] : twice;
}

/**
 * The family as a drawing: a row a generation, whose relation is not known in a row of its own below. The sheets tell
 * relations to the head alone; whose child a grandchild is they do not tell, and the drawing does not guess it.
 */
export function familyTree(members: readonly FamilyMember[], day: string): FamilyTree {
  const isHead = ({ values }: FamilyMember): boolean => textOf(values, 'relation') === '户主';
  const head = members.find((member) => isHead(member) && isHere(member)) ?? members.find(isHead);
  const known = members.map((member) => ({ member, traits: relationTraits[textOf(member.values, 'relation')] }));
  const generations = [...new Set(known.flatMap(({ traits }) => (traits ? [traits.generation] : [])))].toSorted((a, b) => a - b);
  const place = (relation: string): number => order.indexOf(relation);
  const unknown = known.filter(({ traits }) => !traits).map(({ member }) => member);
  const rows = [
    ...generations.map((generation) =>
      known
        .filter(({ traits }) => traits?.generation === generation)
        .map(({ member }) => member)
        .toSorted((a, b) => place(textOf(a.values, 'relation')) - place(textOf(b.values, 'relation')) || birthOf(a.values).localeCompare(birthOf(b.values))),
    ),
    ...(unknown.length > 0 ? [unknown] : []),
  ];
  const columns = Math.max(0, ...rows.map(({ length }) => length));
  const people = rows.flatMap((row, at) =>
    row.map((member, column): TreePerson => ({
      id: member.id,
      name: textOf(member.values, 'name'),
      relation: textOf(member.values, 'relation'),
      age: ageOn(member.values, day),
      gone: isHere(member) ? '' : textOf(member.values, 'memberState'),
      row: at,
      // A shorter row stands in the middle.
      column: column + (columns - row.length) / 2,
      oddities: odditiesOf(member, head, day),
    })),
  );
  const withRelation = (relation: string): TreePerson | undefined => people.find((person) => person.relation === relation);
  const couples = [['户主', '配偶'], ...Object.entries(others)].flatMap(([one = '', other = '']): [string, string][] => {
    const [a, b] = [withRelation(one), withRelation(other)];
    return a && b ? [[a.id, b.id]] : [];
  });
  const of = (...relations: string[]): TreePerson[] => people.filter(({ relation }) => relations.includes(relation));
  const line = (parents: TreePerson[], children: TreePerson[]): (readonly [string, string])[] => (parents[0] ? children.map((child) => [parents[0]?.id ?? '', child.id] as const) : []);
  const descents = [
    ...line(of('户主'), of('之子', '之女')),
    ...line([...of('之父'), ...of('之母')], of('户主', '之兄弟姐妹')),
    ...line([...of('之岳父', '之公公'), ...of('之岳母', '之婆婆')], of('配偶')),
    ...line([...of('之祖父'), ...of('之祖母')], of('之父', '之叔伯')),
    ...line([...of('之外祖父'), ...of('之外祖母')], of('之母')),
  ];
  return { people, rows: rows.length, columns, couples, descents, oddities: odditiesOfFamily(members) };
}
