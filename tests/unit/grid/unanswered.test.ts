import { describe, expect, it } from 'vitest';
import { Unanswered } from '../../../renderer/grid/unanswered.ts';
import type { TableRow } from '../../../shared/contract/tables.ts';
import type { Stored } from '../../../shared/fields/reading.ts';

const row = (values: Readonly<Record<string, Stored>>, id = 'one'): TableRow => ({ id, householdId: '', revision: 1, values });

describe('values that are on their way to the core', () => {
  it('stand on top of what comes from it meanwhile, in their row alone, until each is answered', () => {
    const way = new Unanswered();
    const name = way.begin(row({ name: '甲', phone: '1' }), 2020, 'name', '乙');
    const phone = way.begin(row({ name: '乙', phone: '1' }), 2020, 'phone', '2');
    // The answer to the name was read before the phone came.
    expect(name()).toBe('甲');
    expect(way.over(row({ name: '乙', phone: '1' }), 2020).values).toEqual({ name: '乙', phone: '2' });
    expect(way.over(row({ name: '丙', phone: '1' }, 'two'), 2020).values).toEqual({ name: '丙', phone: '1' });
    phone();
    expect(way.over(row({ name: '乙', phone: '3' }), 2020).values).toEqual({ name: '乙', phone: '3' });
  });

  it('of one cell follow one another: refused, it holds what was typed last, then what the core last told', () => {
    const way = new Unanswered();
    const first = way.begin(row({ name: '甲' }), 2020, 'name', '乙');
    const second = way.begin(row({ name: '乙' }), 2020, 'name', '丙');
    expect(first()).toBe('丙');
    // Somebody else has written it meanwhile.
    expect(way.over(row({ name: '丁' }), 2020).values).toEqual({ name: '丙' });
    expect(second()).toBe('丁');
    expect(way.over(row({ name: '丁' }), 2020).values).toEqual({ name: '丁' });
  });

  it('stay in the year in which they were typed', () => {
    const way = new Unanswered();
    const health = way.begin(row({ health: '健康' }), 2020, 'health', '残疾');
    expect(way.over(row({ health: '患病' }), 2019).values).toEqual({ health: '患病' });
    expect(health()).toBe('健康');
  });

  it('of a row of which the core told some values, the others stay what it told of them before', () => {
    const way = new Unanswered();
    const name = way.begin(row({ name: '甲', village: '东村' }), 2020, 'name', '乙');
    const village = way.begin(row({ name: '乙', village: '东村' }), 2020, 'village', '西村');
    // As it stands on screen: its name is the typed one, its village was written on the row of another of the household.
    expect(way.over(row({ name: '乙', village: '南村' }), 2020, new Set(['village'])).values).toEqual({ name: '乙', village: '西村' });
    expect([name(), village()]).toEqual(['甲', '南村']);
  });
});
