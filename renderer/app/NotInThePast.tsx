import { Button } from 'antd';
import { dayWords } from '../../shared/fields/day-words.ts';
import { EmptyPlace, Screen } from '../ui/Screen.tsx';
import { useLookedAtDay } from './session.tsx';

/** A screen that writes, while a past day or a copy is looked at. */
export function NotInThePast({ title }: { title: string }) {
  const { day, look } = useLookedAtDay();
  if (day === null) {
    return (
      <Screen title={title}>
        <EmptyPlace title={`副本里不能${title}`}>登记册正在别处打开着，这里看的是一份副本。要{title}，请到打开着它的那个窗口或那台电脑上做。</EmptyPlace>
      </Screen>
    );
  }
  return (
    <Screen title={title}>
      <EmptyPlace title={`${title}要在今天做`} actions={<Button type="primary" onClick={() => look(null)}>回到今天</Button>}>
        您正在看 {dayWords(day)} 的登记册，只能看，不能改。
      </EmptyPlace>
    </Screen>
  );
}
