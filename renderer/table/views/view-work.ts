import { useQueryClient } from '@tanstack/react-query';
import type { FrozenList, SavedView } from '../../../shared/contract/views.ts';
import { ledgerKeyOf, type Subject } from '../../../shared/sheets/subject.ts';
import { tableOf } from '../../../shared/sheets/table.ts';
import { readViewFile, viewFile } from '../../../shared/views/view-file.ts';
import { questionOf } from '../../../shared/views/view.ts';
import { useClient, useRefreshRegister, useSaving, useYear } from '../../app/session.tsx';
import { download } from '../../ui/download.ts';
import { useNotices } from '../../ui/messages.tsx';
import { createWork } from '../../ui/work.ts';
import { askLeave } from '../../ui/leave-gate.ts';
import { openSaved } from './open-view.ts';
import type { Views } from './use-views.ts';

const useExporting = createWork();

/** 18 户 38 人, or 30 条. */
export const sizeText = ({ households, people, rows }: Pick<FrozenList, 'households' | 'people' | 'rows'>, subject: Subject): string => (ledgerKeyOf(subject) === null ? `${households} 户 ${people} 人` : `${rows} 条`);

/** What is done with views besides looking through them; each answers whether it was done. */
export function useViewWork(subject: Subject, views: Views) {
  const client = useClient();
  const year = useYear();
  const notices = useNotices();
  const queries = useQueryClient();
  const refresh = useRefreshRegister();
  const track = useSaving((state) => state.track);
  const exporting = useExporting();
  const again = (): Promise<void> => queries.invalidateQueries({ queryKey: ['views'] });

  const doing = async (what: string, work: () => Promise<void>): Promise<boolean> => {
    try {
      await work();
      return true;
    } catch (error) {
      notices.refused(error, what);
      return false;
    }
  };
  const save = (name: string, forAll: boolean, over: SavedView | null): Promise<boolean> =>
    doing('保存视图', async () => {
      const saved = await track(client.views.save({ ...(over ? { id: over.id } : {}), subject, name, forAll, body: views.body() }));
      views.kept(openSaved(saved));
      await again();
      notices.done(`已保存视图“${saved.name}”`);
    });
  const rename = (view: SavedView, name: string, forAll: boolean): Promise<boolean> =>
    doing('改视图的名字', async () => {
      views.renamed(openSaved(await track(client.views.rename({ id: view.id, name, forAll }))));
      await again();
    });
  const restore = (view: SavedView): Promise<boolean> =>
    doing('找回视图', async () => {
      await track(client.views.restore({ id: view.id }));
      await again();
    });
  const remove = (view: SavedView): Promise<boolean> =>
    doing('删除视图', async () => {
      await track(client.views.remove({ id: view.id }));
      views.close();
      await again();
      notices.done(`已删除视图“${view.name}”`, { label: '撤销', run: () => void restore(view) });
    });
  const setStart = (view: string | null): Promise<boolean> =>
    doing('设置打开时的视图', async () => {
      await track(client.views.setStart({ subject, view }));
      await again();
      notices.done(view === null ? `“${tableOf(subject).title}”打开时不用视图` : `以后打开“${tableOf(subject).title}”，先用这个视图`);
    });
  const exportFile = (): void => {
    const name = views.open?.name ?? tableOf(subject).title;
    download(new Blob([viewFile([{ subject, name, body: views.body() }])], { type: 'application/json' }), `视图_${name.replaceAll(/[\\/:*?"<>|]+/g, ' ')}.json`);
  };
  /** What the table shows, as a workbook: its columns, rows and order. */
  const exportRows = (): Promise<boolean> =>
    doing('导出 Excel', async () => {
      const body = views.body();
      const shown = (body.columns ?? []).filter((column) => column.shown);
      const frozen = shown.filter((column) => column.frozen);
      const columns = [...frozen, ...shown.filter((column) => !column.frozen)].map(({ field }) => field);
      const name = views.open?.name ?? tableOf(subject).title;
      const leaving = await askLeave(name, 'reduced');
      if (!leaving) return;
      const sheet = await exporting.run(client, (job) => client.papers.exportSheet({ ...questionOf(subject, year, body), view: { name, columns, frozen: frozen.length }, ...leaving, job }));
      download(sheet, sheet.name);
      notices.done(`已导出：${sheet.name}`);
    });
  const takeIn = (file: File): Promise<boolean> =>
    doing('导入视图', async () => {
      const { views: found, left } = readViewFile(await file.text(), file.name);
      for (const view of found) {
        const { views: there } = await client.views.list({ subject: view.subject });
        const taken = new Set(there.filter(({ forAll }) => !forAll).map(({ name }) => name));
        let name = view.name;
        for (let at = 2; taken.has(name); at++) name = `${view.name.slice(0, 34)}（${at}）`;
        await track(client.views.save({ ...view, name, forAll: false }));
      }
      await again();
      const others = found.filter((view) => view.subject !== subject).map((view) => tableOf(view.subject).title);
      const where = others.length > 0 ? `，其中 ${others.length} 个在“${[...new Set(others)].join('”“')}”` : '';
      notices.done(`导入了 ${found.length} 个视图${where}${left.length > 0 ? `。${left.join('；')}` : ''}`);
    });
  const freeze = (name: string, day: string, reason: string): Promise<boolean> =>
    doing('冻结名单', async () => {
      const list = await track(client.views.freeze({ question: questionOf(subject, year, views.body()), name, day, reason }));
      await refresh();
      notices.done(`已冻结名单“${list.name}”：${sizeText(list, subject)}`);
    });
  const removeFrozen = (list: FrozenList): Promise<boolean> =>
    doing('删除名单', async () => {
      await track(client.views.removeFrozen({ id: list.id }));
      await refresh();
      const back = (): Promise<boolean> =>
        doing('找回名单', async () => {
          await track(client.views.restoreFrozen({ id: list.id }));
          await refresh();
        });
      notices.done(`已删除名单“${list.name}”`, { label: '撤销', run: () => void back() });
    });
  const pin = (name: string, means: string): Promise<boolean> =>
    doing('钉住', async () => {
      await track(client.pins.pin({ name, means, of: { kind: 'rows', question: questionOf(subject, year, views.body()) } }));
      await refresh();
      notices.done(`已钉住“${name}”，在“报表”的“常问的数”里`);
    });
  return { save, rename, remove, setStart, exportFile, exportRows, takeIn, freeze, removeFrozen, pin };
}

export type ViewWork = ReturnType<typeof useViewWork>;
