import { familyTree, type FamilyTree, type TreePerson } from '../../shared/register/family/family-tree.ts';
import { useCard } from './card-desk.ts';
import { Section } from './Section.tsx';

const box = { width: 96, height: 42, across: 20, down: 30 } as const;
const left = (person: TreePerson): number => 4 + person.column * (box.width + box.across);
const top = (person: TreePerson): number => 4 + person.row * (box.height + box.down);
const middle = (person: TreePerson): number => left(person) + box.width / 2;

/** A name as far as its box goes; one that goes on says so. */
const within = (name: string, most: number): string => ([...name].length <= most ? name : `${[...name].slice(0, most - 1).join('')}…`);

const said = (person: TreePerson): string =>
  [person.name, person.relation || '关系没有写', person.age === null ? '年龄不知' : `${person.age} 岁`, person.gone, ...person.oddities.map((oddity) => `不对：${oddity}`)].filter((part) => part !== '').join('，');

/** The family as a small drawing: a row a generation, what cannot be marked by a sign and told below. */
export function FamilySection() {
  const { card } = useCard();
  const tree = familyTree(card.members, card.day);
  const odd = tree.people.filter(({ oddities }) => oddities.length > 0);
  const wrong = odd.length + tree.oddities.length;
  if (tree.people.length === 0) return null;
  return (
    <Section name="家庭关系" note={wrong === 0 ? '年龄和关系没有看出不对' : `▲ ${wrong} 处要核对`}>
      <Drawing tree={tree} />
      {wrong > 0 && (
        <ul className="card-odd">
          {tree.oddities.map((oddity) => <li key={oddity}>▲ {oddity}</li>)}
          {odd.map((person) => <li key={person.id}>▲ {person.name}（{person.relation || '关系没有写'}）：{person.oddities.join('；')}</li>)}
        </ul>
      )}
    </Section>
  );
}

function Drawing({ tree }: { readonly tree: FamilyTree }) {
  const width = 8 + tree.columns * (box.width + box.across) - box.across;
  const height = 8 + tree.rows * (box.height + box.down) - box.down;
  const at = new Map(tree.people.map((person) => [person.id, person]));
  return (
    <div className="card-family">
      <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="list" aria-label="家庭关系图">
        <g className="card-lines" aria-hidden>
          {tree.couples.map(([one, other]) => {
            const [a, b] = [at.get(one), at.get(other)];
            return a && b && <line key={`${one} ${other}`} x1={middle(a)} x2={middle(b)} y1={top(a) + box.height / 2} y2={top(b) + box.height / 2} />;
          })}
          {tree.descents.map(([parent, child]) => {
            const [a, b] = [at.get(parent), at.get(child)];
            if (!a || !b) return null;
            const half = top(b) - box.down / 2;
            return <polyline key={`${parent} ${child}`} points={`${middle(a)},${top(a) + box.height} ${middle(a)},${half} ${middle(b)},${half} ${middle(b)},${top(b)}`} />;
          })}
        </g>
        {tree.people.map((person) => (
          <g key={person.id} role="listitem" aria-label={said(person)} className={`card-person${person.oddities.length > 0 ? ' card-person-odd' : ''}${person.gone === '' ? '' : ' card-person-gone'}`}>
            <title>{said(person)}</title>
            <rect x={left(person)} y={top(person)} width={box.width} height={box.height} rx={3} />
            <text x={middle(person)} y={top(person) + 17} className="card-person-name">{person.oddities.length > 0 ? `▲ ${within(person.name, 5)}` : within(person.name, 6)}</text>
            <text x={middle(person)} y={top(person) + 34}>{[person.relation || (person.gone === '' ? '关系？' : ''), person.age === null ? '' : `${person.age}岁`, person.gone].filter((part) => part !== '').join(' ')}</text>
          </g>
        ))}
      </svg>
    </div>
  );
}
