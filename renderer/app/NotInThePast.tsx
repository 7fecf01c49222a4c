import { Button } from 'antd';
import { dayWords } from '../../shared/fields/day-words.ts';
import { EmptyPlace, Screen } from '../ui/Screen.tsx';
import { useLookedAtDay } from './session.tsx';

/** A screen that writes, while a past day is looked at. */
export function NotInThePast({ title }: { title: string }) {
  const { day, look } = useLookedAtDay();
  return (
    <Screen title={title}>
      <EmptyPlace title={`${title}要在今天做`} actions={<Button type="primary" onClick={() => look(null)}>回到今天</Button>}>
        您正在看 {dayWords(day ?? '')} 的登记册，只能看，不能改。
      </EmptyPlace>
    </Screen>
  );
}
