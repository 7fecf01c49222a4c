import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from '../../../shared/contract/errors.ts';
import type { PastDay } from '../../../shared/contract/registers.ts';
import { askedDay } from '../past/asked-day.ts';
import { readAreas, writeAreas } from '../registers/area-store.ts';
import { registerInfo } from '../registers/open-register.ts';
import { presetAreas } from '../registers/preset-areas.ts';
import { recentRegisters } from '../registers/recent-registers.ts';
import { inspectionUnderWay } from '../storage/under-inspection.ts';
import { fillWithSample, sampleName } from '../open-sample.ts';
import type { CoreContext, Implementer } from './base.ts';

/** A name as a file name: what Windows does not allow in one goes. */
const fileName = (name: string): string => `${name.replaceAll(/[\\/:*?"<>|\p{Cc}]+/gu, ' ').trim().replace(/[. ]+$/, '') || '登记册'}.mingce`;

function pastDay(): PastDay | null {
  const past = askedDay.get();
  return past && { day: past.day, lastAt: past.cut.at, misdated: past.cut.misdated };
}

export function registerRoutes(os: Implementer, { host, desk, jobs }: CoreContext) {
  return {
    current: os.registers.current.handler(() => (desk.current ? registerInfo(desk.current, pastDay()) : null)),
    state: os.registers.state.handler(() => (desk.current ? { file: desk.current.path, revision: desk.current.log.revision, inspection: inspectionUnderWay(desk.current)?.number ?? null } : null)),
    recent: os.registers.recent.handler(() => recentRegisters.list(host)),
    presetAreas: os.registers.presetAreas.handler(() => presetAreas()),
    create: os.registers.create.handler(async ({ input }) => {
      const path = await host.chooseNewRegister(fileName(input.name));
      if (path === null) return null;
      await jobs.stopAll();
      return registerInfo(desk.create(path, input));
    }),
    open: os.registers.open.handler(async ({ input }) => {
      const path = input.ref === undefined ? await host.chooseRegister() : recentRegisters.pathOf(host, input.ref);
      if (path === null) return null;
      if (path === undefined) throw new Refusal('REGISTER_MISSING', '这个登记册已不在原来的地方', { remedy: '请点“打开”找到它' });
      await jobs.stopAll();
      return registerInfo(desk.open(path));
    }),
    openCopy: os.registers.openCopy.handler(async () => {
      await jobs.stopAll();
      return registerInfo(desk.openCopy());
    }),
    openSample: os.registers.openSample.handler(async ({ input, signal }) => {
      const path = join(host.registersFolder, fileName(sampleName));
      await jobs.stopAll();
      if (existsSync(path)) return registerInfo(desk.open(path));
      const register = desk.create(path, { name: sampleName, office: '明山区扶贫办', workingYear: 2020 });
      try {
        await jobs.run(undefined, signal, (job) => fillWithSample(register, host, job, input?.withYear === true));
      } catch (error) {
        desk.abandon();
        throw error;
      }
      return registerInfo(register);
    }),
    close: os.registers.close.handler(async () => {
      await jobs.stopAll();
      desk.close();
      return null;
    }),
    areas: os.registers.areas.handler(() => readAreas(desk.register)),
    saveAreas: os.registers.saveAreas.handler(({ input }) => {
      const { register } = desk;
      register.log.run({ kind: 'settings', label: '修改地区' }, () => writeAreas(register, input.areas));
      return registerInfo(register);
    }),
    saveSettings: os.registers.saveSettings.handler(({ input }) => {
      const { register } = desk;
      register.log.run({ kind: 'settings', label: '修改登记册的名称、单位或工作年度' }, () => {
        register.setMeta('name', input.name);
        register.setMeta('office', input.office);
        register.setMeta('workingYear', String(input.workingYear));
      });
      recentRegisters.note(host, register.path, input.name);
      return registerInfo(register);
    }),
  };
}
