import { z } from 'zod';
import { Refusal } from '../../../shared/contract/errors.ts';
import type { FormTemplate } from '../../../shared/contract/templates.ts';
import { columnReasons, eaches, type Form } from '../../../shared/templates/form.ts';
import { subjects } from '../../../shared/sheets/subject.ts';
import type { RegisterFile } from '../storage/register-file.ts';

/** A larger blank is looked for by whoever fills it: pictures do not belong into the register. */
const largestBlank = 3 * 1024 ** 2;

interface Row {
  readonly id: number;
  readonly name: string;
  readonly kind: 'xlsx' | 'docx';
  readonly fingerprint: string;
  readonly form: string;
  readonly file: string;
  readonly kept: number;
  readonly lastUsed: string;
  readonly uses: number;
}

const rows = (register: RegisterFile): Row[] => register.sql('SELECT id, name, kind, fingerprint, form, file, blank IS NOT NULL AS kept, lastUsed, uses FROM formTemplate ORDER BY lastUsed DESC, id DESC').all() as Row[];
const formOf = ({ form }: Row): Form => JSON.parse(form) as Form;

function told(row: Row): FormTemplate {
  const { id, name, kind, file, kept, lastUsed, uses } = row;
  const { each, sheets } = formOf(row);
  const used = sheets.filter(({ skip }) => !skip);
  const filled = (things: readonly { readonly target: string | null }[]): number => things.filter(({ target }) => target !== null).length;
  return { id, name, kind, file, each, columns: used.reduce((sum, { list }) => sum + filled(list?.columns ?? []), 0), places: used.reduce((sum, { places }) => sum + filled(places), 0), kept: kept === 1, lastUsed, uses };
}

export const listTemplates = (register: RegisterFile): FormTemplate[] => rows(register).map(told);

const gone = (): Refusal => new Refusal('NOT_FOUND', '这张表已经不在了', { remedy: '请按 F5 刷新后再选，或者重新拖入空表' });

/** A blank that is kept. */
export function keptBlank(register: RegisterFile, id: number): { readonly name: string; readonly bytes: Uint8Array } {
  const found = register.sql('SELECT file, blank FROM formTemplate WHERE id = ?').get(id) as { file: string; blank: Uint8Array | null } | undefined;
  if (!found?.blank) throw gone();
  return { name: found.file, bytes: found.blank };
}

/** The form of the same heads and labels that was filled before. */
export function rememberedForm(register: RegisterFile, fingerprint: string): { readonly id: number; readonly name: string; readonly form: Form } | null {
  const found = rows(register).find((row) => row.fingerprint === fingerprint);
  return found ? { id: found.id, name: found.name, form: formOf(found) } : null;
}

function freeName(register: RegisterFile, wish: string, except?: number): string {
  const taken = new Set(rows(register).filter(({ id }) => id !== except).map(({ name }) => name));
  let name = wish;
  for (let at = 2; taken.has(name); at++) name = `${wish} ${at}`;
  return name;
}

export interface UsedForm {
  readonly kind: 'xlsx' | 'docx';
  readonly fingerprint: string;
  readonly form: Form;
  readonly file: string;
  readonly blank: Uint8Array;
  readonly at: string;
}

/** Remembers a form that was just filled; how it was understood this time replaces what was known. */
export function rememberForm(register: RegisterFile, { kind, fingerprint, form, file, blank, at }: UsedForm): void {
  const kept = blank.length > largestBlank || holdsSomebody(form) ? null : blank;
  const known = register.sql('SELECT id FROM formTemplate WHERE fingerprint = ?').get(fingerprint) as { id: number } | undefined;
  if (known) register.sql('UPDATE formTemplate SET form = ?, file = ?, blank = coalesce(?, blank), lastUsed = ?, uses = uses + 1 WHERE id = ?').run(JSON.stringify(form), file, kept, at, known.id);
  else register.sql('INSERT INTO formTemplate (name, kind, fingerprint, form, file, blank, firstUsed, lastUsed, uses) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 1)').run(freeName(register, file.replace(/\.[^.]*$/, '')), kind, fingerprint, JSON.stringify(form), file, kept, at, at);
}

/** An old list that was written over is no blank. */
const holdsSomebody = ({ sheets }: Form): boolean => sheets.some(({ list }) => list !== null && list.body.filled > 0);

export function renameTemplate(register: RegisterFile, id: number, name: string): FormTemplate {
  register.sql('UPDATE formTemplate SET name = ? WHERE id = ?').run(freeName(register, name.trim(), id), id);
  const found = rows(register).find((row) => row.id === id);
  if (!found) throw gone();
  return told(found);
}

export const forgetTemplate = (register: RegisterFile, id: number): void => void register.sql('DELETE FROM formTemplate WHERE id = ?').run(id);

const target = z.string().max(200).nullable();
const formSchema = z.object({
  each: z.enum(eaches),
  sheets: z
    .array(
      z.object({
        sheet: z.string().max(200),
        skip: z.boolean(),
        list: z
          .object({
            subject: z.enum(subjects),
            headerRows: z.array(z.int()).min(1).max(3),
            columns: z.array(z.object({ index: z.int(), letters: z.string().max(3), header: z.string().max(400), target, by: z.enum(columnReasons) })).max(2000),
            body: z.object({ first: z.int(), last: z.int(), filled: z.int() }),
          })
          .nullable(),
        places: z.array(z.object({ key: z.string().max(400), cell: z.string().max(12), kind: z.enum(['mark', 'beside', 'behind']), label: z.string().max(400), target, given: z.boolean() })).max(5000),
      }),
    )
    .max(200),
});
const fileFormat = 'mingce-forms-1';
const fileSchema = z.object({ format: z.literal(fileFormat), forms: z.array(z.object({ name: z.string().min(1).max(100), kind: z.enum(['xlsx', 'docx']), fingerprint: z.string().max(200_000), form: formSchema })).max(1000) });

/** How forms are understood as a file for a colleague: heads, labels and what they mean; no blank, nothing from any row. */
export function exportTemplates(register: RegisterFile, ids: readonly number[] | undefined): string {
  const forms = rows(register).filter(({ id }) => ids === undefined || ids.includes(id)).map((row) => ({ name: row.name, kind: row.kind, fingerprint: row.fingerprint, form: formOf(row) }));
  return `${JSON.stringify({ format: fileFormat, forms }, null, 1)}\n`;
}

/** Takes a colleague's forms in; one that is known already keeps its name and its blank and is understood as the colleague has it. */
export function importTemplates(register: RegisterFile, text: string, file: string, at: string): number {
  let parsed: z.infer<typeof fileSchema>;
  try {
    parsed = fileSchema.parse(JSON.parse(text));
  } catch {
    throw new Refusal('FILE_NOT_A_WORKBOOK', '这不是明册导出的填表说明文件', { where: file, remedy: '请选择从“报表 → 填上级的空表”里导出的文件' });
  }
  register.together(() => {
    for (const { name, kind, fingerprint, form } of parsed.forms) {
      const known = register.sql('SELECT id FROM formTemplate WHERE fingerprint = ?').get(fingerprint) as { id: number } | undefined;
      if (known) register.sql('UPDATE formTemplate SET form = ? WHERE id = ?').run(JSON.stringify(form), known.id);
      else register.sql("INSERT INTO formTemplate (name, kind, fingerprint, form, file, blank, firstUsed, lastUsed, uses) VALUES (?, ?, ?, ?, '', NULL, ?, ?, 0)").run(freeName(register, name), kind, fingerprint, JSON.stringify(form), at, at);
    }
  });
  return parsed.forms.length;
}

