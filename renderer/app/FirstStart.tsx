import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { RegisterInfo } from '../../shared/contract/registers.ts';
import { DropZone } from '../importing/DropZone.tsx';
import { useOfferedFiles } from '../importing/offered-files.ts';
import { Later } from '../ui/Later.tsx';
import { Problem } from '../ui/Problem.tsx';
import { NewRegister } from './NewRegister.tsx';
import { RecentRegisters } from './RecentRegisters.tsx';
import { useClient } from './session.tsx';
import { isInUse, openACopy } from './use-open-register.ts';
import { useShowRegister } from './use-show-register.ts';

/** No register is open: four ways to begin. With `leave`, one is open and a new one is wanted. */
export function FirstStart({ leave, opened }: { leave: (() => void) | null; opened: () => void }) {
  const client = useClient();
  const show = useShowRegister();
  const [page, setPage] = useState<'choices' | 'new' | 'import'>(leave === null ? 'choices' : 'new');
  const [trouble, setTrouble] = useState<{ error: unknown; doing: string } | null>(null);
  const [busy, setBusy] = useState('');
  const offer = useOfferedFiles((state) => state.offer);
  const info = useQuery({ queryKey: ['app'], queryFn: () => client.app.info(), staleTime: Infinity });
  const recent = useQuery({ queryKey: ['recent'], queryFn: () => client.registers.recent() });

  const open = async (doing: string, call: () => Promise<RegisterInfo | null>): Promise<void> => {
    setTrouble(null);
    setBusy(doing);
    try {
      const register = await call();
      if (register === null) return;
      show(register);
      opened();
    } catch (error) {
      setTrouble({ error, doing });
    } finally {
      setBusy('');
    }
  };

  if (page !== 'choices') {
    return (
      <NewRegister
        forImport={page === 'import'}
        hasDialogs={info.data?.hasDialogs ?? false}
        back={leave ?? (() => setPage('choices'))}
        made={(register) => {
          show(register, page === 'import' ? { screen: 'importing' } : undefined);
          opened();
        }}
      />
    );
  }
  const hasDialogs = info.data?.hasDialogs === true;
  const nothingToOpen = !hasDialogs && (recent.data?.length ?? 0) === 0;
  const openNote = hasDialogs ? '从本机选一个登记册文件（.mingce）' : nothingToOpen ? '这里还没有用过登记册' : '从下面“最近用过的”里选';
  return (
    <main className="first-start">
      <DropZone onFiles={(files) => { offer(files); setPage('import'); }} />
      <div className="first-page">
        <header>
          <span className="first-seal" aria-hidden>册</span>
          <div>
            <h1>明册</h1>
            <p className="quiet">贫困户、贫困人口登记册：导入省里的表，逐户逐人核对修改，再报上去、挂上墙。</p>
          </div>
        </header>
        {trouble && (
          <Problem
            error={trouble.error}
            doing={trouble.doing}
            actions={isInUse(trouble.error) && trouble.doing !== openACopy ? <Button size="small" className="notice-action" onClick={() => void open(openACopy, () => client.registers.openCopy())}>{openACopy}</Button> : undefined}
          />
        )}
        <ul className="choices">
          <Choice title="新建登记册" note="起个名字，定好地区和年度，从空册开始" onClick={() => setPage('new')} />
          <Choice
            title="打开登记册"
            note={openNote}
            disabled={busy !== '' || nothingToOpen}
            onClick={() => hasDialogs ? void open('打开登记册', () => client.registers.open({})) : document.querySelector<HTMLElement>('.recent-list button')?.focus()}
          />
          <Choice title="导入省里的表" note="已有国办系统导出的户表、人员表、收入表：建一个登记册，接着导入" onClick={() => setPage('import')} />
          <Choice
            title="先用示例看看"
            note="111 户 208 人，全是编造的，怎么改都不要紧"
            disabled={busy !== ''}
            onClick={() => void open('准备示例登记册', () => client.registers.openSample({ withYear: true }))}
          />
        </ul>
        {busy !== '' && <Later><p role="status">正在{busy}……</p></Later>}
        <RecentRegisters
          recent={recent.data ?? []}
          disabled={busy !== ''}
          open={(ref) => void open('打开登记册', () => client.registers.open({ ref }))}
        />
        {info.data && <footer className="quiet">版本 {info.data.version}</footer>}
      </div>
    </main>
  );
}

function Choice(props: { title: string; note: string; disabled?: boolean; onClick: () => void }) {
  return (
    <li>
      <Button type="text" className="choice" disabled={props.disabled ?? false} onClick={props.onClick}>
        <strong>{props.title}</strong>
        <span className="quiet">{props.note}</span>
      </Button>
    </li>
  );
}
