import { isDefinedError, ORPCError } from '@orpc/client';
import { Refusal } from '../../shared/contract/errors.ts';
import type { RefusalData } from '../../shared/contract/procedure.ts';

/** The refusal that the core (or the page itself) answered with, or null: then the error is a defect or the core cannot be reached. */
export function refusalOf(error: unknown): RefusalData | null {
  if (error instanceof Refusal) {
    const { code, message, where, remedy, stands } = error;
    return { code, what: message, ...(where === undefined ? {} : { where }), ...(remedy === undefined ? {} : { remedy }), ...(stands === undefined ? {} : { stands }) };
  }
  if (!(error instanceof ORPCError) || !isDefinedError(error) || error.code !== 'REFUSED') return null;
  return error.data as RefusalData;
}

/** Why a text cannot be written, as the editor says it that still holds it. */
export function reasonOf({ what, remedy, stands }: RefusalData): string {
  const next = stands === undefined ? remedy : 'Enter 用您填的，Esc 用现在的';
  return [what, next].filter((part) => part).join('。');
}

/** The user's own wish, to be met with silence. */
export function isCancelled(error: unknown): boolean {
  return refusalOf(error)?.code === 'CANCELLED' || (error instanceof Error && error.name === 'AbortError');
}

export interface Trouble {
  readonly what: string;
  readonly where?: string | undefined;
  readonly remedy?: string | undefined;
}

/**
 * What to tell the user about an error. A refusal is told in full; a defect is named as one, with what was being
 * done (`doing`: 读取人员表), because its own text is the developers'.
 */
export function troubleOf(error: unknown, doing = ''): Trouble {
  const refusal = refusalOf(error);
  if (refusal !== null) return refusal;
  return {
    what: doing === '' ? '程序出错了' : `程序出错了：${doing}没有完成`,
    remedy: '登记册没有损坏，已存的内容都在。请再试一次；仍然不行时重新打开程序，并记下刚才的操作告诉维护人员。',
  };
}
