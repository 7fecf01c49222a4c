import { Refusal } from '../../shared/contract/errors.ts';

/** Told where the cell is no longer there to say itself why what was typed into it could not be written. */
export function notWritten(whose: string, label: string, text: string, why: string): Refusal {
  return new Refusal('NOT_ALLOWED', `没有写入：${whose} 的“${label}”填的是“${text}”。${why}`, { remedy: '请回到这一格再填一次' });
}
