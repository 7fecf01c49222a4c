import { expect, test } from 'vitest';
import { openTestCore } from '../support/core.ts';
import { putSample } from '../support/sample.ts';

test('who asks for what is read in pieces while the register is closed is told that it is closed, not of a defect', async () => {
  const { client, host } = await openTestCore();
  await putSample(host);
  await client.registers.openSample();
  const asked = client.views.counts({ questions: [{ key: 'marked', question: { subject: 'people', year: 2020, filters: [{ field: '', test: 'group', group: 'findings' }] } }] });
  await client.registers.close();
  await expect(asked).rejects.toMatchObject({ data: { code: 'NO_REGISTER_OPEN', what: '登记册已经关上了' } });
});
