import { useQuery } from '@tanstack/react-query';
import { Button, Input, InputNumber } from 'antd';
import { type FormEvent, useState } from 'react';
import type { Area, RegisterInfo } from '../../shared/contract/registers.ts';
import { useOfferedFiles } from '../importing/offered-files.ts';
import { AreaEditor } from '../ui/AreaEditor.tsx';
import { Problem } from '../ui/Problem.tsx';
import { useClient } from './session.tsx';

/** The office and the year that this program was first made for; both are offered, neither is fixed. */
const usual = { name: '明山区登记册', office: '明山区扶贫办', year: 2020 };

export function NewRegister(props: { forImport: boolean; hasDialogs: boolean; back: () => void; made: (register: RegisterInfo) => void }) {
  const client = useClient();
  const [name, setName] = useState(usual.name);
  const [office, setOffice] = useState(usual.office);
  const [year, setYear] = useState<number | null>(usual.year);
  const [changed, setChanged] = useState<readonly Area[] | null>(null);
  const [trouble, setTrouble] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const files = useOfferedFiles((state) => state.files);
  const preset = useQuery({ queryKey: ['presetAreas'], queryFn: () => client.registers.presetAreas(), staleTime: Infinity });
  const areas = changed ?? preset.data ?? [];
  const ready = name.trim() !== '' && year !== null && preset.data !== undefined && !busy;

  const make = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (!ready) return;
    setBusy(true);
    setTrouble(null);
    try {
      const register = await client.registers.create({ name, office, workingYear: year, areas: [...areas] });
      if (register !== null) props.made(register);
    } catch (error) {
      setTrouble(error);
    } finally {
      setBusy(false);
    }
  };

  return (
    <main className="first-start">
      <form className="first-page new-register" onSubmit={(event) => void make(event)}>
        <header>
          <span className="first-seal" aria-hidden>册</span>
          <div>
            <h1>新建登记册</h1>
            <p className="quiet">{intro(props.forImport, files.length)}</p>
          </div>
        </header>
        {trouble !== null && <Problem error={trouble} doing="新建登记册" />}
        <div className="form-rows">
          <label htmlFor="register-name">名称</label>
          <Input id="register-name" value={name} maxLength={60} autoFocus onFocus={(event) => event.target.select()} onChange={(event) => setName(event.target.value)} />
          <label htmlFor="register-office">单位</label>
          <Input id="register-office" value={office} maxLength={60} onChange={(event) => setOffice(event.target.value)} />
          <label htmlFor="register-year">工作年度</label>
          <span><InputNumber controls={false} id="register-year" value={year} min={2013} max={2100} precision={0} onChange={setYear} /> 年<span className="quiet form-hint">表里没写年度的数据归到这一年，以后可改</span></span>
          <span>地区</span>
          <div>
            {preset.isError && <Problem error={preset.error} doing="读取地区" retry={() => void preset.refetch()} />}
            {preset.data && <AreaEditor areas={areas} onChange={setChanged} height={216} />}
          </div>
          <span>存放</span>
          <span className="quiet">{props.hasDialogs ? '点“新建”后选一个存放的地方' : '存在本机的登记册文件夹里，建好后可在“设置”里看到'}</span>
        </div>
        <footer>
          <Button type="primary" htmlType="submit" disabled={!ready}>{props.forImport ? '新建，接着导入' : '新建'}</Button>
          <Button onClick={props.back}>返回</Button>
        </footer>
      </form>
    </main>
  );
}

function intro(forImport: boolean, files: number): string {
  if (!forImport) return '一个登记册就是一个文件，放着一个单位的全部户和人。';
  return files > 0 ? `先建一个登记册，再导入这 ${files} 个文件。` : '先建一个登记册，再选要导入的表。';
}
