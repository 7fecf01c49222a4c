import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { Guide } from '../guide/Guide.tsx';
import { Later } from '../ui/Later.tsx';
import { Problem } from '../ui/Problem.tsx';
import { FirstStart } from './FirstStart.tsx';
import { Frame } from './Frame.tsx';
import { InspectionFrame } from './InspectionFrame.tsx';
import { registerKey, SessionProvider, useClient, useLookedAtDay } from './session.tsx';

/** Shows the open register, or the choices of the first start. */
export function Opening() {
  const client = useClient();
  const { day, look } = useLookedAtDay();
  const [makingNew, setMakingNew] = useState(false);
  const register = useQuery({ queryKey: registerKey, queryFn: () => client.registers.current(), placeholderData: (before) => before });
  const name = register.data?.name;
  useEffect(() => {
    document.title = name === undefined ? '明册' : `${name} · 明册`;
  }, [name]);

  if (register.isPending) return <Later><p className="opening-note" role="status">明册：正在打开登记册……</p></Later>;
  if (register.isError) {
    return (
      <div className="fault">
        <Problem error={register.error} doing="打开明册" retry={() => void register.refetch()} actions={day === null ? null : <Button size="small" onClick={() => look(null)}>回到今天</Button>} />
      </div>
    );
  }
  if (register.data === null || makingNew) {
    return <><FirstStart leave={register.data === null ? null : () => setMakingNew(false)} opened={() => setMakingNew(false)} /><Guide at={{ chapter: '第一次打开' }} /></>;
  }
  return (
    <SessionProvider key={register.data.file} register={register.data}>
      {register.data.inspection ? <InspectionFrame under={register.data.inspection} newRegister={() => setMakingNew(true)} /> : <Frame newRegister={() => setMakingNew(true)} />}
    </SessionProvider>
  );
}
