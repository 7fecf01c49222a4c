import type { DossierRequest } from '../../../shared/contract/dossiers.ts';
import { mostDossiers } from '../../../shared/contract/dossiers.ts';
import { Refusal } from '../../../shared/contract/errors.ts';
import { findingsOf } from '../checking/findings-of.ts';
import { problemRows } from '../problems/problem-rows.ts';
import { dossierFile } from '../reporting/dossier/dossier-file.ts';
import { namedAt } from '../tables/places.ts';
import { findRow } from '../tables/rows.ts';
import type { CoreContext, Implementer } from './base.ts';
import { fileOf } from './files.ts';
import { todayOf } from './today.ts';

export function dossierRoutes(os: Implementer, { host, desk, jobs }: CoreContext) {
  /** The households that are meant, each once. */
  function idsOf(of: DossierRequest['of']): string[] {
    if ('households' in of) return [...new Set(of.households)];
    const { register } = desk;
    const rows = of.at === undefined ? desk.ordered.of(register, of.question).ids : namedAt(register, desk.ordered, { question: of.question, revision: of.at.revision }, of.at.rows);
    const { subject, year } = of.question;
    const found = new Set(subject === 'households' ? rows : rows.map((id) => findRow(register, subject, id, year)?.householdId ?? ''));
    found.delete('');
    if (found.size > mostDossiers) throw new Refusal('NOT_ALLOWED', `一次最多出 ${mostDossiers} 户，现在有 ${found.size} 户`, { remedy: '请先筛出一个村，再出' });
    return [...found];
  }
  return {
    file: os.dossiers.file.handler(({ input, signal }) =>
      jobs.run(input.job, signal, async (job) => {
        const { register, present } = desk;
        const today = todayOf(host);
        const { of, ...asked } = input;
        const households = idsOf(of);
        const told = { findings: findingsOf(register, households, { year: input.year, today }), problems: problemRows(register, today) };
        const { name, bytes } = await dossierFile({ register, present, host, today }, { ...asked, households }, told, job);
        return fileOf(bytes, name);
      }),
    ),
  };
}
