import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { identity, li, wang, zhang } from '../core/support/people.ts';
import { FirstStartPage } from './pages/first-start-page.ts';
import { FramePage } from './pages/frame-page.ts';
import { GridPage } from './pages/grid-page.ts';
import { IdentitiesPage } from './pages/identities-page.ts';
import { ImportPage } from './pages/import-page.ts';
import { hostName, launch } from './support/launch.ts';

const sun = identity('19900101', 15);
const rows = [
  ['户编号', '人编号', '村', '姓名', '证件号码', '与户主关系', '性别', '出生日期'],
  ['1', '11', '台地村', '赵试一', zhang, '户主', '男', '1958-03-12'],
  ['1', '12', '台地村', '钱试一', li.slice(0, 6) + li.slice(8, 17), '配偶', '女', '1961-07-25'],
  ['1', '13', '台地村', '孙试一', '9.90504E+17', '之子', '男', '1990-01-01'],
  ['1', '14', '台地村', '李试一', '', '之孙女', '女', '2020-05-01'],
  ['2', '21', '金坑村', '王试一', `${wang.slice(0, 17)}${wang.endsWith('0') ? '1' : '0'}`, '户主', '男', '1949-10-01'],
];

it(`damaged identity numbers on ${hostName}: offered, decided by hand, noted, taken back`, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'mingce-identities-'));
  const program = await launch();
  onTestFinished(async () => {
    await program.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const { page } = program;
  const sheet = join(folder, '人员_2020.csv');
  writeFileSync(sheet, `\uFEFF${rows.map((row) => row.join(',')).join('\r\n')}\r\n`);
  await new FirstStartPage(page).newRegister('试诊');
  const frame = new FramePage(page);
  const identities = new IdentitiesPage(page);
  await frame.go('核对');
  await page.getByText('还没有可核对的户').waitFor();
  await identities.gone();

  await frame.go('导入');
  const imports = new ImportPage(page);
  await imports.chooseFiles([sheet]);
  await imports.previewed();
  await imports.commit();
  await frame.go('核对');
  await identities.shown(4);
  expect(await identities.offered('钱试一')).toEqual([li]);
  expect((await identities.offered('王试一'))[0]).toBe(wang);
  expect(await identities.offered('孙试一')).toEqual([]);
  expect(await identities.row('孙试一').innerText()).toContain('人员_2020.csv › E4');
  await program.shoot('identities');

  // A candidate is one press; it can be taken back from where it is told.
  await identities.take('钱试一', li);
  await identities.shown(3);
  await page.getByRole('region', { name: '消息' }).getByRole('button', { name: '撤销' }).click();
  await identities.shown(4);
  await identities.take('钱试一', li);
  await identities.shown(3);

  // From the certificate, by keyboard: a wrong number and somebody else's are refused where they are typed, the right one goes in.
  await identities.type('王试一', `${wang.slice(0, 17)}A`);
  await identities.refused('王试一', '不是身份证号或残疾证号');
  await identities.type('王试一', zhang);
  await identities.refused('王试一', '这个号码已经是 赵试一 的');
  await identities.shown(3);
  await program.shoot('identities-refused');
  await identities.type('王试一', wang);
  await identities.shown(2);

  // A row that the import refused goes in with its number.
  await identities.type('孙试一', sun);
  await identities.shown(1);
  await identities.note('李试一', '刚出生，还没有上户口');
  await identities.shown(0);
  await identities.sift('已注明 1');
  expect(await identities.row('李试一').innerText()).toContain('已注明：刚出生，还没有上户口');
  await program.shoot('identities-noted');
  await identities.row('李试一').getByRole('button', { name: '重新处理' }).click();
  await identities.shown(1);

  await frame.go('人');
  const grid = new GridPage(page);
  await grid.shown();
  expect((await grid.column('identityNo', 5)).map((text) => text.replace(/\s+/g, ''))).toEqual(expect.arrayContaining([zhang, li, sun, wang]));
  await frame.go('核对');
  await identities.row('李试一').getByRole('button', { name: '看这户' }).click();
  await frame.arrived('户');
  // A refusal is an answer of 422, which a browser notes as an error.
  expect(program.errors.filter((line) => !line.includes('422'))).toEqual([]);
});
