import type { ReactNode } from 'react';
import { AccordScreen } from '../accounts/AccordScreen.tsx';
import { DisciplineScreen } from '../accounts/DisciplineScreen.tsx';
import { ChecksScreen } from '../checks/ChecksScreen.tsx';
import { CollectScreen } from '../collecting/CollectScreen.tsx';
import { InspectionsScreen } from '../inspections/InspectionsScreen.tsx';
import { ProblemsScreen } from '../problems/ProblemsScreen.tsx';
import { SweepsScreen } from '../sweeps/SweepsScreen.tsx';
import type { ChecksPart, SheetPlace } from './place.ts';
import { navigate } from './session.tsx';

const parts: readonly { readonly part: ChecksPart; readonly label: string; readonly screen: (sheet: SheetPlace | undefined) => ReactNode }[] = [
  { part: 'findings', label: '规则核对', screen: () => <ChecksScreen /> },
  { part: 'problems', label: '整改台账', screen: () => <ProblemsScreen /> },
  { part: 'sweeps', label: '排查普查', screen: (sheet) => <SweepsScreen key={sheet ? `${sheet.form} ${sheet.round} ${sheet.householdId}` : ''} sheet={sheet} /> },
  { part: 'collect', label: '补采单', screen: () => <CollectScreen /> },
  { part: 'accord', label: '账账相符', screen: () => <AccordScreen /> },
  { part: 'discipline', label: '动态管理', screen: () => <DisciplineScreen /> },
  { part: 'inspections', label: '迎检', screen: () => <InspectionsScreen /> },
];

/** What a part is called on its tab; the findings are what the place itself is about. */
export const checksPartLabel = (part: ChecksPart | 'identities' | undefined): string | undefined => parts.slice(1).find((each) => each.part === part)?.label;

/** 核对: what rules find, what is to be put right, what is asked household by household. */
export function ChecksPlace({ part, sheet }: { part: ChecksPart | 'identities' | undefined; sheet: SheetPlace | undefined }) {
  const shown = parts.find((each) => each.part === part) ?? parts[0];
  return (
    <>
      <nav className="place-parts" aria-label="核对的各部分">
        {parts.map((each) => (
          <button key={each.part} type="button" aria-current={each === shown ? 'page' : undefined} onClick={() => navigate({ screen: 'checks', part: each.part })}>{each.label}</button>
        ))}
      </nav>
      {shown?.screen(sheet)}
    </>
  );
}
