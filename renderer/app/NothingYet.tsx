import { Button } from 'antd';
import type { ReactNode } from 'react';
import { dayWords } from '../../shared/fields/day-words.ts';
import { EmptyPlace } from '../ui/Screen.tsx';
import { navigate, useLookedAtDay, useOnlyLooking } from './session.tsx';

interface Props {
  /** 还没有可核对的户. */
  readonly title: string;
  /** What belongs here and how it comes. */
  readonly children: ReactNode;
  /** The word on the way to the import. */
  readonly way?: string;
  /** Other first steps. */
  readonly besides?: ReactNode;
}

/** What a screen says while the register has nothing for it, with the first step; of a past day, or in a copy, nothing can be done and none is offered. */
export function NothingYet({ title, children, way = '去导入', besides }: Props) {
  const day = useLookedAtDay((state) => state.day);
  const looking = useOnlyLooking() !== null;
  if (day !== null) return <EmptyPlace title={`${dayWords(day)}${title}`}>登记册在这一天结束时还没有这些内容。请换一天看，或者回到今天。</EmptyPlace>;
  if (looking) return <EmptyPlace title={title}>这里只能看；要导入、录入，请到打开着登记册的那个窗口。</EmptyPlace>;
  return <EmptyPlace title={title} actions={<><Button type="primary" onClick={() => navigate({ screen: 'importing' })}>{way}</Button>{besides}</>}>{children}</EmptyPlace>;
}
