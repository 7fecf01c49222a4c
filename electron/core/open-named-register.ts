import { Refusal } from '../../shared/contract/errors.ts';

interface OpensRegisters {
  openRegister?(path: string): Promise<unknown> | unknown;
}

/** Opens the register that a double click or a command line named. Throws the core's Refusal. */
export async function openNamedRegister(core: object, path: string): Promise<void> {
  const opener: OpensRegisters = core;
  if (!opener.openRegister) throw new Refusal('NOT_FOUND', '这个版本还不能直接打开登记册', { where: path, remedy: '请从首页打开' });
  await opener.openRegister(path);
}
