import { useQuery } from '@tanstack/react-query';
import { Button, Input, InputNumber } from 'antd';
import { type FormEvent, useState } from 'react';
import { useClient, useRefreshRegister, useRegister, useSaving } from '../app/session.tsx';
import { useNotices } from '../ui/messages.tsx';
import { Screen } from '../ui/Screen.tsx';
import { AppearanceSettings } from './AppearanceSettings.tsx';
import { AreaSettings } from './AreaSettings.tsx';
import { OwnColumnSettings } from './OwnColumnSettings.tsx';
import { PaperFontSettings } from './PaperFontSettings.tsx';
import { PasteSettings } from './PasteSettings.tsx';
import { PrecedenceSettings } from './PrecedenceSettings.tsx';
import './settings.css';

export function SettingsScreen() {
  const client = useClient();
  const register = useRegister();
  const info = useQuery({ queryKey: ['app'], queryFn: () => client.app.info(), staleTime: Infinity });
  return (
    <Screen title="设置" narrow>
      <div className="settings">
        <RegisterSettings key={`${register.name}|${register.office}|${register.workingYear}`} />
        <AreaSettings />
        <OwnColumnSettings />
        <PrecedenceSettings />
        <PasteSettings />
        <PaperFontSettings />
        <AppearanceSettings />
        <section aria-labelledby="about-title">
          <h2 id="about-title">关于</h2>
          <dl>
            <dt>登记册文件</dt><dd className="file-path">{register.file}</dd>
            <dt>里面有</dt><dd>{register.households} 户，{register.people} 人；{register.years.join('、')} 年</dd>
            <dt>经手人</dt><dd>{info.data?.who}</dd>
            <dt>明册版本</dt><dd>{info.data?.version}</dd>
          </dl>
        </section>
      </div>
    </Screen>
  );
}

function RegisterSettings() {
  const client = useClient();
  const register = useRegister();
  const refresh = useRefreshRegister();
  const notices = useNotices();
  const track = useSaving((state) => state.track);
  const [name, setName] = useState(register.name);
  const [office, setOffice] = useState(register.office);
  const [year, setYear] = useState<number | null>(register.workingYear);
  const changed = name !== register.name || office !== register.office || year !== register.workingYear;

  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (year === null || !changed) return;
    try {
      await track(client.registers.saveSettings({ name, office, workingYear: year }));
      await refresh();
      notices.done('设置已存');
    } catch (error) {
      notices.refused(error, '存设置');
    }
  };

  return (
    <form onSubmit={(event) => void save(event)} aria-labelledby="register-title">
      <h2 id="register-title">登记册</h2>
      <div className="form-rows">
        <label htmlFor="settings-name">名称</label>
        <Input id="settings-name" value={name} maxLength={60} onChange={(event) => setName(event.target.value)} />
        <label htmlFor="settings-office">单位</label>
        <Input id="settings-office" value={office} maxLength={60} onChange={(event) => setOffice(event.target.value)} />
        <label htmlFor="settings-year">工作年度</label>
        <span><InputNumber controls={false} id="settings-year" value={year} min={2013} max={2100} precision={0} onChange={setYear} /> 年</span>
        <span />
        <span><Button type="primary" htmlType="submit" disabled={!changed || name.trim() === '' || year === null}>存设置</Button></span>
      </div>
    </form>
  );
}
