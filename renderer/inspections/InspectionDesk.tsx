import { Button } from 'antd';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { ClosedDocument, InspectionFinding, InspectionRecord } from '../../shared/contract/inspections.ts';
import { replaceReasons, unmaskReasons } from '../../shared/register/codes/inspection-codes.ts';
import { useClient } from '../app/session.tsx';
import { download } from '../ui/download.ts';
import { askLeave } from '../ui/leave-gate.ts';
import { useNotices } from '../ui/messages.tsx';
import { PrintButton } from '../ui/PrintButton.tsx';
import { Problem } from '../ui/Problem.tsx';
import { Reading } from '../ui/Reading.tsx';
import { EmptyPlace } from '../ui/Screen.tsx';
import { createWork } from '../ui/work.ts';
import { WorkBar } from '../ui/WorkBar.tsx';
import { Dossier, type Wanted } from './Dossier.tsx';
import { DrawForm } from './DrawForm.tsx';
import { EndForm } from './EndForm.tsx';
import { Findings } from './Findings.tsx';
import { HouseholdList } from './HouseholdList.tsx';
import './inspections.css';
import { NameForm } from './NameForm.tsx';
import { NoteForm } from './NoteForm.tsx';
import { ReasonForm } from './ReasonForm.tsx';
import { useInspectionNews } from './use-inspection.ts';
import { useLook } from './use-look.ts';

const useDossierWork = createWork();

type Side = { readonly form: 'draw' | 'name' | 'note' | 'replace' } | { readonly form: 'unmask'; readonly wanted: Wanted } | { readonly form: 'takeBack'; readonly finding: InspectionFinding };

const noNumbers: ReadonlyMap<string, string> = new Map();

/** The households of the inspection, the dossier of the one that is open, and what is done about it. `ending`: the form that ends it is called for. */
export function InspectionDesk({ record, ending, closeEnding }: { record: InspectionRecord; ending: boolean; closeEnding: () => void }) {
  const client = useClient();
  const notices = useNotices();
  const news = useInspectionNews();
  const work = useDossierWork();
  const look = useLook();
  const body = useRef<HTMLDivElement>(null);
  const [side, setSide] = useState<Side | null>(null);
  const [whole, setWhole] = useState(noNumbers);
  const [original, setOriginal] = useState<{ readonly document: ClosedDocument; readonly file: File } | null>(null);
  const close = useCallback(() => setSide(null), []);
  const { household, dossier, open: openDossier } = look;
  const open = useCallback(
    (next: number): void => {
      setWhole(noNumbers);
      setOriginal(null);
      setSide(null);
      body.current?.scrollTo({ top: 0 });
      openDossier(next);
    },
    [openDossier],
  );
  const { walk } = record;
  const at = household === null ? -1 : walk.indexOf(household);
  const step = useCallback(
    (by: 1 | -1): void => {
      const next = walk[at === -1 ? 0 : at + by];
      if (next === undefined) return;
      open(next);
      document.querySelector<HTMLElement>(`[data-household="${next}"]`)?.focus();
    },
    [walk, at, open],
  );
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || (event.target instanceof HTMLElement && event.target.closest('input, textarea, .ant-select, [role="dialog"]'))) return;
      if (event.key !== 'PageDown' && event.key !== 'PageUp') return;
      event.preventDefault();
      step(event.key === 'PageDown' ? 1 : -1);
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [step]);

  const chosen = record.households.find(({ number }) => number === household);
  const findings = record.findings.filter((each) => each.household === household);
  const fetchDossier = (of: number, level: 'reduced' | 'full', reason: string, print: boolean, job?: string): Promise<File> => client.inspections.dossier({ households: [of], level, reason, print, ...(job === undefined ? {} : { job }) });
  const save = async (of: number): Promise<void> => {
    const leaving = await askLeave('这一户的档案', 'reduced', ['reduced', 'full']);
    if (leaving?.level !== 'reduced' && leaving?.level !== 'full') return;
    const { level, reason = '' } = leaving;
    try {
      const file = await work.run(client, (job) => fetchDossier(of, level, reason, false, job));
      download(file, file.name);
      notices.done(`已出 ${file.name}`);
      await news();
    } catch (error) {
      notices.refused(error, '出这一户的档案');
    }
  };
  const saveAll = async (): Promise<void> => {
    try {
      const file = await work.run(client, (job) => client.inspections.dossier({ households: [...walk], job }));
      download(file, file.name);
      notices.done(`已出 ${file.name}`);
      await news();
    } catch (error) {
      notices.refused(error, '出抽查户的档案');
    }
  };
  const reveal = async (wanted: Wanted, reason: string): Promise<void> => {
    if (household === null) return;
    if ('number' in wanted) {
      const { key } = wanted.number;
      const { text } = await client.inspections.unmask({ household, key, reason });
      setWhole((before) => new Map([...before, [key, text]]));
    } else {
      const file = await client.inspections.document({ household, id: wanted.document.id, reason });
      setOriginal({ document: wanted.document, file });
    }
  };

  return (
    <div className="inspection-desk">
      <HouseholdList record={record} chosen={household} open={open} draw={() => setSide({ form: 'draw' })} name={() => setSide({ form: 'name' })} />
      <div className="inspection-main" ref={body} tabIndex={-1}>
        <WorkBar work={work} what="正在出档案" />
        {household === null ? (
          <EmptyPlace title={walk.length === 0 ? '还没有抽户' : '请选一户'} actions={walk.length === 0 ? undefined : <><Button type="primary" onClick={() => step(1)}>打开第一户</Button><Button disabled={work.running} onClick={() => void saveAll()}>出全部 {walk.length} 户的档案</Button></>}>
            {walk.length === 0 ? '点“抽户”从登记册里随机抽，或者点“点名”写检查组指名的户。' : '在左边点一户，或按 PageDown 一户一户看：家庭、收入、三保障、帮扶、材料、问题都在一页上，号码遮住。'}
          </EmptyPlace>
        ) : (
          <>
            <header className="inspection-head">
              <h2>{chosen?.head || chosen?.householdNo}</h2>
              <span className="quiet">{chosen && [chosen.town, chosen.village, chosen.group].join('')}　户编号 {chosen?.householdNo}　{chosen?.people} 人</span>
              <span className="inspection-steps">
                <Button size="small" title="PageUp" disabled={at <= 0} onClick={() => step(-1)}>上一户</Button>
                <span className="quiet">{at + 1} / {walk.length}</span>
                <Button size="small" title="PageDown" disabled={at === -1 || at >= walk.length - 1} onClick={() => step(1)}>下一户</Button>
              </span>
              <span className="inspection-actions">
                <Button type="primary" disabled={!dossier} onClick={() => setSide({ form: 'note' })}>记核查情况……</Button>
                {chosen?.draw !== null && <Button onClick={() => setSide({ form: 'replace' })}>换一户……</Button>}
                <Button disabled={work.running || !dossier} onClick={() => void save(household)}>出档案 PDF</Button>
                <PrintButton client={client} kind="dossier" called={`${chosen?.head ?? ''}的档案`} disabled={!dossier} take={() => fetchDossier(household, 'reduced', '', true)} />
              </span>
            </header>
            {findings.length > 0 && <section className="inspection-part" aria-label="核查情况"><h3>核查情况</h3><Findings findings={findings} takeBack={(finding) => setSide({ form: 'takeBack', finding })} /></section>}
            {look.trouble !== null && <Problem error={look.trouble} doing="打开这一户的档案" retry={() => open(household)} />}
            {look.trouble === null && !dossier && <Reading of={{ isError: false, error: null, refetch: () => undefined }} what="这一户的档案" />}
            {dossier && <Dossier key={household} dossier={dossier} whole={whole} hide={(key) => setWhole((before) => new Map([...before].filter(([each]) => each !== key)))} original={original} closeOriginal={() => setOriginal(null)} ask={(wanted) => setSide({ form: 'unmask', wanted })} />}
          </>
        )}
      </div>
      {ending ? (
        <div className="inspection-side"><EndForm number={record.head.number} close={closeEnding} /></div>
      ) : side && (
        <div className="inspection-side">
          {side.form === 'draw' && <DrawForm year={record.head.year} close={close} />}
          {side.form === 'name' && <NameForm named={open} close={close} />}
          {side.form === 'note' && household !== null && dossier && <NoteForm key={household} household={household} head={dossier.head} topics={dossier.topics} people={record.head.people} close={close} />}
          {side.form === 'replace' && household !== null && (
            <ReasonForm
              title={`换一户：${chosen?.head ?? ''}`} about={`${chosen?.stratum ? `从“${chosen.stratum}”里` : ''}按随机数的顺序取下一户，这一户留在记录里。`} label="为什么换" offered={replaceReasons} submit="换一户"
              deed={async (reason) => open((await client.inspections.replace({ household, reason })).household)} close={close}
            />
          )}
          {side.form === 'unmask' && (
            <ReasonForm
              key={'number' in side.wanted ? side.wanted.number.key : side.wanted.document.id} title={'number' in side.wanted ? `看全号：${side.wanted.number.whose} ${side.wanted.number.label}` : `看原件：${side.wanted.document.words}`}
              about="谁、什么时候、看了什么、做什么用，都记进这次迎检的记录。" label="用途" offered={unmaskReasons} submit={'number' in side.wanted ? '看全号' : '看原件'} deed={(reason) => reveal(side.wanted, reason)} close={close}
            />
          )}
          {side.form === 'takeBack' && (
            <ReasonForm title="撤回这一条" about="撤回后不算进一致率，记录里划掉，仍看得到。" label="为什么撤回" offered={['记错了户', '重新核实过']} submit="撤回" deed={(reason) => client.inspections.takeBack({ finding: side.finding.number, reason })} close={close} />
          )}
        </div>
      )}
    </div>
  );
}
