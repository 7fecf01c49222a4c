import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { type KeyboardEvent as ReactKeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { storedFields } from '../../shared/register/vocabulary.ts';
import { navigate, useClient, useRegister, useYear } from '../app/session.tsx';
import type { GridHandle } from '../grid/grid-context.ts';
import { Reading } from '../ui/Reading.tsx';
import { CardProvider, DeskProvider } from './card-desk.ts';
import { CardHead } from './CardHead.tsx';
import { CardRecords } from './CardRecords.tsx';
import { DocumentsSection } from './DocumentsSection.tsx';
import { FamilySection } from './FamilySection.tsx';
import { FindingsSection } from './FindingsSection.tsx';
import { HelpersSection } from './HelpersSection.tsx';
import { IncomeSection } from './IncomeSection.tsx';
import { LivingSection } from './LivingSection.tsx';
import { MembersSection } from './MembersSection.tsx';
import { Pairs } from './Pairs.tsx';
import { Section } from './Section.tsx';
import { SheetsSection } from './SheetsSection.tsx';
import { SourceLine } from './SourceLine.tsx';
import { StatusSection } from './StatusSection.tsx';
import { useCardDesk } from './use-card-desk.ts';
import { useNeighbours } from './use-neighbours.ts';
import './card.css';
import './card-frame.css';
import './card-parts.css';

interface Props {
  readonly householdId: string;
  /** The row under the cursor, from which the next household is counted. */
  readonly rowId: string;
  readonly grid: RefObject<GridHandle | null>;
  readonly close: () => void;
}

const first = ['householdNo', 'householdKind', 'liftState', 'liftYear', 'mainCause', 'secondCause', 'thirdCause', 'standard', 'firstIdentified', 'householdSize', 'yearSize', 'monitoredKind', 'householdPhone', 'bankName', 'bankCard'];
/** Also the columns that the office has added by itself. */
function baseKeys(): readonly string[] {
  const all = [...storedFields('household'), ...storedFields('householdYear').filter(({ group, own }) => group === '状态' || own)].map(({ key }) => key);
  return [...first, ...all.filter((key) => !first.includes(key))];
}

const wideKey = 'mingce.card.wide';

/** The household of the row under the cursor, as the other half of the screen: everything of it, written in place. Follows the cursor. */
export function HouseholdCard({ householdId, rowId, grid, close }: Props) {
  const client = useClient();
  const sessionYear = useYear();
  const { revision } = useRegister();
  const aside = useRef<HTMLElement>(null);
  const [chosenYear, setYear] = useState<{ readonly of: number; readonly year: number } | null>(null);
  // A year chosen here stands until the whole window shows another.
  const year = chosenYear?.of === sessionYear ? chosenYear.year : sessionYear;
  const [wide, setWide] = useState(() => localStorage.getItem(wideKey) === 'yes');
  const card = useQuery({
    queryKey: ['card', householdId, year, revision],
    queryFn: () => client.tables.card({ householdId, year }),
    placeholderData: (before) => before,
  });
  const desk = useCardDesk(card.data, year);
  const { around, go } = useNeighbours(grid, rowId, aside);

  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && !event.defaultPrevented && !(event.target instanceof HTMLInputElement)) close();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [close]);
  const onKey = (event: ReactKeyboardEvent): void => {
    if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === 'PageDown') go(1);
    else if (event.key === 'PageUp') go(-1);
    else return;
    event.preventDefault();
  };
  const widen = (): void => {
    localStorage.setItem(wideKey, wide ? 'no' : 'yes');
    setWide(!wide);
  };

  const name = wide ? 'side card card-wide' : 'side card';
  if (card.isError || !desk) return <aside className={name} aria-label="户卡片"><Reading of={card} what="这一户" /></aside>;
  const { household, records, recordCounts } = desk.card;
  return (
    <DeskProvider value={desk}>
      <CardProvider value={desk}>
        <aside ref={aside} className={name} aria-label="户卡片" data-guide="户卡片" tabIndex={-1} onKeyDown={onKey}>
          <CardHead year={year} setYear={(next) => setYear({ of: sessionYear, year: next })} around={around} go={go} wide={wide} widen={widen} close={close} card={aside} />
          <div className="card-scroll" key={`${household.id} ${desk.frozen?.what ?? ''}`}>
            <Section name="基本情况" actions={<Button size="small" onClick={() => navigate({ screen: 'walls', householdId })}>打印上墙表</Button>}>
              <Pairs subject="households" id={household.id} fields={baseKeys()} values={household.values} whose={String(household.values['headName'] ?? '这一户')} />
            </Section>
            <MembersSection />
            <FamilySection />
            <StatusSection />
            <IncomeSection />
            <LivingSection />
            <HelpersSection />
            <DocumentsSection />
            <FindingsSection />
            <SheetsSection />
            <CardRecords records={records} counts={recordCounts} householdNo={String(household.values['householdNo'] ?? '')} />
          </div>
          <SourceLine />
        </aside>
      </CardProvider>
    </DeskProvider>
  );
}
