import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NamesOfHouseholds, PeopleByName } from '../../../electron/core/importing/names-of-people.ts';
import { ByNewId } from '../../../electron/core/importing/by-new-id.ts';
import { contentOf, csv, importAll, openTestCore } from '../support/core.ts';
import { identity } from '../support/people.ts';

const few = fc.integer({ min: 0, max: 60 });
const short = fc.constantFrom(...Array.from({ length: 24 }, (_, at) => `试${at}`));

describe('rows that a plan makes', () => {
  it('are found by id as in a map, in whatever order they came and are asked for', () => {
    const rising = fc.array(few).map((numbers) => numbers.toSorted((a, b) => a - b));
    fc.assert(
      fc.property(fc.oneof(fc.array(few), rising), fc.oneof(fc.array(few), rising), (made, asked) => {
        const [list, map] = [new ByNewId<number>(), new Map<string, number>()];
        const idOf = (number: number): string => `id-${String(number).padStart(3, '0')}`;
        for (const [position, number] of made.entries()) {
          expect(list.set(idOf(number), position)).toBe(!map.has(idOf(number)));
          map.set(idOf(number), position);
          const [other] = asked;
          if (other !== undefined) expect(list.get(idOf(other))).toBe(map.get(idOf(other)));
        }
        for (const number of [...made, ...asked]) expect([list.has(idOf(number)), list.get(idOf(number))]).toEqual([map.has(idOf(number)), map.get(idOf(number))]);
        expect(list.size).toBe(map.size);
      }),
    );
  });

  it('meet what a later file of the same import says of them, long after they were put down', async () => {
    const people = Array.from({ length: 350 }, (_, at) => ({ no: `99000${String(10_000 + Math.floor(at / 2))}`, name: `试${at}`, number: identity('19700101', at + 1), relation: at % 2 === 0 ? '户主' : '之子' }));
    const head = ['户编号', '姓名', '证件号码', '与户主关系', '耕地面积（亩）', '健康状况', '务工时间（月）'];
    const first = csv('人员甲2020.csv', [head, ...people.map(({ no, name, number, relation }) => [no, name, number, relation, '3', '', '6'])]);
    // Later, without its household: by number alone. Every third says what was blank, every fifth something else.
    const again = csv('人员乙2020.csv', [head, ...people.map(({ no, name, number, relation }, at) => [at % 2 === 0 ? no : '', name, number, relation, '3', at % 3 === 0 ? '健康' : '', at % 5 === 0 ? '7' : '6'])]);
    const [together, apart] = [await openTestCore(), await openTestCore()];
    const { batch, counts, files } = await together.client.importing.plan({ files: [first, again] });
    expect([counts.new, counts.conflict, counts.refused]).toEqual([630, 70, 0]);
    expect(files[1]?.sheets[0]?.counts).toMatchObject({ new: 280, same: 0, conflict: 70 });
    await together.client.importing.commit({ batch, confirmed: true });
    await importAll(apart.client, [first]);
    await importAll(apart.client, [csv('人员丙2020.csv', [head, ...people.flatMap(({ no, name, number, relation }, at) => (at % 3 === 0 ? [[no, name, number, relation, '', '健康', '']] : []))])]);
    expect(await contentOf(together.client)).toEqual(await contentOf(apart.client));
  });
});

describe('names', () => {
  it('of households tell one bearer, two bearers or none, however many there are', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom('a', 'b'), short, fc.constantFrom('1', '2', '3')), { maxLength: 80 }), (told) => {
        const [names, map] = [new NamesOfHouseholds(), new Map<string, string | null>()];
        for (const [household, name, id] of told) {
          names.note(household, name, id);
          const before = map.get(`${household}|${name}`);
          if (before !== id) map.set(`${household}|${name}`, before === undefined ? id : null);
        }
        for (const household of ['a', 'b', 'c']) for (let at = 0; at < 25; at++) expect(names.find(household, `试${at}`)).toEqual(map.get(`${household}|试${at}`));
      }),
    );
  });

  it('of everybody are told in order, also of who came after somebody asked', () => {
    const people = new PeopleByName();
    people.add('试一', '1');
    people.add('试二', '2');
    expect(people.find('试一')).toEqual(['1']);
    people.add('试一', '3');
    expect([people.find('试一'), people.find('试二'), people.find('试三')]).toEqual([['1', '3'], ['2'], []]);
  });
});
