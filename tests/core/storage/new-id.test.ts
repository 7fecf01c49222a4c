import { validate, version } from 'uuid';
import { expect, test } from 'vitest';
import { newId } from '../../../electron/core/storage/new-id.ts';

test('ids are UUIDs of version 7, and follow one another', () => {
  const ids = Array.from({ length: 2000 }, newId);
  expect(ids.filter((id) => !validate(id) || version(id) !== 7)).toEqual([]);
  expect(ids.toSorted()).toEqual(ids);
  expect(new Set(ids).size).toBe(ids.length);
});
