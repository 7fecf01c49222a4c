import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { identity } from '../../core/support/people.ts';
import { FirstStartPage } from '../pages/first-start-page.ts';
import { FramePage } from '../pages/frame-page.ts';
import { ImportPage } from '../pages/import-page.ts';
import { launch, type Launched } from './launch.ts';

const rows = [
  ['乡镇', '村', '户编号', '姓名', '证件号码', '性别', '与户主关系', '人数', '健康状况', '劳动技能', '人均纯收入'],
  ['高台子街道', '台地村', '99050400009', '钱试一', identity('19850203', 1), '男', '户主', '1', '健康', '丧失劳动力', '5500'],
  ['牛心台街道', '上牛村', '99050400001', '赵试一', identity('19850506', 4), '男', '户主', '1', '健康', '普通劳动力', '8000'],
];

/**
 * A register of two households, one by one, imported by hand: the first is healthy and at working age and said to have lost
 * the power to work, the second is a man by his sex and a woman by his number; three findings. Closed when the test is over.
 */
export async function launchPlanted(register: string): Promise<{ readonly program: Launched; readonly folder: string; readonly frame: FramePage }> {
  const folder = mkdtempSync(join(tmpdir(), 'mingce-planted-'));
  const program = await launch();
  onTestFinished(async () => {
    await program.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const sheet = join(folder, '人员_2020.csv');
  writeFileSync(sheet, `\uFEFF${rows.map((row) => row.join(',')).join('\r\n')}\r\n`);
  await new FirstStartPage(program.page).newRegister(register);
  const frame = new FramePage(program.page);
  await frame.go('导入');
  const imports = new ImportPage(program.page);
  await imports.chooseFiles([sheet]);
  await imports.previewed();
  await imports.commit();
  return { program, folder, frame };
}
