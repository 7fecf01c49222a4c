import type { Draw } from '../../electron/core/samples/draw.ts';
import { makeZip, type ZipMember } from '../fixtures/workbooks/make-zip.ts';
import { flipBytes } from './mutate-bytes.ts';
import type { Mutation } from './mutation.ts';
import { bufferOf, withContent, zipMembers } from './zip-members.ts';

const onMembers =
  (change: (members: ZipMember[], draw: Draw) => Uint8Array | null): Mutation['apply'] =>
  ({ bytes }, draw) => {
    const members = zipMembers(bytes);
    return members ? change(members, draw) : null;
  };
const anyPlace = (list: readonly unknown[], draw: Draw): number => draw.whole(0, list.length - 1);
const nearly = ['xl/workbook.xml', 'xl/worksheets/sheet1.xml', 'xl/sharedStrings.xml', 'xl/styles.xml', '_rels/.rels', 'xl/_rels/workbook.xml.rels', 'content.xml', 'mimetype', 'xl/workbook.bin'];

/** Mutations of the parts of a zip; what is inside of them stays, or is spoiled before it is packed again. */
export const zipMutations: readonly Mutation[] = [
  {
    name: 'flip bytes in a part',
    weight: 8,
    apply: onMembers((members, draw) => {
      const at = anyPlace(members, draw);
      const member = members[at];
      if (!member || member.content.length === 0) return null;
      return withContent(members, at, flipBytes(bufferOf(member), draw, 20));
    }),
  },
  { name: 'drop a part', weight: 3, apply: onMembers((members, draw) => makeZip(members.toSpliced(anyPlace(members, draw), 1))) },
  {
    name: 'swap two parts',
    weight: 3,
    apply: onMembers((members, draw) => {
      const [one, two] = [anyPlace(members, draw), anyPlace(members, draw)];
      return makeZip(members.map((member, at) => ({ ...member, content: members[at === one ? two : at === two ? one : at]?.content ?? '' })));
    }),
  },
  {
    name: 'a part twice, or under another name',
    weight: 2,
    apply: onMembers((members, draw) => {
      const member = members[anyPlace(members, draw)];
      if (!member) return null;
      const name = draw.pick([member.name, draw.pick(nearly), member.name.toUpperCase(), `../../${member.name}`, '']);
      return makeZip(draw.chance(0.5) ? [...members, { ...member, name }] : members.map((each) => (each === member ? { ...each, name } : each)));
    }),
  },
  {
    name: 'a part from another file',
    weight: 2,
    apply({ bytes }, draw, corpus) {
      const members = zipMembers(bytes);
      const others = zipMembers(draw.pick(corpus).bytes);
      const other = others?.[anyPlace(others, draw)];
      if (!members || !other) return null;
      return withContent(members, anyPlace(members, draw), other.content);
    },
  },
  {
    name: 'a size that is not the truth',
    weight: 2,
    apply: onMembers((members, draw) => {
      const at = anyPlace(members, draw);
      const declaredSize = draw.pick([0, 1, 1000, 100 * 1024 ** 2, 2 ** 31, 2 ** 32 - 1]);
      return makeZip(members.map((member, place) => (place === at ? { ...member, declaredSize } : member)));
    }),
  },
  {
    name: 'a part cut off',
    weight: 3,
    apply: onMembers((members, draw) => {
      const at = anyPlace(members, draw);
      const content = members[at] ? bufferOf(members[at]) : Buffer.alloc(0);
      return withContent(members, at, content.subarray(0, draw.whole(0, content.length)));
    }),
  },
  {
    name: 'a bomb',
    weight: 0.3,
    apply: onMembers((members, draw) => {
      const at = anyPlace(members, draw);
      const filling = draw.pick([' ', '<row/>', '<c/>', '<si><t/></si>', '\0']);
      const size = draw.pick([20, 60, 90, 120]) * 1024 ** 2;
      const head = members[at] ? bufferOf(members[at]) : Buffer.alloc(0);
      const cut = draw.whole(0, head.length);
      return withContent(members, at, Buffer.concat([head.subarray(0, cut), Buffer.alloc(size, filling), head.subarray(cut)]));
    }),
  },
  { name: 'many parts', weight: 0.3, apply: onMembers((members, draw) => makeZip([...members, ...Array.from({ length: draw.pick([100, 2000, 21_000]) }, (_, at) => ({ name: `xl/worksheets/sheet${at + 2}.xml`, content: '<worksheet/>', stored: true }))])) },
];
