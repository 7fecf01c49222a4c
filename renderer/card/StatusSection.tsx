import { Button } from 'antd';
import { statusChanges } from '../../shared/changes/life-events.ts';
import { goneStates } from '../../shared/register/member-state.ts';
import { MenuButton } from '../ui/MenuButton.tsx';
import { useCard } from './card-desk.ts';
import { begun, type EventChoice, useEventDrafts } from './event-draft.ts';
import { EventForm } from './EventForm.tsx';
import { HouseholdStory } from './HouseholdStory.tsx';
import { Section } from './Section.tsx';

const people: readonly EventChoice[] = [
  { kind: 'leave', label: '死亡、迁出等减少' },
  { kind: 'head', label: '换户主' },
  { kind: 'split', label: '分户（成立新户）' },
  { kind: 'move', label: '转到另一户' },
  { kind: 'merge', label: '并户（全家并到另一户）' },
];

/** How the status went, who came and went, and doing the next of it. */
export function StatusSection() {
  const { card, frozen } = useCard();
  const { id } = card.household;
  const draft = useEventDrafts(({ drafts }) => drafts[id]);
  const set = useEventDrafts((state) => state.set);
  // On a past day nothing happens; what was begun waits.
  const doing = frozen ? undefined : draft;
  const choices: readonly EventChoice[] = [...people, ...statusChanges.map(({ kind }) => ({ kind: 'status' as const, label: kind, status: kind }))];
  const items = choices.map((choice, at) => ({ key: String(at), label: choice.label, onClick: () => set(id, begun(choice)) }));
  const menu = [{ type: 'group' as const, label: '人口变动', children: items.slice(0, people.length) }, { type: 'group' as const, label: '户状态变动', children: items.slice(people.length) }];
  const here = card.members.filter(({ values }) => !goneStates.has(String(values['memberState'] ?? '')));
  const headless = here.length > 0 && !here.some(({ values }) => values['relation'] === '户主');
  return (
    <Section name="状态" actions={!doing && !frozen && <MenuButton size="small" items={menu}>办理变动 ▾</MenuButton>}>
      {headless && !doing && (
        <p className="card-differs">▲ 在户的成员里没有户主。{!frozen && <Button size="small" onClick={() => set(id, begun({ kind: 'head', label: '换户主' }))}>办理换户主</Button>}</p>
      )}
      {doing && <EventForm key={doing.choice.label} draft={doing} change={(part) => set(id, { ...doing, ...part })} close={() => set(id, undefined)} />}
      <HouseholdStory values={card.household.values} records={card.records} />
    </Section>
  );
}
